// Captured pages wait here for the reader page. They are kept in memory alone, and are gone when the browser is closed.
import { type Capture, readCapture } from './capture.js';
import { packed, unpacked } from './packing.js';

const PREFIX = 'capture:';
/** The browser allows 10 MB in all. */
const BUDGET = 8_000_000;

/** That what is to be kept is larger than all that the browser keeps for us. */
export class TooLarge extends Error {}

interface Kept {
  time: number;
  packed: string;
}

/** Keeps a capture, and says under which name. */
export async function keep(capture: Capture): Promise<string> {
  const id = crypto.randomUUID();
  await put(id, PREFIX + id, await packed(JSON.stringify(capture)));
  return id;
}

/** The capture of that name, if it is still there. */
export async function find(id: string): Promise<Capture | undefined> {
  const key = PREFIX + id;
  const kept = (await chrome.storage.session.get(key))[key] as Kept | undefined;
  return kept && readCapture(JSON.parse(await unpacked(kept.packed)));
}

/** Keeps what belongs to a capture, under a name. */
export async function keepBeside(id: string, name: string, value: unknown): Promise<void> {
  await put(id, `${PREFIX}${id}:${name}`, await packed(JSON.stringify(value)));
}

export async function takeBeside(id: string, name: string): Promise<unknown> {
  const key = `${PREFIX}${id}:${name}`;
  const kept = (await chrome.storage.session.get(key))[key] as Kept | undefined;
  return kept && JSON.parse(await unpacked(kept.packed));
}

async function put(id: string, key: string, packed: string): Promise<void> {
  await makeRoom(id, key, packed.length);
  await chrome.storage.session.set({ [key]: { time: Date.now(), packed } satisfies Kept }).catch((error: unknown) => {
    throw new TooLarge(String(error));
  });
}

/** The oldest captures go first. What is kept of the one that something is put beside stays. */
async function makeRoom(id: string, key: string, length: number): Promise<void> {
  const all = Object.entries(await chrome.storage.session.get(null)) as [string, Kept][];
  const kept = all.filter(([other]) => other.startsWith(PREFIX) && other !== key);
  const isOwn = ([other]: [string, Kept]): boolean => other.startsWith(PREFIX + id);
  let room = BUDGET - length;
  for (const [, { packed }] of kept.filter(isOwn)) room -= packed.length;
  if (room < 0) throw new TooLarge(`${length} characters`);
  const others = kept.filter((entry) => !isOwn(entry)).sort(([, one], [, other]) => other.time - one.time);
  const dropped = others.filter(([, { packed }]) => {
    room -= packed.length;
    return room < 0;
  });
  await chrome.storage.session.remove(dropped.map(([key]) => key));
}
