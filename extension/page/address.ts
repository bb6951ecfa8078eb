// Where the reader page is, and what it is told by its address.

/** Why a page can't be read at all. */
export type Problem = 'out-of-bounds' | 'gone';

export function readerAddress(what: { capture: string } | { problem: Problem }): string {
  return `${chrome.runtime.getURL('reader.html')}?${new URLSearchParams(what)}`;
}

/** Whether an address is one of our own pages. */
export function isOurs(address: string | undefined): boolean {
  return address?.startsWith(chrome.runtime.getURL('')) ?? false;
}
