// Writes a ZIP file whose parts Zopfli has compressed: the smallest that every reader of ZIP can read.
import { crc32 } from 'node:zlib';
import { deflateAsync } from '@gfx/zopfli';

/** The version of the format that this needs, and how its parts are compressed. */
const VERSION = 20;
const DEFLATED = 8;
/** More of them gain next to nothing. */
const ROUNDS = 5;
/** The names are UTF-8. */
const FLAGS = 0x800;

/** `files` are contents by name; `date` is what all of them bear. */
export async function zip(files, date) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const entry = await entryOf(name, content, date);
    parts.push(entry.local, entry.packed);
    directory.push(entry.central(offset));
    offset += entry.local.length + entry.packed.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...parts, list, endOf(directory.length, list.length, offset)]);
}

async function entryOf(name, content, date) {
  const packed = Buffer.from(await deflated(content));
  const bytes = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(VERSION, 0);
  common.writeUInt16LE(FLAGS, 2);
  common.writeUInt16LE(DEFLATED, 4);
  common.writeUInt16LE(timeOf(date), 6);
  common.writeUInt16LE(dayOf(date), 8);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(bytes.length, 22);
  const central = (offset) => {
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    return Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([VERSION, 0]), common, more, bytes]);
  };
  return { packed, local: Buffer.concat([Buffer.from('PK\x03\x04'), common, bytes]), central };
}

/** What was compressed before: most parts are the same in each browser's file. */
const before = new Map();

function deflated(content) {
  const key = content.toString('latin1');
  if (!before.has(key)) before.set(key, deflateAsync(content, { numiterations: ROUNDS }));
  return before.get(key);
}

function endOf(count, length, offset) {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function timeOf(date) {
  return (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
}

function dayOf(date) {
  return ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
}
