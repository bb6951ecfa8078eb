// npm run bench [FOLDER]: how fast. The Rust benchmarks natively, then the npm package beside Readability.js, over the
// pages of a folder (the tests' by default).
import { setUp } from './setup.mjs';
import { run, script, step } from './steps.mjs';

await script(async () => {
  await setUp();
  const { buildEverything } = await import('./everything.mjs');
  await buildEverything();
  await step('native', () => run('cargo', ['bench', '--features', 'bench']));
  await step('npm', () => run('node', ['scripts/bench-npm.mjs', ...process.argv.slice(2)]));
});
