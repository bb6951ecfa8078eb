// Fetches the article's pictures, for files that hold them inside.

export interface Picture {
  /** As `src` has it. */
  address: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The types that every reader of EPUB knows, with the ends of their files' names. */
export const PICTURE_TYPES: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** A picture of more bytes stays where it is. */
const LARGEST = 20_000_000;

/** Asks to be allowed to fetch from the places where the pictures are. Has to be called while a click is handled. */
export function askForPictures(addresses: string[]): Promise<boolean> {
  const origins = new Set(
    addresses.filter((address) => /^https?:/.test(address)).map((address) => `${new URL(address).origin}/*`),
  );
  return origins.size === 0 ? Promise.resolve(true) : chrome.permissions.request({ origins: [...origins] });
}

/** The pictures that can be had; the rest are left out. */
export async function fetchPictures(addresses: string[]): Promise<Map<string, Picture>> {
  const pictures = await Promise.all(
    [...new Set(addresses)].map((address) => fetchPicture(address).catch(() => undefined)),
  );
  return new Map(pictures.flatMap((picture) => (picture ? [[picture.address, picture]] : [])));
}

async function fetchPicture(address: string): Promise<Picture | undefined> {
  if (/^data:/.test(address)) return pictureInside(address);
  if (!/^https?:/.test(address)) return undefined;
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  const type = (response.headers.get('content-type') ?? '').replace(/;.*/, '').trim().toLowerCase();
  if (!response.ok || !PICTURE_TYPES[type]) return undefined;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.length <= LARGEST ? { address, type, bytes } : undefined;
}

function pictureInside(address: string): Picture | undefined {
  const [, type = '', base64 = ''] = /^data:([^;,]+);base64,(.+)$/.exec(address) ?? [];
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return PICTURE_TYPES[type] && bytes.length > 0 ? { address, type, bytes } : undefined;
}

/** A picture as an address that holds it. */
export function dataAddress({ type, bytes }: Picture): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `data:${type};base64,${btoa(binary)}`;
}
