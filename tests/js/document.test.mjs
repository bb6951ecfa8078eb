import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { clean, cleanDocument } from 'readwell';
import { page } from './pages.mjs';

const url = 'https://example.org/news/ferry';

function documentAt(address) {
  const { document } = parseHTML(page());
  Object.defineProperties(document, { URL: { value: address }, baseURI: { value: url } });
  return document;
}

test('a document is cleaned at its own address, and stays as it was', () => {
  const document = documentAt(url);
  const before = document.toString();
  const article = cleanDocument(document);
  assert.equal(article.title, 'Ferry returns');
  assert.match(article.content, /https:\/\/example\.org\/news\/times/);
  assert.equal(document.toString(), before);
});

test('it is what its serialization gives', () => {
  const document = documentAt(url);
  const html = `<!DOCTYPE html>${document.documentElement.outerHTML}`;
  assert.deepEqual(cleanDocument(document, { trace: true }), clean(html, { url, trace: true }));
});

test('a document without an address of its own has the base of the one around it', () => {
  assert.match(cleanDocument(documentAt('about:srcdoc')).content, /https:\/\/example\.org\/news\/times/);
});

test('ordinals are places in the document', () => {
  const document = documentAt(url);
  const { trace } = cleanDocument(document, { trace: true });
  const elements = document.querySelectorAll('*');
  const removed = trace.removed.map(({ ordinal }) => elements[ordinal].tagName);
  assert.ok(removed.includes('NAV'));
  assert.ok(trace.kept.map((ordinal) => elements[ordinal].tagName).includes('P'));
});
