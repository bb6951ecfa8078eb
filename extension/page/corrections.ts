// What the user has changed about one captured page. Kept with the capture, in memory alone.

/** A part of the page, by the place of its start tag among all of them. */
export interface Part {
  ordinal: number;
  /** Its first words. */
  text: string;
}

/** A dropped part, with the selector of its like at the site, if there is any. */
export interface Drop extends Part {
  general: string | undefined;
}

export interface Corrections {
  dropped: readonly Drop[];
  /** What was brought back. */
  kept: readonly Part[];
}

export const NOTHING_CORRECTED: Corrections = { dropped: [], kept: [] };

const PREFIX = 'corrections:';

export async function loadCorrections(id: string): Promise<Corrections> {
  const found = (await chrome.storage.session.get(PREFIX + id))[PREFIX + id] as Corrections | undefined;
  return found ?? NOTHING_CORRECTED;
}

export async function saveCorrections(id: string, corrections: Corrections): Promise<void> {
  await chrome.storage.session.set({ [PREFIX + id]: corrections });
}
