// Finds the start tags of a page's source, as Readwell counts them, so that elements of the browser's own parse can be
// told by the ordinals that the trace gives.

/** A start tag of the source. */
export interface StartTag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** Where it begins, where its attributes may begin, and where its `>` is. */
  readonly begin: number;
  readonly afterName: number;
  readonly end: number;
  /** Where its content ends, for an element whose content is no part of the page: text for programs, or a template. */
  contentEnd: number | undefined;
  /** Where it begins, in UTF-8 bytes. */
  readonly byte: number;
}

export interface Attribute {
  readonly name: string;
  /** As the source has it: quoted or not, character references and all. */
  readonly value: string;
}

/** Elements whose content is text up to their end tag. */
const RAW_TEXT = /^(?:script|style|title|textarea|xmp|iframe|noembed|noframes|noscript)$/;
const TAG_NAME = /[a-z][^\t\n\f\r />]*/iy;
const ATTRIBUTE =
  /[\t\n\f\r /]*(?:([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*("[^"]*"|'[^']*'|[^\t\n\f\r >"'][^\t\n\f\r >]*)?)?)?/y;

/** All start tags but those inside a `template`, in order. */
export function startTags(source: string): StartTag[] {
  const tags: StartTag[] = [];
  const templates: StartTag[] = [];
  const bytes = new ByteCounter(source);
  let at = source.indexOf('<');
  while (at >= 0) {
    const closes = source[at + 1] === '/';
    const nameAt = at + (closes ? 2 : 1);
    const name = (match(TAG_NAME, source, nameAt)?.[0] ?? '').toLowerCase();
    if (!name) {
      at = source.indexOf('<', skipMarkup(source, at));
      continue;
    }
    const afterName = nameAt + name.length;
    const { attributes, end } = readAttributes(source, afterName);
    const contentEnd = !closes && RAW_TEXT.test(name) ? rawTextEnd(source, end, name) : undefined;
    const tag = { name, attributes, begin: at, afterName, end, contentEnd, byte: bytes.upTo(at) };
    if (!closes && templates.length === 0) tags.push(tag);
    if (name === 'template') openOrClose(templates, tag, closes, source.length);
    at = source.indexOf('<', contentEnd ?? end);
  }
  return tags;
}

/** A template that is never closed takes the rest of the page. */
function openOrClose(templates: StartTag[], tag: StartTag, closes: boolean, pageEnd: number): void {
  if (!closes) templates.push(Object.assign(tag, { contentEnd: pageEnd }));
  else Object.assign(templates.pop() ?? {}, { contentEnd: tag.begin });
}

/** Past a comment, a doctype, or a `<` that starts nothing. */
function skipMarkup(source: string, at: number): number {
  if (source.startsWith('<!-->', at) || source.startsWith('<!--->', at)) return at + 5;
  if (source.startsWith('<!--', at)) return past(source, '-->', at);
  return '!?/'.includes(source[at + 1] ?? ' ') ? past(source, '>', at) : at + 1;
}

function past(source: string, mark: string, at: number): number {
  const found = source.indexOf(mark, at);
  return found < 0 ? source.length : found + mark.length;
}

function readAttributes(source: string, at: number): { attributes: Attribute[]; end: number } {
  const attributes: Attribute[] = [];
  let end = at;
  while (end < source.length && source[end] !== '>') {
    const [all = '', name, value = ''] = match(ATTRIBUTE, source, end) ?? [];
    if (name) attributes.push({ name: name.toLowerCase(), value });
    end += Math.max(1, all.length);
  }
  return { attributes, end };
}

function rawTextEnd(source: string, at: number, name: string): number {
  const endTag = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  endTag.lastIndex = at;
  return endTag.exec(source)?.index ?? source.length;
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
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
