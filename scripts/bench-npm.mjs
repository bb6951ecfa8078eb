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
  const files = readdirSync(folder, { recursive: true }).filter((file) => /\.html(\.gz)?$/.test(file));
  return files.map((file) => {
    const content = readFileSync(join(folder, file));
    const bytes = new Uint8Array(file.endsWith('.gz') ? gunzipSync(content) : content);
    return { bytes, html: new TextDecoder().decode(bytes) };
  });
}

/** Milliseconds for all pages. A page that a contender fails on counts with the time that it took to fail. */
function timed(contender, pages) {
  const begin = performance.now();
  for (const page of pages) {
    try {
      contender(page);
    } catch {}
  }
  return performance.now() - begin;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

const folder = process.argv[2] ?? join(root, 'tests', 'fixtures');
const pages = pagesOf(folder);
const megabytes = pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
const times = Object.fromEntries(Object.keys(CONTENDERS).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, contender] of Object.entries(CONTENDERS)) {
    const time = timed(contender, pages);
    // The first round warms up.
    if (round > 0) times[name].push(time);
  }
}

const medians = Object.entries(times).map(([name, all]) => ({ name, time: median(all) }));
const slowest = medians.at(-1).time;
console.log(`${pages.length} pages, ${megabytes.toFixed(1)} MB, median of ${ROUNDS} rounds`);
for (const { name, time } of medians) {
  const speed = ((megabytes * 1000) / time).toFixed(1).padStart(7);
  console.log(`${speed} MB/s ${(slowest / time).toFixed(1).padStart(6)}×  ${name}`);
}
