// What the tests do with a page and its reader, in either browser.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { openSite } from './site.mjs';

/** Milliseconds; these machines may be busy. */
const PATIENCE = 20_000;

/** The test site and a browser, there while a list of tests runs. */
export function openFor(launch) {
  const here = {};
  before(async () => {
    here.site = await openSite();
    here.browser = await launch();
  });
  after(async () => {
    await here.browser?.close();
    here.site?.close();
  });
  return here;
}

/** Waits until the reader has shown its article, or said why there is none. */
export async function untilRead(page, origin) {
  await until(
    page,
    `no article`,
    (origin) => {
      return location.href.startsWith(origin) && document.documentElement.dataset.state === 'ready';
    },
    origin,
  );
}

/** Waits until something is true in the page, which may be on its way to another address meanwhile. */
export async function until(page, otherwise, condition, argument) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    if (await page.evaluate(condition, argument).catch(() => false)) return;
    await sleep(50);
  }
  throw new Error(`${otherwise} after ${PATIENCE / 1000} s at ${page.url()}`);
}

/** What the frame shows. */
export function shown(page) {
  return page.evaluate(() => {
    const { body, documentElement: html } = document.querySelector('main iframe').contentDocument;
    const family = getComputedStyle(body).fontFamily;
    return { text: body.innerText, html: body.innerHTML, lang: html.lang, dir: html.dir, family };
  });
}

/** Opens a page and presses the button. */
export async function readPage(browser, url, prepare = () => {}) {
  const { page, errors } = await browser.open(url);
  await page.evaluate(prepare);
  const before = await page.evaluate(watch);
  await browser.click(page);
  await untilRead(page, browser.origin);
  return { page, errors, before };
}

/** Presses the reader's button that leads back: once the answer is out, which would be lost with the page. */
export function pressBack(page) {
  return page.evaluate(() => void setTimeout(() => document.getElementById('back').click()));
}

/** Loads the page anew, likewise. */
export function reload(page) {
  return page.evaluate(() => void setTimeout(() => location.reload()));
}

/** Answers a print of what the page is like now, and has the page send one to its server as it is left. */
function watch() {
  const print = () => {
    const html = document.documentElement.outerHTML;
    // Not each character: a page that is left has little time.
    const step = Math.ceil(html.length / 50_000);
    let hash = 0;
    for (let at = 0; at < html.length; at += step) hash = (hash * 31 + html.charCodeAt(at)) | 0;
    return `${html.length} ${hash} ${scrollX} ${scrollY}`;
  };
  window.scrollTo(0, 240);
  window.addEventListener('pagehide', () => navigator.sendBeacon('/left', print()));
  return { print: print(), scroll: scrollY };
}

/** Goes back by the reader's own button: the page is as it was, and where it was. */
export async function backUnchanged(page, before, left, { scroll = true } = {}) {
  await pressBack(page);
  await until(page, 'not back', () => location.protocol === 'http:');
  // The page's own word of it may still be on its way.
  for (let turn = 0; turn < 60 && left() !== before.print; turn += 1) await sleep(50);
  assert.equal(left(), before.print, 'the page was changed by being read');
  if (scroll) await until(page, 'the scroll position was lost', (scroll) => scrollY === scroll, before.scroll);
}

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
