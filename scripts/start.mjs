// npm start: sets up, builds everything, and serves the demo page until Ctrl+C.
import { join } from 'node:path';
import { setUp } from './setup.mjs';
import { root, script } from './steps.mjs';

const PORT = Number(process.env.PORT ?? 8080);

await script(async () => {
  await setUp();
  const { buildEverything } = await import('./everything.mjs');
  const { SITE } = await import('./www.mjs');
  const { serve } = await import('./serve.mjs');
  await buildEverything();
  const { url } = await serve(join(root, SITE), PORT).catch(() => serve(join(root, SITE)));
  console.log(`\nReadwell's demo page: ${url} (Ctrl+C ends)`);
});
