// The page is read anew, as something about it was changed: one comes back to the same place in it.
import type { PanelName } from './panels.js';

interface Place {
  top: number;
  panel: PanelName | undefined;
}

const KEY = `place:${location.search}`;

export function readAgain(shown: Document, panel?: PanelName): void {
  const place: Place = { top: shown.scrollingElement?.scrollTop ?? 0, panel };
  sessionStorage.setItem(KEY, JSON.stringify(place));
  location.reload();
}

/** Takes up where the page was when it was last read; nowhere, if it is read for the first time. */
export function takePlace(): Place | undefined {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept ? (JSON.parse(kept) as Place) : undefined;
}
