// What `npm run bench` sets beside each other in Node: the npm package, Readability on linkedom, and the stages in wasm.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { Cleaner, clean } from 'readwell';
import { root } from './steps.mjs';

export const RIVAL = '@mozilla/readability on linkedom: HTML, text';

/** Each takes a page and makes its article. */
export const CONTENDERS = {
  'readwell: clean(string): HTML, text, Markdown': (html) => clean(html),
  'readwell: clean(bytes)': (html) => clean(bytesOf(html)),
  'readwell: Cleaner, 16 KiB at a time': (html) => inPieces(bytesOf(html)),
  [RIVAL]: (html) => new Readability(parseHTML(html).document).parse(),
};

/** Each page's bytes, encoded once: that is no part of the work. */
const encoded = new Map();

function bytesOf(html) {
  let bytes = encoded.get(html);
  if (!bytes) {
    bytes = new TextEncoder().encode(html);
    encoded.set(html, bytes);
  }
  return bytes;
}

function inPieces(bytes) {
  const cleaner = new Cleaner();
  for (let begin = 0; begin < bytes.length; begin += 16384) cleaner.write(bytes.subarray(begin, begin + 16384));
  return cleaner.end();
}

/** The stages of the wasm build for benchmarks, each with its name. */
export async function stagesInWasm(pages) {
  const folder = join(root, 'target', 'wasm-pack', 'bench');
  const wasm = await import(join(folder, 'readwell.js'));
  wasm.initSync({ module: readFileSync(join(folder, 'readwell_bg.wasm')) });
  const held = new wasm.BenchPages(pages);
  return wasm.stageNames().map((name, index) => ({ name, run: () => held.run(index) }));
}
