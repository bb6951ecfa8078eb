// npm test: every check there is, the quick ones first; the first failure ends it.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from './setup.mjs';
import { root, run, script, step } from './steps.mjs';

/** Milliseconds that a file of browser tests may take: the slowest takes a quarter of it. */
const FILE_LIMIT = 400_000;

await script(async () => {
  await setUp();
  const { lintRust, lintScripts } = await import('./lint.mjs');
  const { testWasm } = await import('./wasm-tests.mjs');
  const { buildEverything } = await import('./everything.mjs');
  await lintRust();
  await step('Rust tests', () => run('cargo', ['test']));
  await buildEverything();
  await lintScripts();
  await testWasm();
  await step('command line for the comparison with npm', () =>
    run('cargo', ['build', '--release', '--bin', 'readwell']),
  );
  await nodeTests('npm package', 'tests/js');
  await nodeTests('installed npm package', 'tests/packaging');
  await browserTests('demo page', 'tests/e2e');
  await browserTests('extension', 'tests/extension');
});

async function nodeTests(name, folder) {
  const files = filesIn(folder);
  if (files.length === 0) return;
  await step(`${name}: ${folder}`, () => run('node', ['--test', '--test-reporter=spec', ...files]));
}

/** A browser at times loses an answer for good: a file that fails is run once more. */
async function browserTests(name, folder) {
  for (const file of filesIn(folder)) {
    const tests = () =>
      run('node', ['--test', `--test-timeout=${FILE_LIMIT}`, '--test-force-exit', '--test-reporter=spec', file]);
    await step(`${name}: ${file}`, () =>
      tests().catch((failure) => {
        console.log(`\n${failure.message}: once more`);
        return tests();
      }),
    );
  }
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  const tests = readdirSync(join(root, folder)).filter((file) => file.endsWith('.test.mjs'));
  return tests.map((file) => join(folder, file));
}
