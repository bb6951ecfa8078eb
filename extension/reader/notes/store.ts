// Highlights and notes, kept on this computer by the address of the page.
import type { Note } from './note.js';

export const NOTES_PREFIX = 'notes:';

function keyOf(url: string): string {
  return `${NOTES_PREFIX}${url.replace(/#.*/, '')}`;
}

export async function loadNotes(url: string): Promise<Note[]> {
  const found = (await chrome.storage.local.get(keyOf(url)))[keyOf(url)];
  return Array.isArray(found) ? (found as Note[]) : [];
}

export async function saveNotes(url: string, notes: Note[]): Promise<void> {
  if (notes.length > 0) await chrome.storage.local.set({ [keyOf(url)]: notes });
  else await chrome.storage.local.remove(keyOf(url));
}
