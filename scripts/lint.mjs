// npm run lint: formats, lints and types, without changing a file.
import { setUp } from './setup.mjs';
import { run, script, step } from './steps.mjs';

const WASM_TARGETS = ['--lib', '--test', 'wasm', '--test', 'wasm_browser'];
const FOR_WASM = ['--no-default-features', '--target', 'wasm32-unknown-unknown', ...WASM_TARGETS];

export async function lintRust() {
  await step('rustfmt', () => run('cargo', ['fmt', '--check']));
  await step('clippy', () => run('cargo', ['clippy', '--all-targets', '--', '-D', 'warnings']));
  await step('clippy for wasm', () => run('cargo', ['clippy', ...FOR_WASM, '--', '-D', 'warnings']));
}

/** The types are checked against dist/, so that has to be built before. */
export async function lintScripts() {
  await step('biome', () => run('biome', ['check', '--error-on-warnings', '--colors=off']));
  await step('types', () => run('tsc', ['--project', 'tsconfig.json']));
}

if (import.meta.filename === process.argv[1]) {
  await script(async () => {
    await setUp();
    await lintRust();
    const { buildEverything } = await import('./everything.mjs');
    await buildEverything();
    await lintScripts();
  });
}
