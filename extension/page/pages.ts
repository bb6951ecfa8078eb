// The further pages of an article that its site cuts into pages: fetched when the user asks, and kept with the capture.
import { cleanPages, type Outcome } from 'readwell';
import { charsetOf } from '../../js/content-type.js';
import type { Capture } from './capture.js';
import { keepBeside, takeBeside } from './captures.js';
import { optionsFor, start } from './cleaning.js';
import type { Corrections } from './corrections.js';
import type { SiteRule } from './site-rules.js';

export interface Page {
  url: string;
  html: string;
}

/** Pages that are fetched at one press. */
const MOST = 10;
const NAME = 'pages';

export async function loadPages(id: string): Promise<Page[]> {
  return ((await takeBeside(id, NAME)) as Page[] | undefined) ?? [];
}

export function savePages(id: string, pages: Page[]): Promise<void> {
  return keepBeside(id, NAME, pages);
}

/** The article of a capture and of the further pages that there are. */
export async function cleanTogether(
  capture: Capture,
  pages: Page[],
  siteRules: SiteRule[],
  corrections: Corrections,
): Promise<Outcome> {
  await start();
  const known = new Map([capture, ...pages].map(({ url, html }) => [url, html]));
  const fetch = async (url: string): Promise<Response> => responseOf(known.get(url));
  return cleanPages(capture.url, { ...optionsFor(capture, siteRules, corrections), fetch, maxPages: known.size });
}

/** Fetches on from the pages that there are. The browser has to have allowed it. */
export async function fetchFurther(capture: Capture, pages: Page[], siteRules: SiteRule[]): Promise<Page[]> {
  await start();
  const all = [...pages];
  const known = new Map([capture, ...pages].map(({ url, html }) => [url, html]));
  const fetchOne = async (url: string): Promise<Response> => {
    if (known.has(url)) return responseOf(known.get(url));
    const response = await fetch(url, { credentials: 'include', referrerPolicy: 'no-referrer' });
    if (!response.ok) return response;
    const html = await decoded(response);
    all.push({ url, html });
    return responseOf(html);
  };
  await cleanPages(capture.url, { ...optionsFor(capture, siteRules), fetch: fetchOne, maxPages: known.size + MOST });
  return all;
}

function responseOf(html: string | undefined): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return new Response(html ?? null, { status: html === undefined ? 404 : 200, headers });
}

/** As the server, or else the page itself, says that it is to be decoded. */
async function decoded(response: Response): Promise<string> {
  const bytes = await response.arrayBuffer();
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 1024));
  const inPage = /charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  const label = charsetOf(response.headers.get('content-type')) ?? inPage ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
