// What a file of the user's data holds, looked at field by field: one that can't be used does not take the others with it.
import { KEY as BY_THEMSELVES } from '../page/by-itself.js';
import { EVERYWHERE, readSettings, SITE_PREFIX } from '../page/settings.js';
import { merged, RULES_KEY, readRules } from '../page/site-rules.js';
import { isNote, type Note } from '../reader/notes/note.js';
import { NOTES_PREFIX } from '../reader/notes/store.js';

interface Read {
  data: Record<string, unknown>;
  /** The names of the fields that were left out. */
  bad: string[];
}

/** What of a file is ours, put together with what there is; nothing, where the file is of another kind. */
export function readData(text: string, present: Record<string, unknown>): Read | undefined {
  const given = entriesOf(text);
  const read = given.map(([key, value]) => readField(key, value, present[key]));
  const ours = read.filter((one) => one !== undefined);
  const data: Record<string, unknown> = Object.assign({}, ...ours.map(({ data }) => data));
  if (Object.keys(data).length === 0) return undefined;
  const foreign = given.filter(([key], at) => read[at] === undefined && key !== BY_THEMSELVES).map(([key]) => key);
  return { data, bad: [...ours.flatMap(({ bad }) => bad), ...foreign] };
}

/** A file that is a list holds site rules alone. */
function entriesOf(text: string): [string, unknown][] {
  try {
    const data: unknown = JSON.parse(text);
    if (Array.isArray(data)) return [[RULES_KEY, data]];
    return typeof data === 'object' && data !== null ? Object.entries(data) : [];
  } catch {
    return [];
  }
}

/** Sites whose articles open by themselves are not among it: a permission does not travel. */
function readField(key: string, value: unknown, present: unknown): Read | undefined {
  if (key === EVERYWHERE || key.startsWith(SITE_PREFIX)) return settingsOf(key, value, present);
  if (key === RULES_KEY) return rulesOf(value, present);
  return key.startsWith(NOTES_PREFIX) ? notesOf(key, value, present) : undefined;
}

function settingsOf(key: string, value: unknown, present: unknown): Read {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { data: {}, bad: [key] };
  const { settings, bad } = readSettings(value);
  return {
    data: { [key]: { ...readSettings(present).settings, ...settings } },
    bad: bad.map((name) => `${key}.${name}`),
  };
}

/** A rule of the file takes the place of the one that there was for its host. */
function rulesOf(value: unknown, present: unknown): Read {
  const { rules, bad } = readRules(value);
  if (rules.length === 0) return { data: {}, bad: [RULES_KEY] };
  const data = { [RULES_KEY]: merged(readRules(present).rules, rules) };
  return { data, bad: bad.map((at) => `${RULES_KEY}[${at}]`) };
}

function notesOf(key: string, value: unknown, present: unknown): Read {
  if (!Array.isArray(value)) return { data: {}, bad: [key] };
  const notes = [present, value].flat().filter(isNote);
  const bad = value.flatMap((note, at) => (isNote(note) ? [] : [`${key}[${at}]`]));
  return { data: { [key]: [...new Map(notes.map((note): [string, Note] => [note.id, note])).values()] }, bad };
}
