// npm run build: sets up and builds everything.
import { setUp } from './setup.mjs';
import { script } from './steps.mjs';

await script(async () => {
  await setUp();
  const { buildEverything } = await import('./everything.mjs');
  await buildEverything();
});
