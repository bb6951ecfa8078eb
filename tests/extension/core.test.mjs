// The extension's wasm file, built for size, gives what the npm package's gives.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { EXTENSION, GLUE } from '../../scripts/extension.mjs';
import { root, run } from '../../scripts/steps.mjs';

/** In bytes: what the stores' file may weigh. */
const MOST = 700_000;
/** Small enough to cut text nodes, tags and characters anywhere. */
const PIECE = 61;
const FIXTURES = join(root, 'tests/fixtures');

async function load(glue, wasm) {
  const { default: instantiate } = await import(pathToFileURL(join(root, glue)).href);
  const made = instantiate();
  made.initSync({ module: readFileSync(join(root, wasm)) });
  return made;
}

function clean({ Cleaner }, html, piece = html.length) {
  const cleaner = Cleaner.forText({ url: 'https://example.com/a/story', trace: true });
  for (let at = 0; at < html.length; at += piece) cleaner.write(html.subarray(at, at + piece));
  return cleaner.end();
}

test('reads UTF-8 as encoding_rs does, however it is cut', { timeout: 120_000 }, async () => {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
  const crate = ['--manifest-path', join(root, 'extension/core/utf-8/Cargo.toml'), '--target-dir', target];
  await run('cargo', ['test', '--quiet', '--locked', ...crate]);
});

test('gives the same article of each page', async () => {
  const ours = await load(GLUE, `${EXTENSION}/chrome/readwell.wasm`);
  const theirs = await load('dist/wasm/glue.js', 'dist/readwell.wasm');
  const pages = readdirSync(FIXTURES).filter((slug) => existsSync(join(FIXTURES, slug, 'page.html')));
  for (const slug of pages) {
    // As text, which is what a browser hands over, whatever the bytes were.
    const html = new TextEncoder().encode(readFileSync(join(FIXTURES, slug, 'page.html'), 'utf8'));
    const article = clean(theirs, html);
    assert.deepEqual(clean(ours, html), article, slug);
    assert.deepEqual(clean(ours, html, PIECE), article, `${slug} in pieces`);
  }
});

for (const browser of ['chrome', 'firefox']) {
  test(`the file for ${browser} is small enough`, () => {
    const { length } = readFileSync(join(root, EXTENSION, `readwell-${browser}.zip`));
    assert.ok(length <= MOST, `${length} bytes`);
  });
}
