// npm run fuzz [SECONDS [TARGET…]]: each fuzz target for so long (600 s, all of them by default), from the tests' pages
// as seeds. Prints what each tried, reached and found. It needs Rust's nightly toolchain.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root, run, script, step } from './steps.mjs';
import { installFuzzer } from './tools.mjs';

const TARGETS = readdirSync(join(root, 'fuzz/fuzz_targets')).map((file) => file.replace('.rs', ''));

const [seconds = '600', ...named] = process.argv.slice(2);

async function fuzz(target) {
  const corpus = join(root, 'fuzz/corpus', target);
  mkdirSync(corpus, { recursive: true });
  const libfuzzer = [
    `-max_total_time=${seconds}`,
    '-dict=fuzz/html.dict',
    '-print_final_stats=1',
    '-timeout=10',
    '-verbosity=0',
  ];
  await run('cargo', [
    '+nightly',
    'fuzz',
    'run',
    '--sanitizer=none', // `unsafe` is forbidden in our code: panics and hangs are what there is to find.
    target,
    corpus,
    'tests/fixtures',
    'tests/attacks',
    '--',
    ...libfuzzer,
  ]);
}

await script(async () => {
  const unknown = named.find((target) => !TARGETS.includes(target));
  if (unknown) throw new Failure(`there is no fuzz target ${unknown}: there are ${TARGETS.join(', ')}`);
  await installFuzzer();
  for (const target of named.length > 0 ? named : TARGETS) await step(`fuzz ${target}`, () => fuzz(target));
});
