// Finds the browsers that tests need, or installs Debian's. A browser that can't be had is a failure, never a skip.
import { existsSync } from 'node:fs';
import { capture, Failure, run, which } from './steps.mjs';

const CHROMIUM = {
  variable: 'CHROME_PATH',
  programs: ['chromium', 'chromium-browser', 'google-chrome'],
  debian: 'chromium',
};
const CHROMEDRIVER = { variable: 'CHROMEDRIVER_PATH', programs: ['chromedriver'], debian: 'chromium-driver' };
const FIREFOX = { variable: 'FIREFOX_PATH', programs: ['firefox-esr', 'firefox'], debian: 'firefox-esr' };

/** Starts as root, and without a word to the network or the screen. */
export const CHROMIUM_FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const chromium = () => find(CHROMIUM);
export const chromedriver = () => find(CHROMEDRIVER);
export const firefox = () => find(FIREFOX);

async function find(browser) {
  return (await present(browser)) ?? (await install(browser));
}

async function present({ variable, programs }) {
  const named = process.env[variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Failure(`${variable} names ${named}, which is not there`);
  }
  for (const program of programs) {
    const found = await which(program);
    if (found) return found;
  }
  return undefined;
}

async function install(browser) {
  const { variable, debian } = browser;
  const missing = new Failure(
    `no ${browser.programs[0]}: install it (on Debian: apt-get install ${debian}), or name it in ${variable}`,
  );
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) throw missing;
  console.log(`installing Debian's ${debian}`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  if ((await capture('apt-get', ['update'], options)).code !== 0) throw missing;
  await run('apt-get', ['install', '--yes', '--no-install-recommends', debian], {
    ...options,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const found = await present(browser);
  if (!found) throw missing;
  return found;
}
