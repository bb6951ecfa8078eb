// A real Firefox with the extension in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { firefox as find } from '../../scripts/browsers.mjs';
import { EXTENSION } from '../../scripts/extension.mjs';
import { root } from '../../scripts/steps.mjs';

/** The extension's address is a random one unless it is set. */
const UUID = 'a8f1c3c2-54f4-4f4d-9d0a-2d1c7b1e5a11';

export async function openFirefox({ viewport = { width: 1280, height: 800 } } = {}) {
  const folder = join(root, EXTENSION, 'firefox');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const { id } = manifest.browser_specific_settings.gecko;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await find(),
    headless: true,
    defaultViewport: viewport,
    // The toolbar is part of the browser, not of a page.
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      // Nobody is there to answer: what is asked for is given.
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  await browser.installExtension(folder);
  const origin = `moz-extension://${UUID}`;

  return {
    name: 'Firefox',
    origin,
    browser,
    async open(url) {
      const page = await browser.newPage();
      const errors = [];
      await page.goto(url);
      // What a page's own policy forbids it is not ours.
      const isOurs = (text) => page.url().startsWith(origin) || !text.includes('Content-Security-Policy');
      page.on('pageerror', (error) => isOurs(String(error)) && errors.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warn'].includes(message.type())) errors.push(message.text());
      });
      return { page, errors };
    },
    /** Presses the toolbar button. */
    async click(page) {
      await page.bringToFront();
      const contexts = (await browser.connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result
        .contexts;
      const answer = await browser.connection.send('script.evaluate', {
        expression: `(${pressButton})(${JSON.stringify(id)})`,
        awaitPromise: true,
        target: { context: contexts[0].context },
      });
      if (answer.result.type !== 'success') throw new Error(JSON.stringify(answer.result.exceptionDetails));
    },
    /** Stands in for another site, which is out of reach. */
    async answer(page, prefix, body) {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (request.url().startsWith(prefix)) void request.respond({ contentType: 'text/html', body });
        else void request.continue();
      });
    },
    close: () => browser.close(),
  };
}

/* global ChromeUtils, WebExtensionPolicy -- this runs in the browser's own window. */
async function pressButton(id) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}
