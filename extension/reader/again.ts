// The page is read anew, as something about it was changed: one comes back to the same place in it.
import { scrollTo } from './links.js';
import { openPanel, type PanelName } from './panels.js';

interface Place {
  top: number;
  panel: PanelName | undefined;
  /** How the part begins that is to be seen; it is marked. */
  text: string | undefined;
}

const KEY = `place:${location.search}`;

export function readAgain(shown: Document, panel?: PanelName, text?: string): void {
  const place: Place = { top: shown.scrollingElement?.scrollTop ?? 0, panel, text };
  sessionStorage.setItem(KEY, JSON.stringify(place));
  location.reload();
}

/** Takes up where the page was when it was last read; nowhere, if it is read for the first time. */
export function takePlace(): Place | undefined {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept ? (JSON.parse(kept) as Place) : undefined;
}

/** Opens the panel of the place, and leads to its part. */
export function goTo(shown: Document, { panel, text }: Place): void {
  if (panel) openPanel(panel);
  const part = text ? beginningWith(shown, letters(text)) : undefined;
  if (!part) return;
  part.classList.add('brought-back');
  scrollTo(part, 'center');
}

/** What begins so; or else what most of the beginning begins with, where it is spread over parts side by side. */
function beginningWith(shown: Document, beginning: string): HTMLElement | undefined {
  const parts = [...shown.querySelectorAll<HTMLElement>('main *')].map((part) => ({
    part,
    text: letters(part.textContent ?? ''),
  }));
  const whole = parts.find(({ text }) => text.startsWith(beginning));
  const starts = parts.filter(({ text }) => text !== '' && beginning.startsWith(text));
  return (whole ?? starts.sort((one, other) => other.text.length - one.text.length)[0])?.part;
}

/** Spaces are set anew in the article. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
