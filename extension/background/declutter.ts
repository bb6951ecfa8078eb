// Hides a page's clutter in place, and shows it again the next time.

import type { Outcome, RemovalReason } from 'readwell';
import { clean } from '../page/cleaning.js';
import { loadRules } from '../page/site-rules.js';
import { captureTab, OutOfBounds } from './capture-tab.js';

export async function declutter(tab: chrome.tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  const target = { tabId: tab.id };
  try {
    const [restored] = await chrome.scripting.executeScript({ target, func: () => globalThis.readwell?.restore() });
    if (restored?.result) return;
    const outcome = await clean(await captureTab(tab.id, 'page'), await loadRules());
    await chrome.scripting.executeScript({
      target,
      func: (ordinals, title) => globalThis.readwell?.hide(ordinals, title),
      args: [clutter(outcome), outcome.title ?? ''] as [number[], string],
    });
  } catch (error) {
    if (!(error instanceof OutOfBounds)) throw error;
    // Where extensions are kept out there is nothing to hide, and nowhere to say so but the button.
    await chrome.action.setBadgeText({ tabId: tab.id, text: '–' });
  }
}

/** What is no clutter on a page that keeps its own look: its title, its author, its date; and what is not seen anyway. */
const STAYS = new Set<RemovalReason>(['title', 'meta', 'code', 'hidden']);

/** The ordinals of what was removed; nothing is hidden on a page without an article. */
function clutter(outcome: Outcome): number[] {
  if (!outcome.ok) return [];
  const kept = new Set(outcome.trace?.kept);
  const removed = outcome.trace?.removed.filter(({ reason }) => !STAYS.has(reason)) ?? [];
  return removed.flatMap(({ ordinal }) => (ordinal === null || kept.has(ordinal) ? [] : ordinal));
}
