// The npm package beside @mozilla/readability on linkedom, over the same pages in the same run.
// One after the other in each round, so that what else the machine does falls on both; the medians of the rounds count.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { Cleaner, clean } from 'readwell';
import { root } from './steps.mjs';

const ROUNDS = 7;

const CONTENDERS = {
  'readwell: clean(string), HTML, text and Markdown': ({ html }) => clean(html),
  'readwell: clean(bytes)': ({ bytes }) => clean(bytes),
  'readwell: Cleaner, 16 KiB at a time': ({ bytes }) => inPieces(bytes),
  'readability on linkedom, HTML and text': ({ html }) => new Readability(parseHTML(html).document).parse(),
};

function inPieces(bytes) {
  const cleaner = new Cleaner();
  for (let begin = 0; begin < bytes.length; begin += 16384) cleaner.write(bytes.subarray(begin, begin + 16384));
  return cleaner.end();
}

function pagesOf(folder) {
  const files = readdirSync(folder, { recursive: true }).filter(
    (file) => /\.html(\.gz)?$/.test(file) && !file.endsWith('article.html'),
  );
  return files.map((file) => {
    const content = readFileSync(join(folder, file));
    const bytes = new Uint8Array(file.endsWith('.gz') ? gunzipSync(content) : content);
    return { bytes, html: new TextDecoder().decode(bytes) };
  });
}

/** Whether every contender gets through a page: the time to fail says nothing. */
function isFair(page) {
  return Object.values(CONTENDERS).every((contender) => {
    try {
      contender(page);
      return true;
    } catch {
      return false;
    }
  });
}

/** Milliseconds for all pages. */
function timed(contender, pages) {
  const begin = performance.now();
  for (const page of pages) contender(page);
  return performance.now() - begin;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

const folder = process.argv[2] ?? join(root, 'tests', 'fixtures');
const all = pagesOf(folder);
const pages = all.filter(isFair);
const megabytes = pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
const times = Object.fromEntries(Object.keys(CONTENDERS).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, contender] of Object.entries(CONTENDERS)) {
    const time = timed(contender, pages);
    // The first round warms up.
    if (round > 0) times[name].push(time);
  }
}

const medians = Object.entries(times).map(([name, each]) => ({ name, time: median(each) }));
const slowest = medians.at(-1).time;
console.log(
  `${pages.length} of ${all.length} pages (one is left out when any contender fails on it), ${megabytes.toFixed(1)} MB, median of ${ROUNDS} rounds`,
);
for (const { name, time } of medians) {
  const speed = ((megabytes * 1000) / time).toFixed(1).padStart(7);
  console.log(`${speed} MB/s ${(slowest / time).toFixed(1).padStart(6)}×  ${name}`);
}
