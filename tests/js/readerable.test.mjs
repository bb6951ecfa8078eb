import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { isProbablyReaderable } from 'readwell';
import { fixtures, page } from './pages.mjs';

const sentence =
  'The ferry to the island sails again from Monday, after nine months of repairs, the harbour office said on Friday.';
const list = `<ul>${'<li><a href=/x>One more page to read</a>'.repeat(50)}</ul>`;

test('prose is readable, a list of links is not', () => {
  const article = `<p>${sentence}</p>`.repeat(5);
  assert.equal(isProbablyReaderable(article), true);
  assert.equal(isProbablyReaderable(list), false);
  assert.equal(isProbablyReaderable(list + article + list), false);
  assert.equal(isProbablyReaderable(''), false);
  assert.equal(isProbablyReaderable(article, { maxInputBytes: 10 }), false);
});

test('a document is as good as its source', () => {
  for (const html of [page(), `<html><body>${list}</body></html>`]) {
    const { document } = parseHTML(html);
    assert.equal(isProbablyReaderable(document), isProbablyReaderable(html));
  }
});

test('most fixtures that are articles are readable', () => {
  const articles = fixtures().filter(({ name }) => /^(?:news|blog|docs|wiki|academic|cjk|rtl)-/.test(name));
  const readable = articles.filter(({ bytes }) => isProbablyReaderable(bytes.toString()));
  assert.ok(readable.length >= 0.8 * articles.length, `${readable.length} of ${articles.length}`);
});

test('anything else is a mistake', () => {
  for (const page of [undefined, null, 7, {}])
    assert.throws(() => isProbablyReaderable(page), { code: 'invalid-input' });
});
