// The user's settings, highlights and notes as a file, from a file, and gone.
import { EVERYWHERE, SITE_PREFIX } from '../page/settings.js';
import { RULES_KEY, readRules } from '../page/site-rules.js';
import { t } from '../page/text.js';
import { NOTES_PREFIX } from '../reader/notes/store.js';
import { say } from '../reader/say.js';
import { save } from '../reader/take/file.js';
import { chooseFile } from './choose-file.js';

export async function exportData(): Promise<void> {
  const all = await chrome.storage.local.get(null);
  save('readwell.json', 'application/json', `${JSON.stringify(all, null, 2)}\n`);
}

/** Asks for a file, and adds what it holds to what there is. */
export async function importData(): Promise<void> {
  const data = readData(await chooseFile());
  if (data) await chrome.storage.local.set(data);
  say(t(data ? 'imported' : 'notOurs'));
}

export async function forgetEverything(): Promise<void> {
  if (!confirm(t('forgetSure'))) return;
  await chrome.storage.local.clear();
  const { origins = [] } = await chrome.permissions.getAll();
  if (origins.length > 0) await chrome.permissions.remove({ origins }).catch(() => false);
  say(t('forgotten'));
}

/** What a file holds, as far as it is ours; nothing, where it is not of that shape. */
export function readData(text: string): Record<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
    const ours = Object.entries(data).filter(([key, value]) => isOurs(key, value));
    return ours.length > 0 ? Object.fromEntries(ours) : undefined;
  } catch {
    return undefined;
  }
}

/** Sites whose articles open by themselves are not among it: a permission does not travel. */
function isOurs(key: string, value: unknown): boolean {
  if (key.startsWith(NOTES_PREFIX)) return Array.isArray(value);
  if (key === RULES_KEY) return readRules(value) !== undefined;
  return (key === EVERYWHERE || key.startsWith(SITE_PREFIX)) && typeof value === 'object' && value !== null;
}
