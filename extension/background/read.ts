// Opens a tab's page in the reader, in the same tab, so that Back leads back to it.
import { isOurs, type Problem, readerAddress } from '../page/address.js';
import type { Capture, Want } from '../page/capture.js';
import { keep, TooLarge } from '../page/captures.js';
import { captureTab, OutOfBounds } from './capture-tab.js';
import { noteOpened } from './opened.js';

/** Milliseconds that a press may seem to do nothing. */
const PATIENCE = 300;

export async function read(tab: chrome.tabs.Tab, want: Want): Promise<void> {
  if (tab.id === undefined) return;
  // The same button leads in and out.
  if (isOurs(tab.url)) return chrome.tabs.goBack(tab.id).catch(() => {});
  try {
    await open(tab.id, await seenWaiting(tab.id, captureTab(tab.id, want)));
  } catch (error) {
    const problem = problemOf(error, tab.url);
    if (!problem) throw error;
    await chrome.tabs.create({ url: readerAddress({ problem }), openerTabId: tab.id });
  }
}

/** The browser lets us look at a page once its document is there. Until then the button says that it was pressed. */
function seenWaiting<T>(tabId: number, work: Promise<T>): Promise<T> {
  const say = (text: string): void => void chrome.action.setBadgeText({ tabId, text }).catch(() => {});
  let waits = false;
  const timer = setTimeout(() => {
    waits = true;
    say('…');
  }, PATIENCE);
  return work.finally(() => {
    clearTimeout(timer);
    if (waits) say('');
  });
}

function problemOf(error: unknown, url: string | undefined): Problem | undefined {
  if (error instanceof TooLarge) return 'too-large';
  if (error instanceof OutOfBounds) return isPdf(url) ? 'pdf' : 'out-of-bounds';
  return undefined;
}

/** By its name alone: there is nothing else to see of what the browser shows by itself. */
function isPdf(url: string | undefined): boolean {
  return /\.pdf(?:[?#]|$)/i.test(url ?? '');
}

export async function open(tabId: number, capture: Capture): Promise<void> {
  const [id] = await Promise.all([keep(capture), noteOpened(tabId, capture.url)]);
  await chrome.tabs.update(tabId, { url: readerAddress({ capture: id }) });
}
