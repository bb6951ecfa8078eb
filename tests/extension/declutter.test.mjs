// The clutter hidden in place, by the keyboard's command, which is raised from within.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openChromiumWithAccess } from './chromium.mjs';
import { openFor, until } from './reader.mjs';

describe('declutter in place', () => {
  const here = openFor(openChromiumWithAccess);

  const command = () =>
    here.browser.background(async () => {
      const [tab] = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
      chrome.commands.onCommand.dispatch('declutter', tab);
    });
  const html = (page) => page.evaluate(() => document.documentElement.outerHTML);
  const seen = (page) => page.evaluate(() => document.body.innerText);

  test('hides the clutter, keeps the article, and is undone by one key', async () => {
    const { page, errors } = await here.browser.open(`${here.site.url}plain-news.html`);
    const before = await html(page);
    assert.match(await seen(page), /214 partners/);
    await command();
    await until(page, 'nothing hidden', () => !document.body.innerText.includes('214 partners'));
    assert.match(await seen(page), /kept the lower town of Wexmouth dry since 1911/);
    assert.match(await seen(page), /Old sea wall at Tarn Quay to be raised/);
    assert.doesNotMatch(await seen(page), /Advertise with us/);
    await page.keyboard.press('Escape');
    await until(page, 'still hidden', () => document.body.innerText.includes('214 partners'));
    assert.equal(await html(page), before);
    assert.deepEqual(
      errors.filter((error) => !error.includes(here.site.url)),
      [],
    );
    await page.close();
  });

  test('is undone by the same command', async () => {
    const { page } = await here.browser.open(`${here.site.url}plain-news.html`);
    const before = await html(page);
    await command();
    await until(page, 'nothing hidden', () => !document.body.innerText.includes('214 partners'));
    await command();
    await until(page, 'still hidden', () => document.body.innerText.includes('214 partners'));
    assert.equal(await html(page), before);
    await page.close();
  });

  test('leaves a page without an article alone', async () => {
    const { page } = await here.browser.open(`${here.site.url}shell.html`);
    const before = await html(page);
    await command();
    await page.waitForTimeout(1000);
    assert.equal(await html(page), before);
    await page.close();
  });

  test('says on the button where extensions are kept out', async () => {
    const { page } = await here.browser.open('chrome://version');
    const badge = await here.browser.background(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.commands.onCommand.dispatch('declutter', tab);
      const badge = () => chrome.action.getBadgeText({ tabId: tab.id });
      for (let turn = 0; turn < 40 && !(await badge()); turn += 1) await new Promise((done) => setTimeout(done, 50));
      return badge();
    });
    assert.equal(badge, '–');
    await page.close();
  });
});
