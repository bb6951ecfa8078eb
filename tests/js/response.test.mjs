import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clean, cleanResponse } from 'readwell';
import { page } from './pages.mjs';

const url = 'https://example.org/news/ferry';

function response(body, headers = {}) {
  return Object.defineProperty(new Response(body, { headers }), 'url', { value: url });
}

function streamOf(bytes, size) {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.slice(index * size, (index + 1) * size),
  );
  return ReadableStream.from(pieces);
}

test('a response is cleaned as its body comes in, at its address', async () => {
  const body = streamOf(new TextEncoder().encode(page()), 11);
  assert.deepEqual(await cleanResponse(response(body)), clean(page(), { url }));
});

test('its charset is that of the Content-Type', async () => {
  const latin = Buffer.from(page('Na\xefve').replace('utf-8', 'koi8-r'), 'latin1');
  for (const type of ['text/html; charset=windows-1252', 'text/html;Charset="ISO-8859-1"; x=y']) {
    assert.match((await cleanResponse(response(latin, { 'content-type': type }))).textContent, /Naïve/);
  }
});

test('what looks like a charset inside another parameter is none', async () => {
  const latin = Buffer.from(page('Na\xefve'), 'latin1');
  const types = [
    'text/html; boundary="a;charset=utf-8"; charset=windows-1252',
    'text/html; x="\\";charset=utf-8"; charset="windows\\-1252"',
    'text/html; xcharset=utf-8; charset=; charset=windows-1252',
    'text/html; charset=windows-1252, text/html; charset=utf-8',
  ];
  for (const type of types) {
    const { textContent } = await cleanResponse(response(latin, { 'content-type': type }));
    assert.match(textContent, /Naïve/, type);
  }
});

test('what is no response is a mistake of the caller', async () => {
  for (const wrong of [undefined, null, 'https://example.org/', {}]) {
    await assert.rejects(cleanResponse(wrong), { code: 'invalid-input' });
  }
});

test('a charset that nobody knows is as good as none', async () => {
  const answer = response(Buffer.from(page()), { 'content-type': 'text/html; charset=klingon' });
  assert.match((await cleanResponse(answer)).textContent, /Naïve/);
});

test('options go before what the response says', async () => {
  const answer = response(Buffer.from(page('Na\xefve'), 'latin1'), { 'content-type': 'text/html; charset=utf-8' });
  const article = await cleanResponse(answer, { url: 'https://example.net/', charset: 'latin1' });
  assert.match(article.textContent, /Naïve/);
  assert.match(article.content, /https:\/\/example\.net\/times/);
});

test('a response without a body is an empty page', async () => {
  assert.equal((await cleanResponse(new Response(null))).reason, 'empty-input');
});

test('a body that breaks off rejects with its own error', async () => {
  const broken = new ReadableStream({
    pull(controller) {
      controller.error(new Error('the line is dead'));
    },
  });
  await assert.rejects(cleanResponse(response(broken)), { message: 'the line is dead' });
});

test('a body that was read already rejects', async () => {
  const answer = response(page());
  await answer.text();
  await assert.rejects(cleanResponse(answer), TypeError);
});

test('a body of strings is a mistake of the caller', async () => {
  await assert.rejects(cleanResponse(response(ReadableStream.from([page()]))), { code: 'invalid-input' });
});
