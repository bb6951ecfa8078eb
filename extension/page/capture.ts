// A page as the capture script took it down. It comes from a page's own process, so that nothing of it is believed unseen.

/** What of the page is wanted; `auto` is the selection where there is one worth reading, and the page otherwise. */
export type Want = 'auto' | 'page' | 'selection';

export interface Capture {
  /** The page's address. */
  url: string;
  title: string;
  /** The type that the page was served with, such as `text/html`. */
  contentType: string;
  /** Whether `html` is what the user had selected, and not the page. */
  selected: boolean;
  html: string;
  /** How each element of `html` is shown (`hints.ts`). */
  hints: string;
}

const TEXTS = ['url', 'title', 'contentType', 'html', 'hints'] as const;

/** The capture that a page's answer holds; nothing where the answer is not of that shape. */
export function readCapture(value: unknown): Capture | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Record<string, unknown>;
  if (TEXTS.some((field) => typeof given[field] !== 'string') || typeof given.selected !== 'boolean') return undefined;
  const { url, title, contentType, selected, html, hints } = given as unknown as Capture;
  return { url, title, contentType, selected, html, hints };
}
