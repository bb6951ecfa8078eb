// Takes pictures of the reader in a real Chromium. To be run by hand, after a build, when the look has changed:
//   node scripts/extension-screenshots.mjs        the pictures of extension/store/
//   node scripts/extension-screenshots.mjs all    each page in each theme and size, into target/screenshots/, to be looked at
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from '../tests/extension/chromium.mjs';
import { readPage } from '../tests/extension/reader.mjs';
import { openSite } from '../tests/extension/site.mjs';
import { root, script, step } from './steps.mjs';

const STORE = join(root, 'extension', 'store');
const ALL = join(root, 'target', 'screenshots');

/** The size that the stores ask for; a phone's and a wide screen's. */
const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1920, height: 1080 };

const PICTURES = [
  { name: 'reader-light', path: 'plain-news.html', settings: { theme: 'light' }, viewport: LAPTOP },
  { name: 'outline-sepia', path: 'paper.html', settings: { theme: 'sepia' }, viewport: LAPTOP },
  {
    name: 'appearance-dark',
    path: 'plain-news.html',
    settings: { theme: 'dark' },
    viewport: LAPTOP,
    panel: 'appearance',
  },
  { name: 'removed-light', path: 'plain-news.html', settings: { theme: 'light' }, viewport: LAPTOP, panel: 'removed' },
  { name: 'save-contrast', path: 'code.html', settings: { theme: 'contrast' }, viewport: LAPTOP, panel: 'take' },
  { name: 'arabic-phone-dark', path: 'rtl.html', settings: { theme: 'dark', pictures: false }, viewport: PHONE },
  { name: 'japanese-phone-light', path: 'cjk.html', settings: { theme: 'light' }, viewport: PHONE },
  { name: 'reader-wide-dark', path: 'paper.html', settings: { theme: 'dark' }, viewport: WIDE },
];

const THEMES = ['light', 'dark', 'sepia', 'contrast'];
const SIZES = { phone: PHONE, laptop: LAPTOP, wide: WIDE };
const PAGES = ['plain-news.html', 'paper.html', 'code.html', 'long.html', 'rtl.html', 'cjk.html', 'embeds.html'];

await script(async () => {
  const site = await openSite();
  const all = process.argv[2] === 'all';
  for (const picture of all ? [...everything()] : PICTURES)
    await step(picture.name, () => take(site, picture, all ? ALL : STORE));
  site.close();
});

/** Each page in each theme at one size, and one page at the others. */
function* everything() {
  for (const theme of THEMES)
    for (const path of PAGES)
      for (const [size, viewport] of Object.entries(SIZES))
        if (size === 'laptop' || path === PAGES[0])
          yield { name: `${path.replace('.html', '')}-${theme}-${size}`, path, settings: { theme }, viewport };
}

async function take(site, { name, path, settings, viewport, panel }, folder) {
  mkdirSync(folder, { recursive: true });
  const browser = await openChromium({ viewport });
  await browser.background((settings) => chrome.storage.local.set({ settings }), settings);
  const { page } = await readPage(browser, site.url + path);
  await page.evaluate((panel) => panel && document.getElementById(`open-${panel}`).click(), panel);
  // Panels fade in, pictures come in.
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await browser.close();
}
