// Builds the demo page: its scripts bundled with the npm package, everything else as it is.
import { copyFileSync, cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { whenChanged } from './stamps.mjs';
import { root, step } from './steps.mjs';

export const SITE = 'target/www';

/** The page's own script, and that of its worker. */
const SCRIPTS = ['www/main.ts', 'www/worker.ts'];

export async function buildSite() {
  if (!existsSync(join(root, 'www'))) return;
  await step(`demo page: ${SITE}`, () =>
    whenChanged('www', { inputs: ['www', 'dist', 'scripts/www.mjs'], outputs: [SITE] }, bundle),
  );
}

async function bundle() {
  const site = join(root, SITE);
  rmSync(site, { recursive: true, force: true });
  cpSync(join(root, 'www'), site, { recursive: true, filter: (file) => !file.endsWith('.ts') });
  copyFileSync(join(root, 'dist', 'readwell.wasm'), join(site, 'readwell.wasm'));
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
