// Installs the build tools that come as Rust programs, each version into a cached folder of its own.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { addToPath, Failure, root, run } from './steps.mjs';

const WASM_PACK = '0.15.1';
const CARGO_DENY = '0.20.2';
const CARGO_FUZZ = '0.13.2';

/** Puts wasm-bindgen's and wasm-pack's programs on PATH; installs those whose version is not there yet. */
export async function installTools() {
  // wasm-bindgen's own lock file names versions that no longer resolve everywhere, so this one goes without it.
  await installTool('wasm-bindgen-cli', lockedVersion('wasm-bindgen'), []);
  await installTool('wasm-pack', WASM_PACK, ['--locked']);
}

/** The fuzzer, which no test needs. */
export async function installFuzzer() {
  await installTool('cargo-fuzz', CARGO_FUZZ, ['--locked']);
}

/** What checks the crates that we depend on; no test needs it. */
export async function installAuditor() {
  await installTool('cargo-deny', CARGO_DENY, ['--locked']);
}

async function installTool(crate, version, flags) {
  const folder = join(cacheFolder(), `${crate}-${version}`);
  // Cargo writes this file after the programs, so its presence means that the installation was finished.
  if (!existsSync(join(folder, '.crates.toml'))) {
    console.log(`installing ${crate} ${version} into ${folder} (a few minutes, once)`);
    await run('cargo', ['install', crate, '--version', version, '--root', folder, ...flags]);
  }
  addToPath(join(folder, 'bin'));
}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'readwell');
}

/** The version of a crate in Cargo.lock: wasm-bindgen's program must be of the very version that the crate is. */
function lockedVersion(crate) {
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  const found = lock.match(new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`));
  if (!found) throw new Failure(`Cargo.lock names no version of ${crate}`);
  return found[1];
}
