// Ways into the reader other than the button, places where there is nothing to read, and the way out of the browser.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openChromium, openChromiumWithAccess } from './chromium.mjs';
import { openFor, pressBack, readPage, shown, sleep, until, untilRead } from './reader.mjs';

/** The smallest width that WCAG asks for: its "Reflow" is about no other. */
const NARROWEST = 320;
const PANELS = ['outline', 'listen', 'notes', 'take', 'removed', 'appearance'];

describe('places', () => {
  const here = openFor(openChromiumWithAccess);

  /** What the browser tells us when an item of its menu is chosen. */
  const choose = (menuItemId) =>
    here.browser.background(async (menuItemId) => {
      const [tab] = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
      chrome.contextMenus.onClicked.dispatch({ menuItemId }, tab);
    }, menuItemId);

  test('the menu has its items', async () => {
    // Changing an item fails where there is none of that name.
    await here.browser.background(async () => {
      for (const item of ['read-page', 'read-selection', 'declutter']) await chrome.contextMenus.update(item, {});
    });
    await assert.rejects(here.browser.background(() => chrome.contextMenus.update('none', {})));
  });

  test('reads the page from the menu, whatever is selected', async () => {
    const { page } = await here.browser.open(`${here.site.url}math.html`);
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('p')));
    await choose('read-page');
    await untilRead(page, here.browser.origin);
    assert.match((await shown(page)).text, /is half/);
    await page.close();
  });

  test('reads the selection from the menu, however short', async () => {
    const { page } = await here.browser.open(`${here.site.url}math.html`);
    await page.evaluate(() =>
      getSelection().setBaseAndExtent(
        document.querySelector('p').firstChild,
        0,
        document.querySelector('p').firstChild,
        60,
      ),
    );
    await choose('read-selection');
    await untilRead(page, here.browser.origin);
    const { text } = await shown(page);
    assert.match(text, /The harbour board/);
    assert.doesNotMatch(text, /Paragraph 2|is half/);
    await page.close();
  });

  test('hides the clutter from the menu', async () => {
    const { page } = await here.browser.open(`${here.site.url}plain-news.html`);
    await choose('declutter');
    await until(page, 'nothing hidden', () => !document.body.innerText.includes('214 partners'));
    await page.close();
  });

  test('says of a PDF that it is one', async () => {
    const { page } = await here.browser.open(`${here.site.url}tides.pdf`);
    await here.browser.click(page);
    // In the same tab where the browser lets us look at the page around it, in one of its own where it does not.
    await sleep(1000);
    const said = here.browser.context.pages().find((page) => page.url().includes('reader.html'));
    await untilRead(said, here.browser.origin);
    assert.match((await shown(said)).text, /This is a PDF/);
    await said.close();
  });

  test('says of a page that is too large to be kept that it is', async () => {
    const { page } = await here.browser.open(`${here.site.url}huge.html`);
    const saying = here.browser.context.waitForEvent('page');
    await here.browser.click(page);
    const said = await saying;
    await untilRead(said, here.browser.origin);
    assert.match((await shown(said)).text, /larger than the browser lets Readwell keep.*Select the part/s);
    await said.close();
    await page.close();
  });

  test('says on the button that it waits for a page to come in, and then reads it', async () => {
    const page = await here.browser.context.newPage();
    await page.goto(`${here.site.url}slow.html`, { waitUntil: 'commit' });
    const pressed = here.browser.click(page);
    const badge = () =>
      here.browser.background(async () => {
        const [tab] = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
        return tab && chrome.action.getBadgeText({ tabId: tab.id });
      });
    const seen = [];
    for (let turn = 0; turn < 20 && !seen.includes('…'); turn += 1) {
      seen.push(await badge());
      await sleep(100);
    }
    assert.equal(seen.at(-1), '…', seen.join('|'));
    await pressed;
    await untilRead(page, here.browser.origin);
    assert.match((await shown(page)).text, /Paragraph 8\./);
    await page.close();
  });

  test('takes a drawn chart along that is no small PNG', async () => {
    const { page } = await readPage(here.browser, `${here.site.url}chart.html`);
    assert.match((await shown(page)).html, /<img[^>]* src="data:image\/webp;base64,[^"]+"[^>]* alt="The tides of May"/);
    await page.close();
  });

  test('reads plain text', async () => {
    const { page } = await readPage(here.browser, `${here.site.url}text.txt`);
    assert.match((await shown(page)).text, /The harbour board met on Tuesday/);
    await page.close();
  });

  test('reads a file, where the browser lets it, and else says why not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'readwell-file-'));
    const file = join(folder, 'page.html');
    const prose =
      '<p>The harbour board met on Tuesday and voted to raise the old wall by a metre before winter.</p>'.repeat(9);
    writeFileSync(file, `<!doctype html><title>A file</title><article><h1>A file</h1>${prose}</article>`);
    const { page } = await here.browser.open(pathToFileURL(file).href);
    await here.browser.click(page);
    const allowed = await here.browser.background(() => chrome.extension.isAllowedFileSchemeAccess());
    if (allowed) {
      await untilRead(page, here.browser.origin);
      assert.match((await shown(page)).text, /The harbour board/);
    } else {
      await sleep(500);
      const said = here.browser.context.pages().find((page) => page.url().includes('problem='));
      assert.match((await shown(said)).text, /keeps extensions out/);
    }
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("shows what is chosen in one's own colours, and in the system's", async () => {
    const own = { theme: 'custom', paper: '#102030', ink: '#e0e8f0', link: '#ffcc66' };
    await here.browser.background((settings) => chrome.storage.local.set({ settings }), own);
    const { page } = await readPage(here.browser, `${here.site.url}math.html`);
    await page.evaluate(() => document.getElementById('open-appearance').click());
    const look = (theme, property) =>
      page.evaluate(
        ([theme, property]) => getComputedStyle(document.querySelector(`label[data-theme="${theme}"]`))[property],
        [theme, property],
      );
    assert.equal(await look('custom', 'color'), 'rgb(255, 204, 102)');
    await page.emulateMedia({ forcedColors: 'active' });
    assert.equal(await look('custom', 'outlineStyle'), 'solid');
    assert.equal(await look('dark', 'outlineStyle'), 'none');
    await here.browser.background(() => chrome.storage.local.clear());
    await page.close();
  });

  test('prints the whole article, and it alone, on white paper', async () => {
    await here.browser.background(() => chrome.storage.local.set({ settings: { theme: 'dark' } }));
    const { page } = await readPage(here.browser, `${here.site.url}long.html`);
    const left = await page.textContent('#left');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const printed = await page.evaluate(() => ({
      paper: getComputedStyle(document.documentElement).backgroundColor,
      colors: ['main p', '.byline', '.line'].map(
        (part) => getComputedStyle(document.querySelector(`#printed ${part}`)).color,
      ),
      text: document.body.innerText,
      height: document.documentElement.scrollHeight,
    }));
    assert.equal(printed.paper, 'rgb(255, 255, 255)');
    assert.deepEqual(printed.colors, ['rgb(0, 0, 0)', 'rgb(0, 0, 0)', 'rgb(68, 68, 68)']);
    assert.match(printed.text, /^Meridian\s+The river that left/);
    assert.match(printed.text, /On the morning that the river went missing/);
    assert.ok(printed.height > 3000, `${printed.height} pixels high`);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await page.evaluate(() => document.getElementById('printed').childElementCount), 0);
    await until(page, 'no time left', (left) => document.getElementById('left').textContent === left, left);
    await here.browser.background(() => chrome.storage.local.clear());
    await page.close();
  });

  test(`fits into ${NARROWEST} pixels, with each panel`, async () => {
    const { page } = await readPage(here.browser, `${here.site.url}code.html`);
    await page.setViewportSize({ width: NARROWEST, height: 568 });
    assert.deepEqual(await page.evaluate(tooWide), []);
    for (const panel of PANELS) {
      await page.evaluate((panel) => document.getElementById(`open-${panel}`).click(), panel);
      assert.deepEqual(await page.evaluate(tooWide), [], panel);
    }
    await page.goto(`${here.browser.origin}/options.html`);
    await until(page, 'no options', () => document.documentElement.dataset.state === 'ready');
    assert.deepEqual(await page.evaluate(tooWide), []);
    await page.close();
  });

  test('leaves nothing on the pages when it is uninstalled', async () => {
    const leaving = await openChromium();
    const { page, before } = await readPage(leaving, `${here.site.url}plain-news.html`);
    await pressBack(page);
    await until(page, 'not back', () => location.protocol === 'http:');
    const html = () => page.evaluate(() => document.documentElement.outerHTML);
    const then = await html();
    await leaving.background(() => void chrome.management.uninstallSelf()).catch(() => {});
    await sleep(500);
    assert.equal(await html(), then);
    assert.equal(then.length, Number(before.print.split(' ')[0]));
    assert.ok(!leaving.context.pages().some((page) => page.url().startsWith(leaving.origin)));
    await leaving.close();
  });
});

/** What goes beyond the window's edge, in the page and in the article, unless it can be scrolled by itself. */
function tooWide() {
  const documents = [document, document.querySelector('main iframe')?.contentDocument].filter(Boolean);
  return documents.flatMap(({ documentElement: root }) => {
    if (root.scrollWidth <= root.clientWidth) return [];
    return [...root.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
