// How long it takes from the press of the button to the first text, beside Readability on a clone of the page, in one
// browser and run. To be run by hand, after a build: node scripts/extension-speed.mjs [OTHER BUILD'S FOLDER …]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from '../tests/extension/chromium.mjs';
import { sleep } from '../tests/extension/reader.mjs';
import { openSite } from '../tests/extension/site.mjs';
import { EXTENSION } from './extension.mjs';
import { root, script } from './steps.mjs';

const PAGES = ['plain-news.html', 'paper.html', 'forum.html', 'large.html'];
const ROUNDS = 7;

await script(async () => {
  const site = await openSite();
  const folders = [join(root, EXTENSION, 'chrome'), ...process.argv.slice(2)];
  const browsers = [];
  for (const folder of folders) browsers.push(await openChromium({ folder }));
  console.log('milliseconds, medians of', ROUNDS, 'rounds; the press includes opening the reader page');
  for (const path of PAGES) {
    const times = { readability: [], builds: browsers.map(() => []) };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.readability.push(await readability(browsers[0], site.url + path));
      for (const [at, browser] of browsers.entries()) times.builds[at].push(await press(browser, site.url + path));
    }
    console.log(path.padEnd(18), 'Readwell', ...times.builds.map(median), '  Readability', median(times.readability));
  }
  for (const browser of browsers) await browser.close();
  site.close();
});

/** From the press until the article's first text has been drawn. */
async function press(browser, url) {
  const { page } = await browser.open(url);
  await sleep(300);
  const begin = await browser.click(page);
  let shown;
  while (shown === undefined) {
    shown = await page
      .evaluate(() => Number(document.documentElement.dataset.shown) || undefined)
      .catch(() => undefined);
  }
  await page.close();
  return shown - begin;
}

/** Readability.js in the page, on a clone of its document, until its content stands in a page of its own. */
async function readability(browser, url) {
  const { page } = await browser.open(url);
  await sleep(300);
  await page.evaluate(readFileSync(join(root, 'node_modules/@mozilla/readability/Readability.js'), 'utf8'));
  const time = await page.evaluate(async () => {
    const begin = performance.now();
    const article = new globalThis.Readability(document.cloneNode(true)).parse();
    document.documentElement.innerHTML = article?.content ?? '';
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begin;
  });
  await page.close();
  return Math.round(time);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
