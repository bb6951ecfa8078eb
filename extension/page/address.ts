// Where the reader page is, and what it is told by its address.

/** Why a page can't be read at all. */
export type Problem = (typeof PROBLEMS)[number];

const PROBLEMS = ['out-of-bounds', 'pdf', 'too-large', 'gone'] as const;

export function readerAddress(what: { capture: string } | { problem: Problem }): string {
  return `${chrome.runtime.getURL('reader.html')}?${new URLSearchParams(what)}`;
}

/** The problem of that name; a page that is not there, for any other. */
export function problemOf(name: string | null): Problem {
  return PROBLEMS.find((problem) => problem === name) ?? 'gone';
}

/** Whether an address is one of our own pages. */
export function isOurs(address: string | undefined): boolean {
  return address?.startsWith(chrome.runtime.getURL('')) ?? false;
}
