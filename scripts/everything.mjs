// Builds everything that is made from the sources. Needs what setup.mjs sets up.
import { buildExtension } from './extension.mjs';
import { buildPackage } from './package.mjs';
import { buildWasm } from './wasm.mjs';
import { buildSite } from './www.mjs';

export async function buildEverything() {
  await buildWasm();
  await buildPackage();
  await buildSite();
  await buildExtension();
}
