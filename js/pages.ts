import { call, release } from './engine.js';
import { coded, isCoded } from './errors.js';
import { checked } from './options.js';
import { filled } from './response.js';
import type { Options, Outcome } from './types.js';
import type { Cleaner as WasmCleaner } from './wasm/glue.js';

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
    throw coded('invalid-options', 'the option `maxPages` is a whole number from 1');
  if (typeof fetch !== 'function') throw coded('invalid-options', 'the option `fetch` is a function');
  if (!isAddress(url)) throw coded('invalid-url', `the page's URL ${JSON.stringify(url)} is not an absolute URL`);
  const parts = call((glue) => new glue.Parts({ ...checked(rest), url }));
  const pages: string[] = [];
  try {
    let next: string | undefined = url;
    while (next !== undefined && pages.length < maxPages && !pages.includes(next)) {
      const address: string = next;
      const get = () => fetch(address, signal ? { signal } : {});
      const page =
        pages.length === 0 ? await firstPage(get, address, rest) : await laterPage(get, address, rest, signal);
      if (!page) break;
      next = call(() => parts.add(page));
      pages.push(address);
    }
  } catch (error) {
    release(parts);
    throw error;
  }
  return { ...call(() => parts.end()), pages };
}

/** In words that browsers know which lack `URL.canParse`. */
function isAddress(url: unknown): boolean {
  try {
    return typeof url === 'string' && new URL(url).href !== '';
  } catch {
    return false;
  }
}

type Get = () => Promise<Response>;

/** The first page has to be there, whatever its server says of it. */
async function firstPage(get: Get, address: string, options: Options): Promise<WasmCleaner> {
  const response = await get();
  return filled(response, { ...options, url: response.url || address });
}

/** A later page; nothing, if it can't be had as a whole, which ends the text. */
async function laterPage(
  get: Get,
  address: string,
  options: Options,
  signal: AbortSignal | undefined,
): Promise<WasmCleaner | undefined> {
  try {
    const response = await get();
    if (!response.ok || isElsewhere(response, address)) {
      // A body that nobody reads would keep its connection.
      await response.body?.cancel();
      return undefined;
    }
    // What was said of single elements was said of the first page.
    return await filled(response, { ...options, hints: null, keep: null, remove: null, url: response.url || address });
  } catch (error) {
    // The pages so far are lost with the instance that failed.
    const isLost = isCoded(error) && error.code === 'internal';
    if (isLost || signal?.aborted) throw error;
    return undefined;
  }
}

/** Whether another site answered: a login, a shortened address's end. */
function isElsewhere(response: Response, address: string): boolean {
  return response.url !== '' && new URL(response.url).host !== new URL(address).host;
}
