// npm run bench [FOLDER or pages.ndjson]: how fast each stage is, natively and in wasm, and the npm package beside
// @mozilla/readability on linkedom, over the same pages in one run (the tests' fixtures by default).
//
// In each round all are run one after the other, so that what else the machine does falls on all; the medians count.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from './bench-pages.mjs';
import { setUp } from './setup.mjs';
import { capture, Failure, root, script, step } from './steps.mjs';

const ROUNDS = 7;
const NATIVE = ['bench', '--features', 'bench', '--bench', 'stages', '--no-run', '--message-format=json'];

await script(async () => {
  await setUp();
  const program = await build();
  const { CONTENDERS, RIVAL, stagesInWasm } = await import('./bench-contenders.mjs');
  const corpus = process.argv[2] ?? join(root, 'tests', 'fixtures');
  const all = await pagesOf(corpus);
  // The time to fail says nothing.
  const pages = all.filter((page) => Object.values(CONTENDERS).every((contender) => succeeds(contender, page)));
  const file = join(root, 'target', 'bench-pages.ndjson');
  writeFileSync(file, pages.map((html) => `${JSON.stringify({ html })}\n`).join(''));

  const stages = await stagesInWasm(pages);
  const times = { native: {}, wasm: {}, npm: {} };
  await step(`${ROUNDS} rounds`, async () => {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const measured = {
        native: await native(program, file),
        wasm: Object.fromEntries(stages.map(({ name, run }) => [name, timed(run)])),
        npm: Object.fromEntries(
          Object.entries(CONTENDERS).map(([name, each]) => [name, timed(() => pages.forEach(each))]),
        ),
      };
      // The first round warms up.
      if (round > 0) note(times, measured);
    }
  });
  const megabytes = pages.reduce((sum, html) => sum + Buffer.byteLength(html), 0) / 1e6;
  report({ count: pages.length, of: all.length, megabytes, times, rival: RIVAL });
});

async function build() {
  const { buildWasm } = await import('./wasm.mjs');
  const { buildPackage } = await import('./package.mjs');
  await buildWasm();
  await buildPackage();
  await buildWasm('bench');
  return await step('native benchmark', buildNative);
}

/** The path of the program that times the stages natively. */
async function buildNative() {
  const { code, stdout, stderr } = await capture('cargo', NATIVE);
  if (code !== 0) throw new Failure(stderr);
  const messages = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return messages.find(({ target, executable }) => executable && target.name === 'stages').executable;
}

function succeeds(contender, page) {
  try {
    contender(page);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds by stage. */
async function native(program, file) {
  const { code, stdout, stderr } = await capture('sh', ['-c', '"$0" 1 < "$1"', program, file]);
  if (code !== 0) throw new Failure(stderr);
  return Object.fromEntries(JSON.parse(stdout.trim().split('\n').at(-1)));
}

function timed(action) {
  const begin = performance.now();
  action();
  return performance.now() - begin;
}

function note(times, measured) {
  for (const [where, each] of Object.entries(measured)) {
    for (const [name, time] of Object.entries(each)) {
      times[where][name] ??= [];
      times[where][name].push(time);
    }
  }
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function report({ count, of, megabytes, times, rival }) {
  const speed = (each) => (each ? ((megabytes * 1000) / median(each)).toFixed(1) : '').padStart(9);
  const faster = (each) => `${(median(times.npm[rival]) / median(each)).toFixed(1)}×`.padStart(9);
  console.log(
    `\n${count} of ${of} pages (one that any contender fails on is left out), ${megabytes.toFixed(1)} MB; MB/s, median of ${ROUNDS} rounds\n`,
  );
  console.log(`${'stage'.padEnd(52)}${'native'.padStart(9)}${'wasm'.padStart(9)}`);
  for (const name of Object.keys(times.native)) {
    console.log(`${name.padEnd(52)}${speed(times.native[name])}${speed(times.wasm[name])}`);
  }
  console.log(`\n${'in Node'.padEnd(52)}${'MB/s'.padStart(9)}${'faster'.padStart(9)}`);
  for (const [name, each] of Object.entries(times.npm)) console.log(`${name.padEnd(52)}${speed(each)}${faster(each)}`);
}
