// Draws extension/icons/*.png from the drawing beside them. To be run by hand when the drawing has changed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromium as findChromium } from './browsers.mjs';
import { root, script } from './steps.mjs';

const FOLDER = join(root, 'extension/icons');
const SIZES = [16, 32, 48, 128];

await script(async () => {
  const drawing = readFileSync(join(FOLDER, 'icon.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    await page.screenshot({ path: join(FOLDER, `icon-${size}.png`), omitBackground: true });
  }
  await browser.close();
});
