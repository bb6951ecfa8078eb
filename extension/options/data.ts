// The user's settings, highlights and notes as a file, from a file, and gone.
import { t } from '../page/text.js';
import { say } from '../reader/say.js';
import { save } from '../reader/take/file.js';
import { chooseFile } from './choose-file.js';
import { readData } from './imported.js';

export async function exportData(): Promise<void> {
  const all = await chrome.storage.local.get(null);
  save('readwell.json', 'application/json', `${JSON.stringify(all, null, 2)}\n`);
}

/** Names that one can take in at once. */
const MOST_NAMES = 20;

/** Asks for a file, and adds what it holds to what there is. What of it can't be used is named. */
export async function importData(): Promise<void> {
  const read = readData(await chooseFile(), await chrome.storage.local.get(null));
  if (!read) return say(t('notOurs'));
  await chrome.storage.local.set(read.data);
  say(t('imported'));
  const names = read.bad.length > MOST_NAMES ? [...read.bad.slice(0, MOST_NAMES), '…'] : read.bad;
  if (names.length > 0) alert(t('leftOut', names.join('\n')));
}

export async function forgetEverything(): Promise<void> {
  if (!confirm(t('forgetSure'))) return;
  await chrome.storage.local.clear();
  const { origins = [] } = await chrome.permissions.getAll();
  if (origins.length > 0) await chrome.permissions.remove({ origins }).catch(() => false);
  say(t('forgotten'));
}
