// Builds the demo page: www/*.ts bundled with the npm package, everything else as it is.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { whenChanged } from './stamps.mjs';
import { root, step } from './steps.mjs';

export const SITE = 'target/www';

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
  await build({
    entryPoints: [join(root, 'www', 'main.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['browser'],
    loader: { '.wasm': 'file' },
    assetNames: '[name]',
    outdir: site,
    logLevel: 'warning',
  });
}
