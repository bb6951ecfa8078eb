import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cleaner, clean } from 'readwell';
import { page } from './pages.mjs';

const bytes = new TextEncoder().encode(page());

function inPieces(input, size, options) {
  const cleaner = new Cleaner(options);
  for (let begin = 0; begin < input.length; begin += size) cleaner.write(input.slice(begin, begin + size));
  return cleaner.end();
}

test('bytes may be cut anywhere, also inside a character', () => {
  const whole = clean(bytes, { trace: true });
  for (const size of [1, 2, 3, 7, 1000, bytes.length]) assert.deepEqual(inPieces(bytes, size, { trace: true }), whole);
});

test('strings may be cut anywhere, also inside a surrogate pair', () => {
  const whole = clean(page(), { trace: true });
  for (const size of [1, 2, 3, 7, 1000]) assert.deepEqual(inPieces(page(), size, { trace: true }), whole);
});

test('half a pair at the end of a string is not lost', () => {
  const cut = `${page()}<p>And at the very end of the page there stands a last paragraph, cut off in its emoji \ud83d`;
  assert.deepEqual(inPieces(cut, 10), clean(cut));
});

test('strings are taken as they are, whatever the page declares', () => {
  const declared = page().replace('utf-8', 'koi8-r');
  assert.deepEqual(inPieces(declared, 10), clean(declared));
});

test("bytes are decoded by the transport's charset", () => {
  const latin = Buffer.from(page('Na\xefve'), 'latin1');
  assert.match(inPieces(latin, 5, { charset: 'windows-1252' }).textContent, /Naïve/);
});

test('nothing written is an empty page', () => {
  assert.equal(new Cleaner().end().reason, 'empty-input');
});

test('a cleaner ends once', () => {
  const cleaner = new Cleaner();
  cleaner.write(bytes);
  cleaner.end();
  assert.throws(() => cleaner.end(), { code: 'closed' });
  assert.throws(() => cleaner.write(bytes), { code: 'closed' });
});

test('strings and bytes do not mix', () => {
  const cleaner = new Cleaner();
  cleaner.write(bytes);
  assert.throws(() => cleaner.write('text'), { code: 'invalid-input' });
  const other = new Cleaner();
  other.write('text');
  assert.throws(() => other.write(bytes), { code: 'invalid-input' });
});

test('a mistake in the options shows at once', () => {
  assert.throws(() => new Cleaner({ url: 'not a URL' }), { code: 'invalid-url' });
  assert.throws(() => new Cleaner({ charset: 'klingon' }), { code: 'unknown-charset' });
});

test('what is written has to be text or bytes', () => {
  assert.throws(() => new Cleaner().write(17), { code: 'invalid-input' });
});

test('many cleaners live side by side', () => {
  const cleaners = [1, 2, 3].map((number) => ({ number, cleaner: new Cleaner() }));
  for (const { number, cleaner } of cleaners) cleaner.write(page(`This is the page with number ${number} of them.`));
  for (const { number, cleaner } of cleaners)
    assert.match(cleaner.end().textContent, new RegExp(`number ${number} of`));
});
