// Hides a page's clutter in place, and shows it again the next time.

import type { Outcome, RemovalReason } from 'readwell';
import { clean } from '../page/cleaning.js';
import { loadRules } from '../page/site-rules.js';
import { captureTab, OutOfBounds, runIn } from './capture-tab.js';

export async function declutter({ id }: chrome.tabs.Tab): Promise<void> {
  if (id === undefined) return;
  try {
    if (await runIn(id, () => globalThis.readwell?.restore(), [])) return;
    const outcome = await clean(await captureTab(id, 'page'), await loadRules());
    const hide = (ordinals: number[], title: string): unknown => globalThis.readwell?.hide(ordinals, title);
    await runIn(id, hide, [clutter(outcome), outcome.title ?? '']);
  } catch (error) {
    if (!(error instanceof OutOfBounds)) throw error;
    // Where extensions are kept out there is nothing to hide, and nowhere to say so but the button. The tab may be gone.
    await chrome.action.setBadgeText({ tabId: id, text: '–' }).catch(() => {});
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
