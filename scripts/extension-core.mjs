// Builds the extension's own wasm file: what is downloaded counts there, and a browser hands over text, never bytes. So it is
// optimized for size, has a small allocator and no edge that the extension doesn't call, knows UTF-8 alone
// (extension/core/utf-8), and leaves names of hosts in other scripts to the browser.
import { appendFileSync, copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { whenChanged } from './stamps.mjs';
import { root, run, step } from './steps.mjs';
import { COMPILER } from './wasm.mjs';

/** Where it goes, with its glue. */
export const CORE = 'target/wasm-pack/extension';

/** The crate as it is, but for its dependencies: a folder of links beside a manifest and a lock file of its own. */
const FOLDER = join(root, 'target', 'extension-core');
const LINKED = ['src', 'benches', 'examples', 'tests', 'rust-toolchain.toml'];
const UTF_8 = 'extension/core/utf-8';
/** The version of this crate that brings no tables of Unicode's. */
const IDNA_WITHOUT_TABLES = ['idna_adapter', '--precise', '1.0.0'];

const INPUTS = ['Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml', 'src', UTF_8, 'scripts/extension-core.mjs'];

export async function buildExtensionCore() {
  await step(`wasm: ${CORE}`, () =>
    whenChanged('extension-core', { inputs: INPUTS, outputs: [join(CORE, 'readwell_bg.wasm')] }, async () => {
      layOut();
      await run('cargo', ['update', '--quiet', ...IDNA_WITHOUT_TABLES], { cwd: FOLDER });
      await wasmPack();
    }),
  );
}

function layOut() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const file of ['Cargo.toml', 'Cargo.lock']) copyFileSync(join(root, file), join(FOLDER, file));
  const patch = `\n[patch.crates-io]\nencoding_rs = { path = ${JSON.stringify(join(root, UTF_8))} }\n`;
  appendFileSync(join(FOLDER, 'Cargo.toml'), patch);
  for (const name of LINKED.filter((name) => existsSync(join(root, name))))
    symlinkSync(join(root, name), join(FOLDER, name));
}

function wasmPack() {
  const mode = ['--mode', 'no-install', '--no-pack', '--no-gitignore'];
  const kind = ['--target', 'web', '--profile', 'small', '--out-dir', join(root, CORE), '--out-name', 'readwell'];
  const env = { ...COMPILER, CARGO_TARGET_DIR: process.env.CARGO_TARGET_DIR ?? join(root, 'target') };
  return run('wasm-pack', ['build', '.', ...mode, ...kind, '--', '--no-default-features', '--features', 'extension'], {
    cwd: FOLDER,
    env,
  });
}
