import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Cleaner, clean, cleanPages, cleanResponse } from 'readwell';
import instantiate from '../../dist/wasm/glue.js';
import { page, root } from './pages.mjs';

/** Calls `action` at the very end of the stack, and again with ever more of it, until it comes back. */
function atStacksEnd(action) {
  try {
    return atStacksEnd(action);
  } catch {
    return action();
  }
}

test('after calls that ran out of stack the next one works', () => {
  const html = page();
  const expected = clean(html);
  let failures = 0;
  const counted = () => {
    try {
      return clean(html);
    } catch (error) {
      failures += 1;
      throw error;
    }
  };
  // Compiled by now, so that it is the call that runs out of stack and not the compiler.
  for (let round = 0; round < 50; round += 1) counted();
  assert.deepEqual(atStacksEnd(counted), expected);
  assert.ok(failures > 0, 'no call ran out of stack');
  assert.deepEqual(clean(html), expected);
});

/** Passes for bytes until its copy is made. */
function hostileBytes() {
  const bytes = new Uint8Array(1);
  Object.defineProperty(bytes, 'length', {
    get() {
      throw new Error('no length');
    },
  });
  return bytes;
}

test('a response that tore a cleaner off says so', async () => {
  const torn = () => Promise.resolve(new Response(ReadableStream.from([hostileBytes()])));
  await assert.rejects(torn().then(cleanResponse), { code: 'internal' });
  await assert.rejects(cleanPages('https://example.org/', { fetch: torn }), { code: 'internal' });
  assert.equal(clean(page()).ok, true);
});

test('a cleaner that was torn off is closed', () => {
  const cleaner = new Cleaner();
  const hostile = hostileBytes();
  assert.throws(() => cleaner.write(hostile), { code: 'internal' });
  assert.throws(() => cleaner.write(new Uint8Array(1)), { code: 'closed' });
  assert.equal(clean(page()).ok, true);
});

test('memory is released by the end of each page', () => {
  const glue = instantiate();
  const module = new WebAssembly.Module(readFileSync(join(root, 'dist', 'readwell.wasm')));
  const { memory } = glue.initSync({ module });
  const bytes = new TextEncoder().encode(page().repeat(100_000 / page().length));
  const grown = (calls) => {
    const begin = memory.buffer.byteLength;
    for (let count = 0; count < calls; count += 1) {
      const cleaner = new glue.Cleaner();
      cleaner.write(bytes);
      cleaner.end();
    }
    return memory.buffer.byteLength - begin;
  };
  grown(50);
  assert.equal(grown(1000), 0);
});
