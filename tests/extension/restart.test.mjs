// Settings outlive the browser; captured pages do not.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openChromium } from './chromium.mjs';
import { readPage, shown, until } from './reader.mjs';
import { openSite } from './site.mjs';

test('settings outlive the browser, captured pages do not', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'readwell-profile-'));
  const site = await openSite();
  const first = await openChromium({ profile });
  const { page } = await readPage(first, `${site.url}math.html`);
  await page.keyboard.press('t');
  await until(page, 'not stored', async () => (await chrome.storage.local.get('settings')).settings?.theme === 'light');
  const address = page.url();
  await first.close();

  const second = await openChromium({ profile });
  const { page: later } = await readPage(second, `${site.url}math.html`);
  assert.equal(await later.evaluate(() => document.documentElement.dataset.theme), 'light');
  const { page: gone } = await second.open(address);
  await until(gone, 'no answer', () => document.documentElement.dataset.state === 'ready');
  assert.match((await shown(gone)).text, /no longer at hand/);
  await second.close();
  site.close();
  rmSync(profile, { recursive: true, force: true });
});
