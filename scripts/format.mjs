// npm run format: formats every source file, and makes the linters' safe changes.
import { setUp } from './setup.mjs';
import { run, script, step } from './steps.mjs';

await script(async () => {
  await setUp();
  await step('rustfmt', () => run('cargo', ['fmt']));
  await step('biome', () => run('biome', ['check', '--write']));
});
