// Builds the wasm files, as the table wasm-pack.toml says.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { whenChanged } from './stamps.mjs';
import { Failure, root, run, step } from './steps.mjs';

const INPUTS = ['Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml', 'wasm-pack.toml', 'src'];

/** In all browsers since 2023: Chrome 91, Firefox 89, Safari 16.4. */
const SIMD = '-Ctarget-feature=+simd128';

/** A panic says where in the source it was; where that lies on the machine that built it is no one's to know, and 2 KB. */
const SOURCES = [root, join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'registry', 'src')];
const WITHOUT_PATHS = SOURCES.map((path) => `--remap-path-prefix=${path}=`);

/** How the compiler is called, whatever wasm it makes. */
export const COMPILER = { CARGO_ENCODED_RUSTFLAGS: [SIMD, ...WITHOUT_PATHS].join('\x1f') };

/** Builds what the table has for `npm run build`, or for another purpose. */
export async function buildWasm(purpose = 'package') {
  for (const build of builds().filter((build) => build.for === purpose)) {
    const outDir = build['out-dir'];
    await step(`wasm: ${outDir}`, () =>
      whenChanged(outDir, { inputs: INPUTS, outputs: [join(outDir, 'readwell_bg.wasm')] }, () => wasmPack(build)),
    );
  }
}

function builds() {
  const table = parse(readFileSync(join(root, 'wasm-pack.toml'), 'utf8'));
  for (const build of table.build) {
    for (const key of ['target', 'out-dir', 'profile', 'features', 'for']) {
      if (!(key in build)) throw new Failure(`wasm-pack.toml: a [[build]] has no \`${key}\``);
    }
  }
  return table.build;
}

function wasmPack({ target, 'out-dir': outDir, profile, features }) {
  const mode = ['--mode', 'no-install', '--no-pack', '--no-gitignore'];
  const kind = ['--target', target, `--${profile}`, '--out-dir', outDir, '--out-name', 'readwell'];
  const crate = ['--', '--no-default-features', '--features', features.join(',')];
  return run('wasm-pack', ['build', '.', ...mode, ...kind, ...crate], { env: COMPILER });
}
