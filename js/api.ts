// What every entry point exports beside its own `init`.
import { call } from './engine.js';
import { coded } from './errors.js';
import { hintsOf } from './hints.js';
import { checked } from './options.js';
import type { Options, Outcome } from './types.js';

export { Cleaner } from './cleaner.js';
export { declutter } from './declutter.js';
export type { ReadwellError } from './errors.js';
export { cleanPages, type PagesOptions, type PagesOutcome } from './pages.js';
export { cleanResponse } from './response.js';
export type * from './types.js';

/** Cleans a whole page. A string is taken as it is; bytes are decoded by BOM, `options.charset`, `<meta>`. */
export function clean(html: string | Uint8Array, options?: Options): Outcome {
  return call((glue) => glue.clean(html, checked(options)));
}

/**
 * Cleans a document as it stands now, without changing it. Its address is its own unless `options.url` is given. Where it is
 * on a screen, what style sheets and scripts hide or show counts, unless `options.hints` is `null`.
 */
export function cleanDocument(document: Document, options?: Options): Outcome {
  if (!document?.documentElement) throw coded('invalid-input', 'a document has a root element');
  const hints = options?.hints === undefined ? hintsOf(document) : options.hints;
  return call((glue) => glue.cleanDocument(document, { ...checked(options), hints }));
}

/**
 * Whether a page looks as if `clean` would give something to read: an article, a manual's page, a thread. It takes a small
 * part of the time of `clean`, and may be wrong both ways.
 */
export function isProbablyReaderable(page: string | Document, options?: Options): boolean {
  const html = typeof page === 'string' ? page : page?.documentElement?.outerHTML;
  if (typeof html !== 'string') throw coded('invalid-input', 'a page is a string or a document with a root element');
  return call((glue) => glue.isProbablyReaderable(html, checked(options)));
}

/** The version of this package. */
export function version(): string {
  return call((glue) => glue.version());
}
