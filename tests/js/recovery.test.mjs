import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Cleaner, clean } from 'readwell';
import instantiate from '../../dist/wasm/glue.js';
import { page, root } from './pages.mjs';

/** Calls `action` with hardly any stack left, so that it is torn off somewhere inside. */
function withoutStack(action) {
  try {
    return withoutStack(action);
  } catch {
    return action();
  }
}

test('after a call that was torn off the next one works', () => {
  const expected = clean(page());
  let failed = 0;
  for (let round = 0; round < 20; round += 1) {
    try {
      withoutStack(() => clean(page()));
    } catch (error) {
      failed += 1;
      if (error.code) assert.equal(error.code, 'internal');
    }
    assert.deepEqual(clean(page()), expected);
  }
  assert.ok(failed > 0, 'no call was torn off');
});

test('a cleaner that was torn off is closed', () => {
  const cleaner = new Cleaner();
  // Passes for bytes until the copy is made.
  const hostile = Object.create(Uint8Array.prototype);
  assert.throws(() => cleaner.write(hostile));
  assert.throws(() => cleaner.write(new Uint8Array(1)), { code: 'closed' });
  assert.equal(clean(page()).ok, true);
});

test('memory is released by the end of each page', () => {
  const glue = instantiate();
  const module = new WebAssembly.Module(readFileSync(join(root, 'dist', 'readwell.wasm')));
  const { memory } = glue.initSync({ module });
  const bytes = new TextEncoder().encode(page());
  const grown = () => {
    const begin = memory.buffer.byteLength;
    for (let count = 0; count < 2000; count += 1) {
      const cleaner = new glue.Cleaner();
      cleaner.write(bytes);
      cleaner.end();
    }
    return memory.buffer.byteLength - begin;
  };
  grown();
  assert.equal(grown(), 0);
});
