// Does a piece of work only when its inputs have changed since it was last done.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './steps.mjs';

/**
 * Runs `work` unless the inputs' contents are those of the last run and the outputs are still there.
 * Inputs and outputs are files or folders, as paths from the project's root; a missing input counts as empty.
 */
export async function whenChanged(name, { inputs, outputs }, work) {
  const stamp = join(root, 'target', 'stamps', name);
  const print = fingerprint(inputs);
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
  if (done && outputs.every((output) => existsSync(join(root, output)))) {
    console.log('nothing has changed');
    return;
  }
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}

function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesOf)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
