// Builds the browser extension, for Chrome and for Firefox: a folder to load and a file for the store of each.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { buildExtensionCore, CORE } from './extension-core.mjs';
import { writeGlue } from './package.mjs';
import { whenChanged } from './stamps.mjs';
import { root, step } from './steps.mjs';
import { zip } from './zip.mjs';

export const EXTENSION = 'dist-extension';

/** What differs between the browsers. */
const BROWSERS = {
  chrome: {
    background: { service_worker: 'background.js', type: 'module' },
    minimum_chrome_version: '128',
  },
  firefox: {
    background: { scripts: ['background.js'], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'readwell@readwell.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

const MODULES = {
  background: 'extension/background/main.ts',
  reader: 'extension/reader/main.ts',
  colours: 'extension/reader/code/colours.ts',
  options: 'extension/options/main.ts',
};
const CAPTURE = 'extension/capture/main.ts';
const PAGES = ['extension/reader', 'extension/options', 'style'];
const ICON_SIZES = [16, 32, 48, 128];

/** The stores' files bear one date, so that the same sources give the same bytes. */
const DATE = new Date('2020-01-01T12:00:00');

/** The licences that ask to go with the programs. */
const LICENCES = ['prismjs', 'fflate'];
export const GLUE = 'target/extension-glue.js';

const INPUTS = ['extension', 'style', 'dist', CORE, 'package.json', 'package-lock.json', 'scripts/extension.mjs'];

export async function buildExtension() {
  await buildExtensionCore();
  await step(`extension: ${EXTENSION}`, () =>
    whenChanged('extension', { inputs: INPUTS, outputs: outputs() }, async () => {
      rmSync(join(root, EXTENSION), { recursive: true, force: true });
      await writeGlue(CORE, GLUE);
      for (const browser of Object.keys(BROWSERS)) await buildFor(browser);
    }),
  );
}

function outputs() {
  return Object.keys(BROWSERS).flatMap((browser) => [join(EXTENSION, browser), zipOf(browser)]);
}

function zipOf(browser) {
  return join(EXTENSION, `readwell-${browser}.zip`);
}

async function buildFor(browser) {
  const folder = join(root, EXTENSION, browser);
  mkdirSync(join(folder, 'icons'), { recursive: true });
  await bundle(folder);
  copyFileSync(join(root, CORE, 'readwell_bg.wasm'), join(folder, 'readwell.wasm'));
  await copyPages(folder);
  for (const size of ICON_SIZES) copyFileSync(join(root, icon(size)), join(folder, 'icons', `icon-${size}.png`));
  writeLocales(folder);
  writeLicences(folder);
  writeJson(join(folder, 'manifest.json'), manifest(browser));
  await writeZip(folder, join(root, zipOf(browser)));
}

/** The reader's module is one file: each further one would have to be waited for before the first text is seen. */
async function bundle(folder) {
  const shared = { bundle: true, minify: true, target: 'es2022', outdir: folder, logLevel: 'warning', charset: 'utf8' };
  const modules = { ...shared, format: 'esm', conditions: ['browser'], plugins: [ownGlue, loadedLater] };
  const { reader, colours, ...others } = MODULES;
  await build({ ...modules, entryPoints: entriesOf({ reader, colours }) });
  await build({ ...modules, entryPoints: entriesOf(others), splitting: true, chunkNames: 'shared-[hash]' });
  await build({ ...shared, entryPoints: entriesOf({ capture: CAPTURE }), format: 'iife' });
}

function entriesOf(files) {
  return Object.entries(files).map(([out, file]) => ({ in: join(root, file), out }));
}

/** The npm package's code, with the glue of the extension's wasm file. */
const ownGlue = {
  name: 'own-glue',
  setup: ({ onResolve }) => onResolve({ filter: /\/wasm\/glue\.js$/ }, () => ({ path: join(root, GLUE) })),
};

/** A module that not every article needs stays a file of its own. */
const loadedLater = {
  name: 'loaded-later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/colours\.js$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './colours.js', external: true } : undefined,
    ),
};

const STYLE_SHEET = /\n *<link rel="stylesheet" href="([^"]*)"(?: media="screen")?>/g;

/** HTML and style sheets lie beside each other in the extension, one sheet for a page: what it names, in that order. */
async function copyPages(folder) {
  const files = PAGES.flatMap((page) => readdirSync(join(root, page)).map((file) => [file, join(root, page, file)]));
  const sheets = Object.fromEntries(files.filter(([file]) => file.endsWith('.css')));
  for (const [file, path] of files.filter(([file]) => file.endsWith('.html'))) {
    const html = readFileSync(path, 'utf8');
    const named = [...html.matchAll(STYLE_SHEET)];
    const styles = named.map(([, sheet]) => readFileSync(sheets[sheet], 'utf8')).join('\n');
    const sheet = file.replace('.html', '.css');
    const { code } = await transform(styles, { loader: 'css', minify: true, charset: 'utf8' });
    writeFileSync(join(folder, sheet), code);
    const link = named[0][0].replace(named[0][1], sheet);
    writeFileSync(join(folder, file), html.replace(STYLE_SHEET, '').replace(/(?=\n *<script|\n *<\/head>)/, link));
  }
}

function icon(size) {
  return `extension/icons/icon-${size}.png`;
}

/** Our locales are plain tables; the browsers want an object for each message. */
function writeLocales(folder) {
  const locales = readdirSync(join(root, 'extension/locales')).filter((file) => file.endsWith('.json'));
  for (const file of locales) {
    const messages = JSON.parse(readFileSync(join(root, 'extension/locales', file), 'utf8'));
    const wrapped = Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, { message }]));
    const to = join(folder, '_locales', file.replace(/\.json$/, ''));
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, 'messages.json'), JSON.stringify(wrapped));
  }
}

function writeLicences(folder) {
  const texts = LICENCES.map((name) => readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim());
  writeFileSync(join(folder, 'licences.txt'), `${texts.join('\n\n')}\n`);
}

function manifest(browser) {
  const base = JSON.parse(readFileSync(join(root, 'extension/manifest.json'), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const icons = Object.fromEntries(ICON_SIZES.map((size) => [size, `icons/icon-${size}.png`]));
  return { ...base, version, icons, action: { ...base.action, default_icon: icons }, ...BROWSERS[browser] };
}

function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

async function writeZip(folder, file) {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
  const content = Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path)]));
  writeFileSync(file, await zip(content, DATE));
}
