// Opens articles in the reader by themselves, at sites where the user wants that, and marks the button there.
import type { PageType } from 'readwell';
import { opensByItself, siteOf } from '../page/by-itself.js';
import { TooLarge } from '../page/captures.js';
import { clean, mayBeReadable } from '../page/cleaning.js';
import { loadRules } from '../page/site-rules.js';
import { captureTab, OutOfBounds } from './capture-tab.js';
import { wasOpened } from './opened.js';
import { open } from './read.js';

/** Pages that one comes to for their text, and not on the way to another. */
const WORTH_OPENING = new Set<PageType>(['article', 'documentation', 'other']);
/** A page of which less is certain waits for a press of the button. */
const LEAST_QUALITY = 0.5;

export async function openByItself({ id, url }: chrome.tabs.Tab): Promise<void> {
  // Without permission for the site there is no address to see.
  const site = siteOf(url);
  if (id === undefined || !url || !site || !(await opensByItself(site))) return;
  try {
    const capture = await captureTab(id, 'page');
    const rules = await loadRules();
    if (!(await mayBeReadable(capture, rules))) return;
    const outcome = await clean(capture, rules);
    if (!outcome.ok || !WORTH_OPENING.has(outcome.pageType) || outcome.quality < LEAST_QUALITY) return;
    // The user may have gone on meanwhile, or closed the tab.
    const now = await chrome.tabs.get(id).catch(() => undefined);
    if (now?.url !== url) return;
    await chrome.action.setBadgeText({ tabId: id, text: '•' });
    if (!(await wasOpened(id, url))) await open(id, capture);
  } catch (error) {
    // Nobody has asked for the page: it stays as it is.
    if (!(error instanceof OutOfBounds || error instanceof TooLarge)) throw error;
  }
}
