// The entry for browsers, run in Node: each case in a process of its own, as the module is loaded once.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { root } from './pages.mjs';

const wasm = readFileSync(join(root, 'dist', 'readwell.wasm'));

async function inProcess(body) {
  const code = `
    import { readFileSync } from 'node:fs';
    import { clean, init, version } from './dist/index.js';
    const bytes = readFileSync('dist/readwell.wasm');
    ${body}`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
  });
  return stdout.trim();
}

test('calls before init fail with a code', async () => {
  assert.equal(await inProcess(`try { clean('') } catch (error) { console.log(error.code) }`), 'not-initialized');
});

for (const [name, input] of [
  ['bytes', 'bytes'],
  ['a module', 'new WebAssembly.Module(bytes)'],
  ['a response', `new Response(bytes, { headers: { 'content-type': 'application/wasm' } })`],
  [
    'a response whose type has a parameter',
    `new Response(bytes, { headers: { 'content-type': 'application/wasm; charset=binary' } })`,
  ],
  ['a response of no type', 'new Response(bytes)'],
  ['a promise of a response', 'Promise.resolve(new Response(bytes))'],
]) {
  test(`init takes ${name}`, async () => {
    assert.equal(await inProcess(`await init(${input}); console.log(clean('').reason)`), 'empty-input');
  });
}

test('init fetches an address, once', async (t) => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'application/wasm' }).end(wasm);
  });
  t.after(() => server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${server.address().port}/readwell.wasm`;
  const body = `await Promise.all([init('${url}'), init(new URL('${url}'))]); await init('${url}'); console.log(version().length > 0)`;
  assert.equal(await inProcess(body), 'true');
  assert.equal(requests, 1);
});

test('init can be tried again after a failure', async () => {
  const body = `
    await init(new Response('gone', { status: 404 })).catch((error) => console.log(error.message.includes('404')));
    await init(bytes);
    console.log(clean('').reason)`;
  assert.equal(await inProcess(body), 'true\nempty-input');
});
