/** A parameter, as the MIME Sniffing Standard has it: quoted, a value may hold anything. A comma begins another header's value. */
const PARAMETER = /;\s*([^;=]*)(?:=(?:"((?:[^"\\]|\\.)*)"?[^;]*|([^;,]*)))?/gs;

/** The charset that a `Content-Type` names, known or not. */
export function charsetOf(contentType: string | null): string | undefined {
  for (const [, name, quoted, plain] of (contentType ?? '').matchAll(PARAMETER)) {
    const value = quoted?.replace(/\\(.)/gs, '$1') ?? plain?.trim();
    if (name?.toLowerCase() === 'charset' && value) return value;
  }
  return undefined;
}
