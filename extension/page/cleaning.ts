// Finds the article of a capture.
import { Cleaner, clean as cleanString, init, isProbablyReaderable, type Options, type Outcome } from 'readwell';
import type { Capture } from './capture.js';
import { type Corrections, NOTHING_CORRECTED } from './corrections.js';
import { readHints } from './hints.js';
import type { SiteRule } from './site-rules.js';

/** Characters given at once: few enough for progress to be seen, enough to cost nothing. */
const PIECE = 1 << 18;

/** Cleans a captured page; `progress` is told the part done, from 0 to 1, where the page is a long one. */
export async function clean(
  capture: Capture,
  siteRules: SiteRule[],
  corrections?: Corrections,
  progress?: (part: number) => Promise<void>,
): Promise<Outcome> {
  await start();
  const cleaner = new Cleaner(optionsFor(capture, siteRules, corrections));
  for (let at = 0; at < capture.html.length; at += PIECE) {
    cleaner.write(capture.html.slice(at, at + PIECE));
    if (capture.html.length > PIECE) await progress?.(Math.min(1, (at + PIECE) / capture.html.length));
  }
  return cleaner.end();
}

/** A quick look at whether there is anything to read. */
export async function mayBeReadable(capture: Capture, siteRules: SiteRule[]): Promise<boolean> {
  await start();
  return isProbablyReaderable(capture.html, optionsFor(capture, siteRules));
}

/** What is wrong with a rule, in the core's words; nothing, where it can be used. */
export async function mistakeIn(rule: SiteRule): Promise<string | undefined> {
  await start();
  return mistake(rule);
}

export function start(): Promise<void> {
  return init(chrome.runtime.getURL('readwell.wasm'));
}

/** How a capture is cleaned. The core has been started. */
export function optionsFor(
  { url, hints }: Capture,
  siteRules: SiteRule[],
  { kept, dropped }: Corrections = NOTHING_CORRECTED,
): Options {
  return {
    url: /^https?:/.test(url) ? url : null,
    trace: true,
    removeTrackingParameters: true,
    frontMatter: true,
    hints: readHints(hints),
    keep: kept.map(({ ordinal }) => ordinal),
    remove: dropped.map(({ ordinal }) => ordinal),
    // One that can't be used, from a file perhaps, does not take the others with it.
    siteRules: siteRules.filter((rule) => mistake(rule) === undefined),
  };
}

function mistake(rule: SiteRule): string | undefined {
  try {
    cleanString('', { siteRules: [rule] });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
