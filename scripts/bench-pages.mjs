// The pages that `npm run bench` runs over.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';

/** Larger corpora are sampled evenly down to about this size: the benchmark holds each page in every stage. */
const MAX_BYTES = 24e6;

/** The pages of a folder (`*.html`, `*.html.gz`, but no `article.html`) or of an NDJSON file (`{"html"}` a line), as strings. */
export async function pagesOf(path) {
  return statSync(path).isDirectory() ? pagesOfFolder(path) : await pagesOfLines(path);
}

function pagesOfFolder(folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter((file) => /\.html(\.gz)?$/.test(file) && !file.endsWith('article.html'))
    .sort()
    .map((file) => join(folder, file));
  const size = files.reduce((sum, file) => sum + statSync(file).size * (file.endsWith('.gz') ? 5 : 1), 0);
  return everyNth(files, size).map(read);
}

async function pagesOfLines(file) {
  const pages = [];
  const size = statSync(file).size;
  let index = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (index % step(size) === 0) pages.push(JSON.parse(line).html);
    index += 1;
  }
  return pages;
}

function read(file) {
  const content = readFileSync(file);
  return new TextDecoder().decode(file.endsWith('.gz') ? gunzipSync(content) : content);
}

function everyNth(files, size) {
  return files.filter((_, index) => index % step(size) === 0);
}

function step(size) {
  return Math.max(1, Math.ceil(size / MAX_BYTES));
}
