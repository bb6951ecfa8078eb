// What options have to be. The core would say of a mistake what kind of value it is, and not whose.
import { coded } from './errors.js';
import type { DeclutterOptions, Options } from './types.js';

type Kind = readonly [is: (value: unknown) => boolean, what: string];

const TEXT: Kind = [(value) => typeof value === 'string', 'a string'];
const SWITCH: Kind = [(value) => typeof value === 'boolean', 'true or false'];
/** The core counts with 32 bits. */
const NUMBER: Kind = [(value) => value === (value as number) >>> 0, 'a whole number from 0 to 4294967295'];
const TEXTS = listOf(TEXT, 'a list of strings');
const NUMBERS = listOf(NUMBER, 'a list of whole numbers from 0');

/** The core itself names what is wrong with `siteRules` and `hints`. */
const KINDS: Readonly<Record<keyof (Omit<Options, 'siteRules' | 'hints'> & DeclutterOptions), Kind>> = {
  url: TEXT,
  charset: TEXT,
  trace: SWITCH,
  rawMetadata: SWITCH,
  frontMatter: SWITCH,
  removeTrackingParameters: SWITCH,
  styles: SWITCH,
  iframes: TEXTS,
  keep: NUMBERS,
  remove: NUMBERS,
  maxInputBytes: NUMBER,
  maxElements: NUMBER,
  maxTokenizerBytes: NUMBER,
};

/** The options as they are; a mistake in them is thrown by its name. `undefined` and `null` mean the default. */
export function checked<T extends object>(options: T | undefined): T | undefined {
  if ((options ?? undefined) === undefined) return options;
  if (typeof options !== 'object') throw coded('invalid-options', 'the options are an object');
  for (const [name, [is, what]] of Object.entries(KINDS)) {
    const value = (options as Record<string, unknown>)[name] ?? undefined;
    if (value !== undefined && !is(value)) throw coded('invalid-options', `the option \`${name}\` is ${what}`);
  }
  return options;
}

function listOf([is]: Kind, what: string): Kind {
  return [(value) => Array.isArray(value) && value.every(is), what];
}
