// Runs tests/wasm*.rs: in Node what needs no document, and all in headless Chromium.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromedriver, chromium } from './browsers.mjs';
import { root, run, step } from './steps.mjs';
import { COMPILER } from './wasm.mjs';

const MODE = ['--mode', 'no-install'];
const EVERYWHERE = ['--', '--no-default-features', '--test', 'wasm'];
const IN_BROWSERS = [...EVERYWHERE, '--test', 'wasm_browser'];

export async function testWasm() {
  await step('wasm tests in Node', () =>
    run('wasm-pack', ['test', '--node', ...MODE, ...EVERYWHERE], { env: COMPILER }),
  );
  await step('wasm tests in Chromium', async () => {
    const driver = ['--chromedriver', await chromedriver()];
    const env = {
      ...COMPILER,
      WASM_BINDGEN_USE_BROWSER: '1',
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities(await chromium()),
    };
    await run('wasm-pack', ['test', '--headless', '--chrome', ...driver, ...MODE, ...IN_BROWSERS], { env });
  });
}

/** webdriver.json with the browser's path in it. */
function capabilities(binary) {
  const settings = JSON.parse(readFileSync(join(root, 'webdriver.json'), 'utf8'));
  settings['goog:chromeOptions'].binary = binary;
  const file = join(root, 'target', 'webdriver.json');
  mkdirSync(join(root, 'target'), { recursive: true });
  writeFileSync(file, JSON.stringify(settings));
  return file;
}
