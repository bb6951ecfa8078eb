// Captured pages wait here for the reader page. They are kept in memory alone, and are gone when the browser is closed.
import { type Capture, readCapture } from './capture.js';
import { packed, unpacked } from './packing.js';

const PREFIX = 'capture:';
/** The browser allows 10 MB in all. */
const BUDGET = 8_000_000;

interface Kept {
  time: number;
  packed: string;
}

/** Keeps a capture, and says under which name. */
export async function keep(capture: Capture): Promise<string> {
  const id = crypto.randomUUID();
  const kept: Kept = { time: Date.now(), packed: await packed(JSON.stringify(capture)) };
  await makeRoom(kept.packed.length);
  await chrome.storage.session.set({ [PREFIX + id]: kept });
  return id;
}

/** The capture of that name, if it is still there. */
export async function find(id: string): Promise<Capture | undefined> {
  const key = PREFIX + id;
  const kept = (await chrome.storage.session.get(key))[key] as Kept | undefined;
  return kept && readCapture(JSON.parse(await unpacked(kept.packed)));
}

/** The oldest captures go first. */
async function makeRoom(length: number): Promise<void> {
  const all = Object.entries(await chrome.storage.session.get(null)) as [string, Kept][];
  const kept = all.filter(([key]) => key.startsWith(PREFIX)).sort(([, one], [, other]) => other.time - one.time);
  let room = BUDGET - length;
  const dropped = kept.filter(([, { packed }]) => {
    room -= packed.length;
    return room < 0;
  });
  await chrome.storage.session.remove(dropped.map(([key]) => key));
}
