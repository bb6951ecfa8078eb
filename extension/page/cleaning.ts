// Finds the article of a capture.
import { Cleaner, init, type Outcome } from 'readwell';
import type { Capture } from './capture.js';

/** Characters given at once: few enough for progress to be seen, enough to cost nothing. */
const PIECE = 1 << 18;

/** Cleans a captured page; `progress` is told the part done, from 0 to 1, where the page is a long one. */
export async function clean(capture: Capture, progress?: (part: number) => Promise<void>): Promise<Outcome> {
  await init(chrome.runtime.getURL('readwell.wasm'));
  const cleaner = new Cleaner({ url: /^https?:/.test(capture.url) ? capture.url : null, trace: true });
  for (let at = 0; at < capture.html.length; at += PIECE) {
    cleaner.write(capture.html.slice(at, at + PIECE));
    if (capture.html.length > PIECE) await progress?.(Math.min(1, (at + PIECE) / capture.html.length));
  }
  return cleaner.end();
}
