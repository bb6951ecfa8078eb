// Takes the pictures of extension/store/ in a real Chromium. To be run by hand, after a build, when the look has changed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from '../tests/extension/chromium.mjs';
import { readPage } from '../tests/extension/reader.mjs';
import { openSite } from '../tests/extension/site.mjs';
import { root, script, step } from './steps.mjs';

const FOLDER = join(root, 'extension', 'store');

/** The size that the stores ask for; a phone's and a wide screen's. */
const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1920, height: 1080 };

const PICTURES = [
  { name: 'reader-light', path: 'plain-news.html', settings: { theme: 'light' }, viewport: LAPTOP },
  { name: 'outline-sepia', path: 'paper.html', settings: { theme: 'sepia' }, viewport: LAPTOP },
  { name: 'appearance-dark', path: 'long.html', settings: { theme: 'dark' }, viewport: LAPTOP, panel: 'appearance' },
  { name: 'removed-light', path: 'plain-news.html', settings: { theme: 'light' }, viewport: LAPTOP, panel: 'removed' },
  { name: 'save-contrast', path: 'code.html', settings: { theme: 'contrast' }, viewport: LAPTOP, panel: 'take' },
  { name: 'arabic-phone-dark', path: 'rtl.html', settings: { theme: 'dark', pictures: false }, viewport: PHONE },
  { name: 'japanese-phone-light', path: 'cjk.html', settings: { theme: 'light' }, viewport: PHONE },
  { name: 'reader-wide-dark', path: 'paper.html', settings: { theme: 'dark' }, viewport: WIDE },
];

await script(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const site = await openSite();
  for (const picture of PICTURES) await step(picture.name, () => take(site, picture));
  site.close();
});

async function take(site, { name, path, settings, viewport, panel }) {
  const browser = await openChromium({ viewport });
  await browser.background((settings) => chrome.storage.local.set({ settings }), settings);
  const { page } = await readPage(browser, site.url + path);
  await page.evaluate((panel) => panel && document.getElementById(`open-${panel}`).click(), panel);
  // Panels fade in, pictures come in.
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await browser.close();
}
