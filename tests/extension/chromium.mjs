// A real Chromium with the extension in it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromium as find } from '../../scripts/browsers.mjs';
import { EXTENSION } from '../../scripts/extension.mjs';
import { root } from '../../scripts/steps.mjs';
import { sleep } from './reader.mjs';

const SIZE = { width: 1280, height: 800 };

/**
 * A test can't press a browser's shortcut, open a tab's menu or answer a question of the browser's, nor be granted what
 * these grant. This copy of the extension may look at the test's own site, as if it had been asked before.
 */
export async function openChromiumWithAccess() {
  const folder = mkdtempSync(join(tmpdir(), 'readwell-extension-'));
  cpSync(join(root, EXTENSION, 'chrome'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
  const browser = await openChromium({ folder });
  const close = async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...browser, close };
}

/** `profile` is a folder to keep the browser's data in; an empty string is one that is thrown away. */
export async function openChromium({ profile = '', viewport = SIZE, folder = join(root, EXTENSION, 'chrome') } = {}) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await find(),
    // Playwright's own headless mode is one without extensions.
    headless: false,
    viewport,
    acceptDownloads: true,
    args: [
      ...CHROMIUM_FLAGS,
      '--enable-unsafe-extension-debugging',
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  // The page for new users takes the place of an empty tab: it has to be there before a test opens its own.
  for (let turn = 0; turn < 60 && !context.pages().some(isWelcome); turn += 1) await sleep(50);
  const id = new URL(worker.url()).host;
  const session = await context.browser().newBrowserCDPSession();
  const origin = `chrome-extension://${id}`;

  return {
    name: 'Chromium',
    origin,
    context,
    async open(url) {
      const page = await context.newPage();
      const errors = [];
      await page.goto(url);
      // What the page itself does wrong is not ours.
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && isOurs(message.location().url))
          errors.push(message.text());
      });
      return { page, errors };
    },
    /** Presses the toolbar button, as a user would: the browser grants `activeTab` for it. Says when that was. */
    async click(page) {
      const own = await context.newCDPSession(page);
      const { targetInfo } = await own.send('Target.getTargetInfo');
      await own.detach();
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const tab = targetInfos.findLast(({ url }) => url === targetInfo.url);
      const press = () => session.send('Extensions.triggerAction', { id, targetId: tab.targetId });
      const time = Date.now();
      await press();
      // On a busy machine the browser at times takes back the grant of a press that it did not get from a hand.
      const refused = await waitForRefusal();
      if (!refused) return time;
      await refused.close();
      await page.bringToFront();
      await press();
      return Date.now();
    },
    /** Stands in for another site, which is out of reach. */
    answer: (page, prefix, body) =>
      page.route(`${prefix}**`, (route) => route.fulfill({ contentType: 'text/html', body })),
    background: (action, argument) => worker.evaluate(action, argument),
    close: () => context.close(),
  };

  /** The page on which the extension says that it was kept out, if it comes up soon. */
  async function waitForRefusal() {
    for (let turn = 0; turn < 10; turn += 1) {
      const refused = context.pages().find((page) => page.url().endsWith('problem=out-of-bounds'));
      if (refused) return refused;
      await sleep(50);
    }
    return undefined;
  }

  function isWelcome(page) {
    return page.url().endsWith('options.html');
  }

  function isOurs(url) {
    return url.startsWith(origin) || url === '';
  }
}
