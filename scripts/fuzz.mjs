// npm run fuzz [SECONDS [TARGET…]]: each fuzz target for so long (600 s, all of them by default), from the tests' pages
// as seeds. Prints what each tried, reached and found. It needs Rust's nightly toolchain.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { capture, Failure, root, run, script, step } from './steps.mjs';
import { installFuzzer } from './tools.mjs';

const TARGETS = readdirSync(join(root, 'fuzz/fuzz_targets')).map((file) => file.replace('.rs', ''));

const [seconds = '600', ...named] = process.argv.slice(2);

/** `unsafe` is forbidden in our code: panics and hangs are what there is to find. */
const BUILD = ['--sanitizer=none'];

/** What the fuzzer says of the whole run: executions, edges and features reached (`cov`, `ft`), findings. */
const TOLD = /DONE|stat::|panicked|SUMMARY|Test unit written/;

async function fuzz(target) {
  const corpus = join(root, 'fuzz/corpus', target);
  mkdirSync(corpus, { recursive: true });
  await run('cargo', ['+nightly', 'fuzz', 'build', ...BUILD, target]);
  const folders = [corpus, 'tests/fixtures', 'tests/attacks'];
  const libfuzzer = [
    `-max_total_time=${seconds}`,
    '-dict=fuzz/html.dict',
    '-print_final_stats=1',
    '-print_funcs=0',
    '-timeout=10',
  ];
  const { code, stderr } = await capture('cargo', [
    ...['+nightly', 'fuzz', 'run', ...BUILD, target],
    ...folders,
    ...['--', ...libfuzzer],
  ]);
  const lines = stderr.trimEnd().split('\n');
  console.log((code === 0 ? lines.filter((line) => TOLD.test(line)) : lines.slice(-LAST_LINES)).join('\n'));
  if (code !== 0) throw new Failure(`the fuzzer found something: fuzz/artifacts/${target}`);
}

/** Lines that tell of a finding. */
const LAST_LINES = 60;

await script(async () => {
  const unknown = named.find((target) => !TARGETS.includes(target));
  if (unknown) throw new Failure(`there is no fuzz target ${unknown}: there are ${TARGETS.join(', ')}`);
  await installFuzzer();
  for (const target of named.length > 0 ? named : TARGETS) await step(`fuzz ${target}`, () => fuzz(target));
});
