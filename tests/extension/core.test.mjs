// The extension's wasm file, built for size, gives what the npm package's gives.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { EXTENSION, GLUE } from '../../scripts/extension.mjs';
import { root } from '../../scripts/steps.mjs';

/** In bytes: what the stores' file may weigh. The tables of encodings alone, which lol_html needs, are a seventh of it. */
const MOST = 850 * 1024;
const FIXTURES = join(root, 'tests/fixtures');

async function load(glue, wasm) {
  const { default: instantiate } = await import(pathToFileURL(join(root, glue)).href);
  const made = instantiate();
  made.initSync({ module: readFileSync(join(root, wasm)) });
  return made;
}

function clean({ Cleaner }, html) {
  const cleaner = Cleaner.forText({ url: 'https://example.com/a/story', trace: true });
  cleaner.write(html);
  return cleaner.end();
}

test('gives the same article of each page', async () => {
  const ours = await load(GLUE, `${EXTENSION}/chrome/readwell.wasm`);
  const theirs = await load('dist/wasm/glue.js', 'dist/readwell.wasm');
  const pages = readdirSync(FIXTURES).filter((slug) => existsSync(join(FIXTURES, slug, 'page.html')));
  for (const slug of pages) {
    // As text, which is what a browser hands over, whatever the bytes were.
    const html = new TextEncoder().encode(readFileSync(join(FIXTURES, slug, 'page.html'), 'utf8'));
    assert.deepEqual(clean(ours, html), clean(theirs, html), slug);
  }
});

for (const browser of ['chrome', 'firefox']) {
  test(`the file for ${browser} is small enough`, () => {
    const { length } = readFileSync(join(root, EXTENSION, `readwell-${browser}.zip`));
    assert.ok(length <= MOST, `${length} bytes`);
  });
}
