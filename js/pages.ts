import { call } from './engine.js';
import { coded } from './errors.js';
import { filled } from './response.js';
import type { Options, Outcome } from './types.js';

/** How to fetch a text that its site cuts into pages, beside how to clean it. */
export interface PagesOptions extends Options {
  /** What fetches each page. Default: the host's own `fetch`. */
  fetch?: ((url: string, init: { signal?: AbortSignal }) => Promise<Response>) | undefined;
  /** Most pages that are fetched. Default 10. */
  maxPages?: number | undefined;
  /** Ends the fetching of pages. */
  signal?: AbortSignal | undefined;
}

/** The outcome of all pages as one text, and the addresses of the pages, in order. */
export type PagesOutcome = Outcome & { pages: string[] };

const MAX_PAGES = 10;

/**
 * Cleans the page at an address, and those that it goes on in, as one text: what each page says again comes once. The next
 * page is looked for on the same site alone, none is fetched twice, and no more than `maxPages` are. If a later page can't
 * be had, the text ends before it, and its `nextPage` says where it would go on.
 */
export async function cleanPages(url: string, options: PagesOptions = {}): Promise<PagesOutcome> {
  const { fetch = globalThis.fetch, maxPages = MAX_PAGES, signal, ...rest } = options;
  if (!Number.isInteger(maxPages) || maxPages < 1)
    throw coded('invalid-options', '`maxPages` is a whole number from 1');
  const parts = call((glue) => new glue.Parts({ ...rest, url }));
  const pages: string[] = [];
  try {
    let next: string | undefined = url;
    while (next !== undefined && pages.length < maxPages && !pages.includes(next)) {
      const address: string = next;
      const response = await fetched(fetch, address, signal, pages.length > 0);
      if (!response) break;
      // What was said of single elements was said of the first page.
      const own = pages.length > 0 ? { hints: null, keep: null, remove: null } : {};
      const page = await filled(response, { ...rest, ...own, url: response.url || address });
      next = call(() => parts.add(page));
      pages.push(address);
    }
  } catch (error) {
    parts.free();
    throw error;
  }
  return { ...call(() => parts.end()), pages };
}

/** A page's response. The first has to be there; a later one that is not ends the text. */
async function fetched(
  fetch: NonNullable<PagesOptions['fetch']>,
  url: string,
  signal: AbortSignal | undefined,
  isLater: boolean,
): Promise<Response | undefined> {
  try {
    const response = await fetch(url, signal ? { signal } : {});
    return response.ok || !isLater ? response : undefined;
  } catch (error) {
    if (isLater && !signal?.aborted) return undefined;
    throw error;
  }
}
