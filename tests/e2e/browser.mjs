// The demo page in a real browser, with everything noted that it should not do.
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { CHROMIUM_FLAGS, chromium } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/serve.mjs';
import { root } from '../../scripts/steps.mjs';
import { SITE } from '../../scripts/www.mjs';

/** Serves the built demo page and starts a browser. */
export async function startDemo() {
  const site = await serve(join(root, SITE));
  const browser = await playwright.launch({ executablePath: await chromium(), args: CHROMIUM_FLAGS });
  return {
    open: (options) => open(browser, site.url, options),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/** Opens the page, and waits until its first sample is cleaned. */
async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!isOwn(request.url(), url)) problems.push(`request: ${request.url()}`);
  });
  context.on('page', (other) => problems.push(`window: ${other.url()}`));
  await page.goto(url);
  await cleaned(page);
  return { page, problems };
}

function isOwn(address, url) {
  return address.startsWith(url) || /^(?:about|blob|data):/.test(address);
}

/** Waits until a page is cleaned and shown: the first one, or the next after `name` was given. */
export async function cleaned(page, name = '') {
  await page.waitForFunction(
    (name) => {
      const status = document.getElementById('status');
      return status.dataset.tone === 'spoken' && status.textContent.startsWith(name);
    },
    name,
    { timeout: 60_000 },
  );
}

/** The reader's frame. */
export const reader = (page) => page.frameLocator('#panel-reader iframe');

/** The original's frame. */
export const original = (page) => page.frameLocator('#original-page');
