// The demo page in a real browser.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { chromium } from 'playwright-core';
import * as browsers from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/serve.mjs';
import { SITE } from '../../scripts/www.mjs';
import { page as html, root } from '../js/pages.mjs';

let server;
let browser;
let tab;
/** What went wrong, or went elsewhere, since the page was opened. */
let complaints;

before(async () => {
  server = await serve(join(root, SITE));
  browser = await chromium.launch({ executablePath: await browsers.chromium(), args: browsers.CHROMIUM_FLAGS });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  complaints = [];
  tab = await browser.newPage();
  tab.setDefaultTimeout(10_000);
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('request', (request) => isElsewhere(request.url()) && complaints.push(`asked for ${request.url()}`));
  await tab.goto(server.url);
  await article('sea wall');
});

function isElsewhere(url) {
  return /^https?:/.test(url) && !url.startsWith(server.url);
}

/** Waits until the reader shows this text. */
async function article(text) {
  await tab.frameLocator('#panel-reader iframe').getByText(text).first().waitFor();
}

async function shown(panel) {
  await tab.locator(`#panel-${panel}`).waitFor({ state: 'visible' });
  return tab.locator(`#panel-${panel}`).innerText();
}

async function paste(text, url = '') {
  await tab.keyboard.press('p');
  await tab.locator('#paste-html').fill(text);
  await tab.locator('#paste-url').fill(url);
  await tab.locator('#paste-dialog button[type=submit]').click();
}

test('it opens on a sample that is cleaned already, without the network', async () => {
  await article('lower town of Wexmouth');
  assert.match(await tab.locator('#facts').innerText(), /ms/);
  const original = tab.frameLocator('#original-page');
  await original.getByText('Skip to main content').waitFor();
  assert.deepEqual(complaints, []);
});

test('each tab shows its form, by keyboard', async () => {
  await tab.locator('#tab-reader').focus();
  const order = ['markdown', 'text', 'metadata', 'trace', 'stream'];
  for (const panel of order) {
    await tab.keyboard.press('ArrowRight');
    await tab.keyboard.press('Enter');
    await tab.locator(`#panel-${panel}`).waitFor({ state: 'visible' });
    assert.equal(await tab.locator(`#tab-${panel}`).getAttribute('aria-selected'), 'true');
  }
  await tab.locator('#result').focus();
  await tab.keyboard.press('3');
  assert.match(await shown('text'), /lower town of Wexmouth/);
  assert.deepEqual(complaints, []);
});

test('pasted HTML is cleaned', async () => {
  await paste(html('A page that was pasted, and nothing else.'), 'https://example.org/news/ferry');
  await article('A page that was pasted');
  assert.deepEqual(complaints, []);
});

test('a file is cleaned, in its own charset', async () => {
  const text = html('Na\xefve words from a file.').replace('utf-8', 'windows-1252');
  const file = {
    name: 'page.html',
    mimeType: 'text/html',
    buffer: Buffer.from(text.replace(/漢字|😀/g, ''), 'latin1'),
  };
  await tab.locator('#file').setInputFiles(file);
  await article('Naïve words from a file');
});

test('a page without an article says why', async () => {
  await paste('<p>Short.');
  await tab.getByText('too little text').first().waitFor();
});

test('a hostile page runs nothing', async () => {
  const hostile =
    '<img src=x onerror="parent.hit=1"><svg onload="hit=1"><script>hit=1</script><a href="javascript:hit=1">link</a>';
  await paste(html(`A hostile paragraph stands in here. ${hostile}`));
  await article('A hostile paragraph');
  await tab.waitForTimeout(200);
  assert.equal(await tab.evaluate('globalThis.hit'), undefined);
});

test('it fits a phone, in the dark', async () => {
  await tab.emulateMedia({ colorScheme: 'dark' });
  await tab.setViewportSize({ width: 360, height: 740 });
  const { wide, background } = await tab.evaluate(() => ({
    wide: document.documentElement.scrollWidth > innerWidth,
    background: getComputedStyle(document.body).backgroundColor,
  }));
  assert.equal(wide, false, 'it scrolls sideways');
  const [red] = background.match(/\d+/g).map(Number);
  assert.ok(red < 80, `the background is ${background}`);
});
