// What the user has dropped from one captured page. Kept with the capture, in memory alone.
import type { SiteRule } from './site-rules.js';

/** A dropped part: the selector of its place on this page, and the one of its like at the site, if there is any. */
export interface Drop {
  exact: string;
  general: string | undefined;
  /** Its first words. */
  text: string;
}

const PREFIX = 'drops:';

export async function loadDrops(id: string): Promise<Drop[]> {
  return ((await chrome.storage.session.get(PREFIX + id))[PREFIX + id] as Drop[] | undefined) ?? [];
}

export async function saveDrops(id: string, drops: Drop[]): Promise<void> {
  await chrome.storage.session.set({ [PREFIX + id]: drops });
}

/** What was dropped from a page of the host, as a rule. */
export function asRules(host: string, drops: Drop[]): SiteRule[] {
  return drops.map(({ exact }) => ({ host, remove: [exact] }));
}
