// The page's bytes as text, to show beside the result. Readwell decodes the page itself; this follows the same order:
// byte order mark, then what the page declares in its first bytes, then UTF-8.

/** How far a declaration is looked for (HTML, "prescan a byte stream"). */
const PRESCAN = 1024;

export function decode(html: string | Uint8Array): string {
  return typeof html === 'string' ? html : new TextDecoder(encodingOf(html)).decode(html);
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1]?.toLowerCase();
  return declared && isKnown(declared) && !declared.startsWith('utf-16') ? declared : 'utf-8';
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) !== null;
  } catch {
    return false;
  }
}
