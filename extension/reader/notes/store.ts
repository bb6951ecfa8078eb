// Highlights and notes, kept on this computer by the address of the page.
import { isNote, type Note } from './note.js';

export const NOTES_PREFIX = 'notes:';

function keyOf(url: string): string {
  return `${NOTES_PREFIX}${url.replace(/#.*/, '')}`;
}

export async function loadNotes(url: string): Promise<Note[]> {
  const found = (await chrome.storage.local.get(keyOf(url)))[keyOf(url)];
  return Array.isArray(found) ? found.filter(isNote) : [];
}

/** Keeps a note, in place of the one of its id. */
export function keepNote(url: string, note: Note): Promise<void> {
  return change(url, (notes) => [...notes.filter(({ id }) => id !== note.id), note]);
}

export function dropNote(url: string, note: Note): Promise<void> {
  return change(url, (notes) => notes.filter(({ id }) => id !== note.id));
}

/**
 * The other notes of the page stay as they are kept, and not as they are shown: another tab may have added some, and a
 * passage that is not there today may be there tomorrow.
 */
function change(url: string, by: (notes: Note[]) => Note[]): Promise<void> {
  return navigator.locks.request(keyOf(url), async () => {
    const notes = by(await loadNotes(url));
    if (notes.length > 0) await chrome.storage.local.set({ [keyOf(url)]: notes });
    else await chrome.storage.local.remove(keyOf(url));
  });
}
