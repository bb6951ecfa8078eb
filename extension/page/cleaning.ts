// Finds the article of a capture.
import { Cleaner, init, type Outcome } from 'readwell';
import type { Capture } from './capture.js';
import type { SiteRule } from './site-rules.js';

/** Characters given at once: few enough for progress to be seen, enough to cost nothing. */
const PIECE = 1 << 18;

/** Cleans a captured page; `progress` is told the part done, from 0 to 1, where the page is a long one. */
export async function clean(
  capture: Capture,
  siteRules: SiteRule[],
  progress?: (part: number) => Promise<void>,
): Promise<Outcome> {
  await init(chrome.runtime.getURL('readwell.wasm'));
  const cleaner = new Cleaner({ url: /^https?:/.test(capture.url) ? capture.url : null, trace: true });
  capture = { ...capture, html: withoutDropped(capture.html, siteRules) };
  for (let at = 0; at < capture.html.length; at += PIECE) {
    cleaner.write(capture.html.slice(at, at + PIECE));
    if (capture.html.length > PIECE) await progress?.(Math.min(1, (at + PIECE) / capture.html.length));
  }
  return cleaner.end();
}

/** The page without what its rules drop. */
function withoutDropped(html: string, rules: SiteRule[]): string {
  const remove = rules.flatMap(({ remove }) => remove ?? []);
  if (remove.length === 0 || typeof DOMParser === 'undefined') return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = remove.flatMap((selector) => [...page.querySelectorAll(selector)]);
  for (const element of found) element.remove();
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
