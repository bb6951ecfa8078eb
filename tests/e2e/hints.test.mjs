// Pages on a real browser's screen, cleaned there by the npm package: what style sheets hide and show counts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium as playwright } from 'playwright-core';
import { CHROMIUM_FLAGS, chromium } from '../../scripts/browsers.mjs';
import { root } from '../../scripts/steps.mjs';

const TEXT =
  '<p>The ferry to the island sails again from Monday, after nine months of repairs, the harbour office said on Friday.</p>';
const STYLE = `
  .q1 { display: none }
  .q2 { visibility: hidden }
  .q3 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .visually-hidden { font-weight: bold }
  .q4 { font-size: 44px }
  .q5 { display: contents }
  .avatar-sized { width: 24px; height: 24px }
  @media (min-width: 600px) { .phone { display: none } }`;
const PAGE = `<!doctype html><html lang="en"><head><title>Harbour news today: Ferry returns to the island after nine months</title>
  <link rel="stylesheet" href="/style.css"></head><body>
  <div class="q4">Ferry returns to the island</div>${TEXT}${TEXT}
  <div class="q1">Junk one: our best offers of the week are waiting for you in the shop by the old harbour.</div>
  <p class="q2">Junk two: our best offers of the week are waiting for you in the shop by the old harbour.</p>
  <p class="q3">Junk three: our best offers of the week are waiting for you in the shop by the old harbour.</p>
  <p>Fares <span class="q1">junk four</span>stay as they were.</p>
  <p class="phone">Junk five: our best offers of the week are waiting for you in the shop by the old harbour.</p>
  <div class="visually-hidden"><p>A late word: the ferry will carry forty cars and three hundred people, said the office.</p></div>
  <div class="q5"><p>The old landing stage was raised by half a metre, so that the ferry can land in all tides.</p></div>
  <details><summary>The timetable</summary><p>The first ferry leaves at six in the morning and the last at ten at night.</p></details>
  <p id="late" hidden>Told by script: residents keep their passes for the whole of the coming season, it added.</p>
  ${TEXT}<script>document.getElementById('late').hidden = false</script></body></html>`;
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

let browser;
let server;
let page;

before(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [type, body] = answer(pathname);
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  browser = await playwright.launch({ executablePath: await chromium(), args: CHROMIUM_FLAGS });
  page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/news/ferry`);
});

after(async () => {
  await browser?.close();
  server?.close();
});

function answer(pathname) {
  if (pathname === '/style.css') return ['text/css', STYLE];
  if (pathname.startsWith('/dist/')) return [TYPES[extname(pathname)], readFileSync(join(root, pathname))];
  return ['text/html', PAGE];
}

/** Cleans the page that is loaded, in the browser. */
function cleaned(options) {
  return page.evaluate(async (options) => {
    const { init, cleanDocument } = await import('/dist/index.js');
    await init();
    const before = document.documentElement.outerHTML;
    const article = cleanDocument(document, options);
    return { article, unchanged: document.documentElement.outerHTML === before };
  }, options);
}

test('what is not on the screen goes, what is stays', async () => {
  const { article, unchanged } = await cleaned({ trace: true });
  assert.ok(unchanged, 'the page stays as it was');
  assert.doesNotMatch(article.textContent, /junk/i);
  for (const kept of ['A late word', 'landing stage', 'first ferry leaves', 'Told by script', 'Fares stay'])
    assert.match(article.textContent, new RegExp(kept), kept);
  const junk = article.trace.removed.filter(({ text }) => /^junk/i.test(text));
  assert.equal(junk.length, 5);
  assert.deepEqual([...new Set(junk.map(({ reason }) => reason))], ['hidden']);
});

test('the headline is the largest text on the screen', async () => {
  const { article } = await cleaned();
  assert.equal(article.title, 'Ferry returns to the island');
});

test('without the look the page is what its source says', async () => {
  const { article } = await cleaned({ hints: null });
  assert.match(article.textContent, /Junk one[\s\S]*Junk five/);
  assert.doesNotMatch(article.textContent, /A late word/);
  const html = await page.evaluate(() => `<!DOCTYPE html>${document.documentElement.outerHTML}`);
  const { clean } = await import('readwell');
  assert.deepEqual(article, clean(html, { url: page.url() }));
});

test('a document that is on no screen has no look', async () => {
  const same = await page.evaluate(async () => {
    const { clean, cleanDocument } = await import('/dist/index.js');
    const html = `<!DOCTYPE html>${document.documentElement.outerHTML}`;
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const hidden = document.body.appendChild(document.createElement('iframe'));
    hidden.style.display = 'none';
    hidden.contentDocument.write(html);
    hidden.contentDocument.close();
    const url = location.href;
    const all = [clean(html, { url }), cleanDocument(parsed, { url }), cleanDocument(hidden.contentDocument, { url })];
    hidden.remove();
    return all.map(({ textContent }) => textContent);
  });
  assert.equal(same[1], same[0]);
  assert.match(same[2], /Junk one/);
});
