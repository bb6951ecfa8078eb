// Makes a fresh clone ready: the dev dependencies of package-lock.json and the build tools.

import { whenChanged } from './stamps.mjs';
import { run, step } from './steps.mjs';
import { installTools } from './tools.mjs';

export async function setUp() {
  await step('npm packages', () =>
    whenChanged('npm', { inputs: ['package-lock.json', '.npmrc'], outputs: ['node_modules/.package-lock.json'] }, () =>
      run('npm', ['ci']),
    ),
  );
  await step('build tools', installTools);
}
