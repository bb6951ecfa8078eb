// Hides a page's clutter in place, and shows it again the next time.

import type { Outcome } from 'readwell';
import { clean } from '../page/cleaning.js';
import { captureTab, OutOfBounds } from './capture-tab.js';

export async function declutter(tab: chrome.tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  const target = { tabId: tab.id };
  try {
    const [restored] = await chrome.scripting.executeScript({ target, func: () => globalThis.readwell?.restore() });
    if (restored?.result) return;
    const ordinals = clutter(await clean(await captureTab(tab.id, 'page')));
    await chrome.scripting.executeScript({
      target,
      func: (ordinals) => globalThis.readwell?.hide(ordinals),
      args: [ordinals],
    });
  } catch (error) {
    if (!(error instanceof OutOfBounds)) throw error;
    // Where extensions are kept out there is nothing to hide, and nowhere to say so but the button.
    await chrome.action.setBadgeText({ tabId: tab.id, text: '–' });
  }
}

/** The ordinals of what was removed; nothing is hidden on a page without an article. */
function clutter(outcome: Outcome): number[] {
  if (!outcome.ok) return [];
  const kept = new Set(outcome.trace?.kept);
  return (outcome.trace?.removed ?? []).flatMap(({ ordinal }) =>
    ordinal === null || kept.has(ordinal) ? [] : ordinal,
  );
}
