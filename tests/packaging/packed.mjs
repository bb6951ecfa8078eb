// Packs the npm package, and installs it into consumer projects as a user would, with nothing from the network.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '..', '..');

/** Runs a command and gives what it printed. A failure's message has its output. */
export async function run(cwd, program, ...args) {
  const { stdout } = await promisify(execFile)(program, args, { cwd }).catch((error) => {
    throw new Error(`${error.message}\n${error.stdout}`);
  });
  return stdout;
}

/** Packs once: where the tarball lies, and the paths in it. */
export async function pack() {
  const folder = mkdtempSync(join(tmpdir(), 'readwell-pack-'));
  const [{ filename, files }] = JSON.parse(await run(root, 'npm', 'pack', '--json', '--pack-destination', folder));
  return { tarball: join(folder, filename), paths: files.map(({ path }) => path).sort() };
}

/** A project of its own with the package installed, and these files. */
export async function consumer(tarball, files) {
  const folder = mkdtempSync(join(tmpdir(), 'readwell-consumer-'));
  const all = { 'package.json': JSON.stringify({ name: 'consumer', private: true, type: 'module' }), ...files };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  await run(folder, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball);
  return folder;
}
