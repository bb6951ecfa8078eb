// Finds the start tags of a page's source, so that elements of the browser's own parse can be told by the ordinals that
// Readwell's trace gives. It reads no meaning into them.

/** A start tag of the source. */
export interface StartTag {
  /** Where its attributes may begin: the place after its name. */
  readonly afterName: number;
  /** Where it begins, in UTF-8 bytes. */
  readonly byte: number;
}

/** Elements whose content is text up to their end tag. */
const RAW_TEXT = /^(?:script|style|title|textarea|xmp|iframe|noembed|noframes|noscript)$/i;
const TAG_NAME = /[a-z][^\t\n\f\r />]*/iy;
const ATTRIBUTE =
  /[\t\n\f\r /]*(?:[^\t\n\f\r />][^\t\n\f\r />=]*(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|[^\t\n\f\r >"'][^\t\n\f\r >]*)?)?)?/y;

/** All start tags outside `template`, in order. */
export function startTags(source: string): StartTag[] {
  const tags: StartTag[] = [];
  const bytes = new ByteCounter(source);
  let templates = 0;
  let at = source.indexOf('<');
  while (at >= 0) {
    const closing = source[at + 1] === '/';
    const name = match(TAG_NAME, source, at + (closing ? 2 : 1));
    const afterName = at + (closing ? 2 : 1) + name.length;
    if (!name) at = skipMarkup(source, at);
    else if (closing) {
      if (/^template$/i.test(name)) templates = Math.max(0, templates - 1);
      at = skipAttributes(source, afterName);
    } else {
      if (/^template$/i.test(name)) templates += 1;
      else if (templates === 0) tags.push({ afterName, byte: bytes.upTo(at) });
      at = skipAttributes(source, afterName);
      if (RAW_TEXT.test(name)) at = skipRawText(source, at, name);
    }
    at = source.indexOf('<', at);
  }
  return tags;
}

/** Past a comment, a doctype, or a `<` that starts nothing. */
function skipMarkup(source: string, at: number): number {
  if (source.startsWith('<!--', at)) {
    const end = source.slice(at + 4, at + 6).startsWith('>') ? at + 4 : source.indexOf('-->', at + 2);
    return end < 0 ? source.length : end + 1;
  }
  if (!'!?/'.includes(source[at + 1] ?? ' ')) return at + 1;
  const end = source.indexOf('>', at);
  return end < 0 ? source.length : end + 1;
}

function skipAttributes(source: string, at: number): number {
  let end = at;
  while (end < source.length && source[end] !== '>') {
    end += Math.max(1, match(ATTRIBUTE, source, end).length);
  }
  return end + 1;
}

function skipRawText(source: string, at: number, name: string): number {
  const endTag = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  endTag.lastIndex = at;
  return endTag.exec(source)?.index ?? source.length;
}

function match(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

/** Turns places in a string into places in its UTF-8, for rising places. */
class ByteCounter {
  readonly #source: string;
  #at = 0;
  #bytes = 0;

  constructor(source: string) {
    this.#source = source;
  }

  upTo(place: number): number {
    for (; this.#at < place; this.#at += 1) {
      const unit = this.#source.charCodeAt(this.#at);
      const isSurrogate = unit >= 0xd800 && unit < 0xe000;
      if (unit < 0x80) this.#bytes += 1;
      else if (unit < 0x800 || isSurrogate) this.#bytes += 2;
      else this.#bytes += 3;
    }
    return this.#bytes;
  }
}
