import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean, init, version } from 'readwell';
import { page, root } from './pages.mjs';

const url = 'https://example.org/news/ferry';

test('a page gives its article in three forms', () => {
  const article = clean(page(), { url });
  assert.equal(article.ok, true);
  assert.equal(article.title, 'Ferry returns');
  assert.match(article.content, /<p>The ferry to the island/);
  assert.match(article.content, /href="https:\/\/example\.org\/news\/times"/);
  assert.match(article.textContent, /Naïve words, 漢字 and 😀 come through\./);
  assert.match(article.markdown, /\[timetable\]\(https:\/\/example\.org\/news\/times\)/);
  assert.doesNotMatch(article.textContent, /Home|track/);
});

test('strings and bytes give the same article', () => {
  assert.deepEqual(clean(new TextEncoder().encode(page()), { url }), clean(page(), { url }));
});

test('an outcome is plain data', () => {
  const article = clean(page(), { url, trace: true });
  assert.deepEqual(JSON.parse(JSON.stringify(article)), article);
  assert.deepEqual(structuredClone(article), article);
});

test('the trace is there on request', () => {
  assert.equal('trace' in clean(page()), false);
  const { trace } = clean(page(), { trace: true });
  assert.ok(trace.kept.length > 0);
  assert.ok(trace.removed.some(({ reason }) => reason === 'navigation'));
});

test('no article is an outcome with a reason', () => {
  assert.equal(clean('').reason, 'empty-input');
  assert.equal(clean('<p>Short.').reason, 'too-little-text');
  assert.equal(clean(page(), { maxInputBytes: 100 }).reason, 'limit-exceeded');
  assert.equal(clean('<p>Short.').ok, false);
});

test('options that are not there may be undefined or null', () => {
  const none = { url: undefined, charset: null, trace: undefined, maxInputBytes: undefined };
  assert.deepEqual(clean(page(), none), clean(page()));
});

test("a caller's mistake is an Error with a code", () => {
  const bytes = new TextEncoder().encode(page());
  const code = (expected) => (error) => error instanceof Error && error.code === expected && error.message.length > 10;
  assert.throws(() => clean(page(), { url: 'not a URL' }), code('invalid-url'));
  assert.throws(() => clean(bytes, { charset: 'klingon' }), code('unknown-charset'));
  assert.throws(() => clean(page(), { maxInputBytes: 'many' }), code('invalid-options'));
  assert.throws(() => clean(undefined), code('invalid-input'));
  assert.throws(() => clean({}), code('invalid-input'));
});

test('half a surrogate pair becomes U+FFFD', () => {
  assert.match(clean(page('Half a pair: \ud83d stands here.')).textContent, /Half a pair: \ufffd stands here\./);
});

test('init is not needed here, and does no harm', async () => {
  await init();
  await init(new URL('https://example.org/never-asked'));
  assert.equal(clean(page()).ok, true);
});

test("the version is the package's", () => {
  assert.equal(version(), JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
});
