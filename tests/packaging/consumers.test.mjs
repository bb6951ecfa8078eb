import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import * as browsers from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/serve.mjs';
import { page } from '../js/pages.mjs';
import { consumer, pack, root, run } from './packed.mjs';

let packed;

before(async () => {
  packed = await pack();
});

test('the tarball holds what is needed, and nothing else', () => {
  const kinds = packed.paths.filter((path) => !/^dist\/.*\.(js|d\.ts)$/.test(path));
  assert.deepEqual(
    kinds,
    ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'dist/readwell.wasm', 'package.json'].filter((path) =>
      existsSync(join(root, path)),
    ),
  );
  for (const path of [
    'dist/index.js',
    'dist/node.js',
    'dist/workerd.js',
    'dist/cli.js',
    'dist/index.d.ts',
    'dist/wasm/glue.js',
  ]) {
    assert.ok(packed.paths.includes(path), path);
  }
});

test('Node: the import and the command', async () => {
  const folder = await consumer(packed.tarball, {
    'main.mjs': `import { clean } from 'readwell'; console.log(clean(${JSON.stringify(page())}).title);`,
    'page.html': page(),
  });
  assert.equal(await run(folder, process.execPath, 'main.mjs'), 'Ferry returns\n');
  assert.match(
    await run(folder, 'npx', '--offline', 'readwell', 'page.html', '--format', 'text'),
    /The ferry to the island/,
  );
});

test('TypeScript: the types are exact', async () => {
  const settings = (module, moduleResolution) =>
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        target: 'es2022',
        types: [],
        module,
        moduleResolution,
      },
      files: ['main.ts'],
    });
  const folder = await consumer(packed.tarball, {
    'main.ts': readFileSync(join(import.meta.dirname, 'types.ts'), 'utf8'),
    'nodenext.json': settings('nodenext', 'nodenext'),
    'bundler.json': settings('esnext', 'bundler'),
  });
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  for (const project of ['nodenext.json', 'bundler.json']) await run(folder, tsc, '--project', project);
});

test('workerd: the module is imported, and nothing has to be awaited', async () => {
  const folder = await consumer(packed.tarball, {
    'worker.mjs': `import { clean } from 'readwell'; export default (html) => clean(html).title;`,
  });
  // What workerd does with an imported wasm file, for Node.
  const compiled = {
    name: 'compiled',
    setup({ onLoad }) {
      onLoad({ filter: /\.wasm$/ }, ({ path }) => ({
        contents: `import { readFileSync } from 'node:fs';
          export default new WebAssembly.Module(readFileSync(${JSON.stringify(path)}));`,
        resolveDir: folder,
      }));
    },
  };
  const outfile = join(folder, 'bundle.mjs');
  const conditions = ['workerd', 'worker', 'browser'];
  await build({
    entryPoints: [join(folder, 'worker.mjs')],
    outfile,
    bundle: true,
    format: 'esm',
    conditions,
    plugins: [compiled],
    external: ['node:fs'],
  });
  const worker = await import(outfile);
  assert.equal(worker.default(page()), 'Ferry returns');
});

test('browsers: a bundle fetches the wasm file from beside it, or from where it is told', async (t) => {
  const main = (input) => `
    import { cleanDocument, cleanResponse, init } from 'readwell';
    import wasm from 'readwell/readwell.wasm';
    await init(${input});
    const fetched = await cleanResponse(await fetch('page.html'));
    const local = cleanDocument(document);
    globalThis.result = { fetched: fetched.title, local: local.reason, wasm };`;
  const folder = await consumer(packed.tarball, {
    'default.js': main(''),
    'told.js': main('new URL(wasm, location.href)'),
  });
  const entryPoints = [join(folder, 'default.js'), join(folder, 'told.js')];
  const site = join(folder, 'site');
  await build({
    entryPoints,
    outdir: site,
    bundle: true,
    format: 'esm',
    loader: { '.wasm': 'file' },
    assetNames: 'hashed-[hash]',
  });
  copyFileSync(join(folder, 'node_modules', 'readwell', 'dist', 'readwell.wasm'), join(site, 'readwell.wasm'));
  writeFileSync(join(site, 'page.html'), page());

  const server = await serve(site);
  t.after(() => server.close());
  const browser = await chromium.launch({ executablePath: await browsers.chromium(), args: browsers.CHROMIUM_FLAGS });
  t.after(() => browser.close());
  for (const bundle of ['default', 'told']) {
    writeFileSync(
      join(site, `${bundle}.html`),
      `<!DOCTYPE html><title>Host</title><script type="module" src="${bundle}.js"></script>`,
    );
    const tab = await browser.newPage();
    await tab.goto(`${server.url}${bundle}.html`);
    await tab.waitForFunction('globalThis.result', undefined, { timeout: 10_000 });
    const { fetched, local } = await tab.evaluate('globalThis.result');
    assert.deepEqual({ fetched, local }, { fetched: 'Ferry returns', local: 'too-little-text' });
  }
});
