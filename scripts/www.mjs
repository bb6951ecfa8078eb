// Builds the demo page: its scripts bundled with the npm package, the samples taken from the tests' pages, everything else
// as it is.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { whenChanged } from './stamps.mjs';
import { root, step } from './steps.mjs';

export const SITE = 'target/www';

/** The page's own script, and that of its worker. */
const SCRIPTS = ['www/main.ts', 'www/worker.ts'];

export async function buildSite() {
  const inputs = ['www', 'style', 'dist', 'scripts/www.mjs', ...samples().map(({ file }) => file)];
  await step(`demo page: ${SITE}`, () => whenChanged('www', { inputs, outputs: [SITE] }, bundle));
}

/** The samples by name, and the files that they are. */
function samples() {
  const listed = JSON.parse(readFileSync(join(root, 'www', 'samples.json'), 'utf8'));
  return listed.map(({ slug }) => ({ slug, file: `tests/fixtures/${slug}/page.html` }));
}

async function bundle() {
  const site = join(root, SITE);
  rmSync(site, { recursive: true, force: true });
  cpSync(join(root, 'www'), site, { recursive: true, filter: (file) => !file.endsWith('.ts') });
  copyFileSync(join(root, 'dist', 'readwell.wasm'), join(site, 'readwell.wasm'));
  copyFileSync(join(root, 'style', 'article.css'), join(site, 'article.css'));
  mkdirSync(join(site, 'samples'));
  for (const { slug, file } of samples()) copyFileSync(join(root, file), join(site, 'samples', `${slug}.html`));
  await build({
    entryPoints: SCRIPTS.map((script) => join(root, script)),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['browser'],
    outdir: site,
    logLevel: 'warning',
  });
}
