#!/usr/bin/env node
// The command `readwell`: the same flags and answers as the native one.
import { createReadStream } from 'node:fs';
import { readArguments, USAGE } from './cli/arguments.js';
import { answerLines } from './cli/ndjson.js';
import { print } from './cli/output.js';
import { cleanStream, written } from './cli/page.js';
import { version } from './node.js';

/** An article came out. */
const ARTICLE = 0;
/** The page has none. */
const NO_ARTICLE = 1;
/** The command was called wrongly, or its input can't be read. */
const MISTAKE = 2;

async function main(): Promise<number> {
  const { file, format, ndjson, options, wants } = readArguments(process.argv.slice(2));
  if (wants === 'help') return done(USAGE);
  if (wants === 'version') return done(`readwell ${version()}\n`);
  const input = file === '-' ? process.stdin : createReadStream(file);
  if (ndjson) {
    await answerLines(input, options);
    return ARTICLE;
  }
  const outcome = await cleanStream(input, options);
  if (!outcome.ok) console.error(`readwell: ${outcome.message}`);
  await print(written(outcome, format));
  return outcome.ok ? ARTICLE : NO_ARTICLE;
}

async function done(text: string): Promise<number> {
  await print(text);
  return ARTICLE;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`readwell: ${error instanceof Error ? error.message : error}`);
  process.exitCode = MISTAKE;
}
