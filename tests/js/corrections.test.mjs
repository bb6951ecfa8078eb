// What the caller says of single elements: which stay, which go.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clean, cleanPages } from 'readwell';

const url = 'https://example.com/the-ferry';
const html = `<!doctype html><h1>Ferry returns</h1>
  <p>The ferry to the island sails again from Monday, after nine months of repairs, the harbour office said on Friday.</p>
  <div class=share>Tell your friends <button>Post</button></div>
  <p>It will sail four times a day, the office said, and carry forty cars and three hundred people on each crossing.</p>
  <p>Fares stay as they were.</p><a rel=next href="/the-ferry?page=2">2</a>`;
const SHARE = 2;
const FARES = 5;

test('a removed element is brought back to its place, and one more goes', () => {
  const { trace } = clean(html, { url, trace: true });
  assert.ok(trace.removed.some(({ ordinal }) => ordinal === SHARE));
  const { textContent } = clean(html, { url, keep: [SHARE], remove: [FARES] });
  assert.match(textContent, /on Friday\.\s+Tell your friends[\s\S]*four times a day/);
  assert.doesNotMatch(textContent, /Fares/);
});

test('none says nothing, and what is no list of ordinals is the caller’s mistake', () => {
  const plain = clean(html, { url });
  for (const none of [undefined, null, []]) assert.deepEqual(clean(html, { url, keep: none, remove: none }), plain);
  for (const wrong of ['2', [-1], [1.5], ['a']])
    assert.throws(() => clean(html, { url, keep: wrong }), { code: 'invalid-options' });
});

test('of pages in parts, it is said of the first', async () => {
  const second = html.replace('rel=next', '').replaceAll('.</p>', ', as it was told.</p>');
  const fetch = async (address) =>
    new Response(address.includes('page=2') ? second : html, { headers: { 'content-type': 'text/html' } });
  const { textContent, pages } = await cleanPages(url, { fetch, remove: [FARES] });
  assert.equal(pages.length, 2);
  assert.doesNotMatch(textContent, /Fares stay as they were\./);
  assert.match(textContent, /Fares stay as they were, as it was told/);
});
