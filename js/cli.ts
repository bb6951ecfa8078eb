#!/usr/bin/env node
// The command `readwell`: the same flags and answers as the native one.
import { createReadStream } from 'node:fs';
import { type Format, readArguments, USAGE } from './cli/arguments.js';
import { answerLines } from './cli/ndjson.js';
import { print } from './cli/output.js';
import { cleanStream, declutterStream, written } from './cli/page.js';
import { type Options, version } from './node.js';

/** An article came out, or whatever else was asked for. */
const DONE = 0;
/** The page has none. */
const NO_ARTICLE = 1;
/** The command was called wrongly, or its input can't be read. */
const MISTAKE = 2;

async function main(): Promise<number> {
  const { file, format, task, options } = readArguments(process.argv.slice(2));
  const input = () => (file === '-' ? process.stdin : createReadStream(file));
  switch (task) {
    case 'help':
      return print(USAGE).then(() => DONE);
    case 'version':
      return print(`readwell ${version()}\n`).then(() => DONE);
    case 'ndjson':
      return answerLines(input(), options).then(() => DONE);
    case 'declutter':
      return declutterStream(input(), options).then(() => DONE);
    case 'clean':
      return cleanOne(input(), options, format);
  }
}

async function cleanOne(input: AsyncIterable<Uint8Array>, options: Options, format: Format): Promise<number> {
  const outcome = await cleanStream(input, options);
  if (!outcome.ok) console.error(`readwell: ${outcome.message}`);
  await print(written(outcome, format));
  return outcome.ok ? DONE : NO_ARTICLE;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`readwell: ${error instanceof Error ? error.message : error}`);
  process.exitCode = MISTAKE;
}
