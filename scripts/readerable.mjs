// How often `isProbablyReaderable` says yes, by type of page, beside Mozilla's function of that name, and how long it takes
// beside `clean`: node scripts/readerable.mjs PAGES.ndjson, with {"html", "url", "type"} a line. Needs a built package.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { isProbablyReaderable as mozillas } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { clean, isProbablyReaderable } from 'readwell';

/** What there is to read, and what is not; of a type that is neither, only the share is shown. */
const READABLE = ['article', 'documentation', 'forum'];
const NOT_READABLE = ['product', 'listing', 'collection'];
const WARM_UP = 20;

const pages = readFileSync(process.argv[2], 'utf8').trim().split('\n').map(JSON.parse);
const answers = { readwell: isProbablyReaderable, mozilla: (html) => mozillas(parseHTML(html).document) };
const times = { readwell: [], mozilla: [], clean: [] };

const said = pages.map(({ html, type, url }, index) => {
  const answer = { type };
  for (const [name, ask] of Object.entries(answers)) answer[name] = timed(name, index, () => ask(html));
  timed('clean', index, () => clean(html, { url: URL.canParse(url) ? url : null }));
  return answer;
});

function timed(name, index, act) {
  const begin = performance.now();
  const result = act();
  if (index >= WARM_UP) times[name].push(performance.now() - begin);
  return result;
}

const share = (answers, name) => (answers.filter((answer) => answer[name]).length / answers.length).toFixed(3);
const of = (types) => said.filter(({ type }) => types.includes(type));
const types = [...new Set(said.map(({ type }) => type))].sort();
const rows = Object.keys(answers).map((name) => {
  const yes = of([...READABLE, ...NOT_READABLE]).filter((answer) => answer[name]);
  const precision = yes.filter(({ type }) => READABLE.includes(type)).length / yes.length;
  const byType = types.map((type) => [type, share(of([type]), name)]);
  return { name, precision: precision.toFixed(3), recall: share(of(READABLE), name), ...Object.fromEntries(byType) };
});
console.table(rows);

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ratio = (name) =>
  `${name}: ${(median(times[name]) / median(times.clean)).toFixed(3)} of the median time of clean`;
console.log(ratio('readwell'));
console.log(`${ratio('mozilla')} (parsing by linkedom counted)`);
