// What the extension does where the browser fails it, or goes on without it: against a browser of the test's own making.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { root } from '../../scripts/steps.mjs';

/** A module of the extension, as it is. */
async function load(file) {
  const options = { bundle: true, write: false, format: 'esm', conditions: ['browser'], logLevel: 'silent' };
  const { outputFiles } = await build({ ...options, entryPoints: [join(root, 'extension', file)] });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** An area of the browser's store. */
function area() {
  const kept = new Map();
  return {
    kept,
    get: async (keys) => {
      const wanted = keys === null ? [...kept.keys()] : [keys].flat();
      return Object.fromEntries(wanted.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)]));
    },
    set: async (values) => {
      for (const [key, value] of Object.entries(values)) kept.set(key, value);
    },
    remove: async (keys) => {
      for (const key of [keys].flat()) kept.delete(key);
    },
  };
}

/** Text that gets no smaller by being packed. */
function noise(length) {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48271) % 0x7fffffff;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
}

test('the oldest captures make room, and never the one that pages are put beside', async () => {
  const session = area();
  globalThis.chrome = { storage: { session } };
  const { find, keep, keepBeside, takeBeside } = await load('page/captures.ts');
  const capture = { url: 'https://example.org/', title: '', contentType: 'text/html', selected: false, hints: '' };
  const ids = [];
  for (let at = 0; at < 3; at += 1) {
    ids.push(await keep({ ...capture, html: noise(1_800_000) }));
    // The clock tells them apart.
    await new Promise((done) => setTimeout(done, 2));
  }
  await keepBeside(ids[0], 'pages', [noise(1_800_000)]);
  assert.deepEqual(
    await Promise.all(ids.map(async (id) => (await find(id)) !== undefined)),
    [true, false, true],
    'which captures are there',
  );
  assert.equal((await takeBeside(ids[0], 'pages')).length, 1);
  // What is put in the place of something takes no more room than its own.
  await keepBeside(ids[0], 'pages', [noise(1_800_000)]);
  assert.ok(await find(ids[2]));
});

test('a page that is larger than the store is refused clearly, and drives no other out', async () => {
  const session = area();
  const opened = [];
  const page = { url: 'https://example.org/', title: '', contentType: 'text/html', selected: false, hints: '' };
  let html = '<p>small';
  globalThis.chrome = {
    storage: { session },
    runtime: { getURL: (file) => `chrome-extension://readwell/${file}` },
    scripting: { executeScript: async () => [{ result: { ...page, html } }] },
    tabs: { create: async ({ url }) => opened.push(url), update: async (_, { url }) => opened.push(url) },
  };
  const { read } = await load('background/read.ts');
  await read({ id: 1, url: page.url }, 'auto');
  html = noise(9_000_000);
  await read({ id: 1, url: page.url }, 'auto');
  // Where the browser's own measure is another.
  html = noise(1_000);
  const { set } = session;
  session.set = (values) =>
    'opened:1' in values ? set(values) : Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  await read({ id: 1, url: page.url }, 'auto');
  const ways = opened.map((url) => url.replace(/.*\?/, '').replace(/=[\da-f-]{36}/, '=…'));
  assert.deepEqual(ways, ['capture=…', 'problem=too-large', 'problem=too-large']);
  assert.equal([...session.kept.keys()].filter((key) => key.startsWith('capture:')).length, 1);
});

test('settings that could not be saved do not hold up the next', async () => {
  const local = area();
  const failures = [];
  globalThis.reportError = (error) => failures.push(error.message);
  globalThis.chrome = { storage: { local, onChanged: { addListener() {} } } };
  const { Preferences } = await load('reader/preferences.ts');
  const preferences = await Preferences.load('example.org');
  const { set } = local;
  local.set = () => Promise.reject(new Error('the store is full'));
  preferences.change({ size: 20 });
  await new Promise((done) => setTimeout(done));
  local.set = set;
  preferences.change({ weight: 500 });
  await new Promise((done) => setTimeout(done));
  assert.deepEqual(failures, ['the store is full']);
  assert.deepEqual([local.kept.get('settings')?.size, local.kept.get('settings')?.weight], [20, 500]);
});

test('a permission for further pages is given back when they cannot be had', async () => {
  const removed = [];
  const permissions = {
    request: async () => true,
    contains: async () => true,
    remove: async ({ origins }) => removed.push(...origins),
  };
  // The core can't be loaded.
  const runtime = { getURL: () => 'data:application/wasm,' };
  globalThis.chrome = { permissions, runtime, storage: { local: area() }, i18n: { getMessage: (name) => name } };
  globalThis.location = { search: '' };
  globalThis.document = { getElementById: () => ({}) };
  const { further } = await load('reader/further.ts');
  let press;
  const button = { setAttribute() {}, addEventListener: (_, listener) => (press = listener) };
  const shown = { createElement: () => button, body: { append() {} } };
  const outcome = { ok: true, nextPage: 'https://example.org/a/2' };
  further({
    id: '1',
    outcome,
    shown,
    pages: [],
    rules: [],
    capture: { url: 'https://example.org/a', html: '', hints: '' },
  });
  await assert.rejects(press());
  assert.deepEqual(removed, ['https://example.org/*']);
  assert.equal(button.disabled, false);
});

test('a page that was left while it was looked at is neither marked nor opened', async () => {
  const url = 'https://example.org/story';
  const html = readFileSync(join(root, 'tests/fixtures/news-semantic/page.html'), 'utf8');
  const capture = { url, title: '', contentType: 'text/html', selected: false, html, hints: '' };
  const wasm = readFileSync(join(root, 'dist', 'readwell.wasm')).toString('base64');
  const done = [];
  const local = area();
  local.kept.set('openByItself', ['https://example.org']);
  let now = async () => ({ url });
  globalThis.chrome = {
    storage: { local, session: area() },
    permissions: { contains: async () => true },
    runtime: { getURL: (file) => (file.endsWith('.wasm') ? `data:application/wasm;base64,${wasm}` : file) },
    scripting: { executeScript: async () => [{ result: capture }] },
    action: { setBadgeText: async ({ text }) => done.push(text) },
    tabs: { get: () => now(), update: async () => done.push('opened') },
  };
  const { openByItself } = await load('background/by-itself.ts');
  now = async () => ({ url: 'https://example.org/elsewhere' });
  await openByItself({ id: 1, url });
  now = () => Promise.reject(new Error('No tab with id: 1'));
  await openByItself({ id: 1, url });
  assert.deepEqual(done, []);
  now = async () => ({ url });
  await openByItself({ id: 1, url });
  assert.deepEqual(done, ['•', 'opened']);
});
