import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declutter } from 'readwell';
import { page } from './pages.mjs';

async function decluttered(pieces, options) {
  const chunks = [];
  for await (const chunk of ReadableStream.from(pieces).pipeThrough(declutter(options))) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function cut(input, size) {
  return Array.from({ length: Math.ceil(input.length / size) }, (_, index) =>
    input.slice(index * size, (index + 1) * size),
  );
}

test('scripts and navigation go, the article stays', async () => {
  const html = await decluttered([page()]);
  assert.match(html, /<title>Ferry returns<\/title>/);
  assert.match(html, /Naïve words, 漢字 and 😀 come through\./);
  assert.doesNotMatch(html, /track\(\)|Home/);
});

test('any way of cutting the page gives the same bytes', async () => {
  const whole = await decluttered([page()]);
  const bytes = new TextEncoder().encode(page());
  for (const size of [1, 2, 3, 7, 1000]) {
    assert.equal(await decluttered(cut(bytes, size)), whole);
    assert.equal(await decluttered(cut(page(), size)), whole);
  }
});

test('the first bytes come out before the last go in', async () => {
  const { readable, writable } = declutter();
  const writer = writable.getWriter();
  const reader = readable.getReader();
  writer.write(page('A long paragraph. '.repeat(500)).slice(0, 5000));
  const { value, done } = await reader.read();
  assert.equal(done, false);
  assert.ok(value.length > 0);
  writer.close();
});

test('no more is read than is asked for', async () => {
  let pulled = 0;
  const endless = new ReadableStream(
    {
      pull(controller) {
        pulled += 1;
        controller.enqueue(`<p>Paragraph ${pulled} of a page that never ends. ${'More. '.repeat(500)}</p>`);
      },
    },
    { highWaterMark: 0 },
  );
  const reader = endless.pipeThrough(declutter()).getReader();
  for (let count = 0; count < 5; count += 1) await reader.read();
  await new Promise((done) => setTimeout(done, 20));
  assert.ok(pulled < 20, `${pulled} chunks were pulled for 5 that were read`);
  await reader.cancel();
});

test('many streams live side by side', async () => {
  const texts = await Promise.all([1, 2, 3].map((number) => decluttered(cut(page(`Page number ${number}.`), 50))));
  for (const [index, text] of texts.entries()) assert.match(text, new RegExp(`Page number ${index + 1}\\.`));
});

test('a chunk that is neither text nor bytes breaks the stream with a code', async () => {
  await assert.rejects(decluttered([17]), { code: 'invalid-input' });
});

test('strings are taken as they are, whatever the page declares', async () => {
  const declared = page().replace('utf-8', 'iso-2022-jp');
  assert.match(await decluttered(cut(declared, 50)), /Naïve words, 漢字 and 😀 come through\./);
});

test('strings and bytes do not mix', async () => {
  const bytes = new TextEncoder().encode(page());
  await assert.rejects(decluttered(['text', bytes]), { code: 'invalid-input' });
  await assert.rejects(decluttered([bytes, 'text']), { code: 'invalid-input' });
});

test('options are checked at once', () => {
  assert.throws(() => declutter({ charset: 'klingon' }), { code: 'unknown-charset' });
  assert.throws(() => declutter({ styles: 'yes' }), { code: 'invalid-options' });
});
