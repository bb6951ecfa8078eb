// Puts the npm package together in dist/: the wasm file, its glue, and js/ compiled.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { whenChanged } from './stamps.mjs';
import { root, run, step } from './steps.mjs';

const WASM = 'target/wasm-pack/web';
const INPUTS = [
  'js',
  'src/wasm',
  WASM,
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
  'scripts/package.mjs',
];

export async function buildPackage() {
  await step('npm package: dist', () =>
    whenChanged('dist', { inputs: INPUTS, outputs: ['dist/index.js', 'dist/readwell.wasm'] }, async () => {
      rmSync(join(root, 'dist'), { recursive: true, force: true });
      mkdirSync(join(root, 'dist', 'wasm'), { recursive: true });
      copyFileSync(join(root, WASM, 'readwell_bg.wasm'), join(root, 'dist', 'readwell.wasm'));
      copyFileSync(join(root, 'src', 'wasm', 'types.ts'), join(root, 'dist', 'types.d.ts'));
      await writeGlue(WASM, 'dist/wasm/glue.js');
      writeTypes();
      await run('tsc', ['--project', 'tsconfig.build.json']);
    }),
  );
}

/**
 * wasm-bindgen's glue holds one instance for good. Wrapped into a function it can be called again for a fresh one,
 * which is needed after a panic.
 */
export async function writeGlue(from, to) {
  await build({
    stdin: { contents: "export * from './readwell.js';", resolveDir: join(root, from) },
    bundle: true,
    format: 'iife',
    globalName: 'glue',
    target: 'es2022',
    banner: { js: 'export default function instantiate() {' },
    footer: { js: 'return glue;\n}' },
    outfile: join(root, to),
  });
}

function writeTypes() {
  const types = readFileSync(join(root, WASM, 'readwell.d.ts'), 'utf8');
  // Disposal is newer than the libraries that most projects' types are checked with.
  writeFileSync(join(root, 'dist', 'wasm', 'exports.d.ts'), types.replaceAll('    [Symbol.dispose](): void;\n', ''));
  writeFileSync(join(root, 'dist', 'wasm', 'glue.d.ts'), GLUE_TYPES);
}

const GLUE_TYPES = `export * from './exports.js';
/** All that one instance of the wasm module exports. */
export type Glue = typeof import('./exports.js');
/** Makes the glue of one instance. */
export default function instantiate(): Glue;
`;
