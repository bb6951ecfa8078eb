// Writes live nodes as HTML that a parser reads back as the same elements in the same order. Only reads the page.
import { hintOf } from '../../js/hints.js';
import { bodyOfFrame } from './frames.js';
import { isHtml } from './namespace.js';
import { pictureAttributes, pictureOfCanvas } from './pictures.js';
import { shadowRootOf } from './shadow.js';

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose text a parser does not read as markup. */
const RAW = new Set(['noembed', 'noframes', 'noscript', 'script', 'xmp']);
/** Elements that say nothing to a reader. A template's content is not part of the page. */
const SILENT = new Set(['style', 'template', 'plaintext']);
/** Scripts that hold text and no program. */
const DATA_TYPE = /json|^math\//i;
const TAG_NAME = /^[a-z][^\s/>\0]*$/i;
const ATTRIBUTE_NAME = /^[^\s"'<>/=\0]+$/;
/** The core reads no longer ones (`MAX_ATTRIBUTE_BYTES`); pictures inside a page would fill the store of captures. */
const LONGEST_ATTRIBUTE = 64 * 1024;
/** An address whose host is in another script than ASCII's. The browser knows its ASCII form, the extension's core does not. */
const FOREIGN_HOST = /^\s*(?:https?:)?\/\/[^/?#]*\P{ASCII}/iu;
/** Attributes that hold an address; those of a frame's elements are relative to the frame's own. */
const ADDRESSES = new Set(['cite', 'href', 'poster', 'src']);

export class Writer {
  /** The elements whose start tags were written, in order. */
  readonly elements: Element[] = [];
  /** How each of them is shown. */
  readonly hints: number[][] = [];
  readonly #parts: string[] = [];
  readonly #range: Range | undefined;

  constructor(range?: Range) {
    this.#range = range;
  }

  html(): string {
    return this.#parts.join('');
  }

  write(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) this.#writeText(node as Text);
    else if (node.nodeType === Node.ELEMENT_NODE) this.#writeElement(node as Element);
  }

  open(name: string, element: Element, attributes: Iterable<[string, string]> = []): void {
    this.elements.push(element);
    this.hints.push(isHtml(element) ? hintOf(window, element) : []);
    this.#parts.push('<', name);
    for (const [attribute, value] of attributes) this.#parts.push(' ', attribute, '="', escapeAttribute(value), '"');
    this.#parts.push('>');
  }

  close(name: string): void {
    this.#parts.push('</', name, '>');
  }

  #writeText(text: Text): void {
    this.#parts.push(escapeText(this.#selected(text)));
  }

  #writeElement(element: Element): void {
    const name = element.localName;
    if (SILENT.has(name) || !this.#wants(element)) return;
    const picture = name === 'canvas' ? pictureOfCanvas(element as HTMLCanvasElement) : undefined;
    const frame = name === 'iframe' ? bodyOfFrame(element as HTMLIFrameElement) : undefined;
    if (name === 'slot') this.#writeSlot(element as HTMLSlotElement);
    else if (picture) this.open('img', element, picture);
    else if (frame) this.#writeFrame(element, frame);
    else if (TAG_NAME.test(name)) this.#writeWhole(element, name);
    else this.#writeChildren(element);
  }

  #writeWhole(element: Element, name: string): void {
    this.open(name, element, attributesOf(element));
    if (VOID.has(name)) return;
    this.#writeContent(element, name);
    this.close(name);
  }

  #writeContent(element: Element, name: string): void {
    if (name === 'iframe' || name === 'textarea') return;
    if (RAW.has(name)) {
      const program = name === 'script' && !DATA_TYPE.test(element.getAttribute('type') ?? '');
      if (!program) this.#parts.push(element.textContent?.replaceAll(`</${name}`, '') ?? '');
      return;
    }
    // A parser drops a line feed at the start of these.
    if ((name === 'pre' || name === 'listing') && element.textContent?.startsWith('\n')) this.#parts.push('\n');
    this.#writeChildren(element);
  }

  /** What is on the screen: an element's shadow tree stands in place of its children. */
  #writeChildren(element: Element): void {
    const parent = shadowRootOf(element) ?? element;
    for (const child of parent.childNodes) this.write(child);
  }

  #writeSlot(slot: HTMLSlotElement): void {
    const assigned = slot.assignedNodes();
    for (const node of assigned.length > 0 ? assigned : slot.childNodes) this.write(node);
  }

  #writeFrame(frame: Element, body: HTMLElement): void {
    this.open('div', frame);
    for (const child of body.childNodes) this.write(child);
    this.close('div');
  }

  /** Whether any of the element is selected; all is, without a selection. The head is always wanted. */
  #wants(element: Element): boolean {
    return !this.#range || element.closest('head') !== null || this.#range.intersectsNode(element);
  }

  /** The part of a text that is selected. */
  #selected(text: Text): string {
    const range = this.#range;
    if (!range || text.parentElement?.closest('head')) return text.data;
    if (!range.intersectsNode(text)) return '';
    const begin = text === range.startContainer ? range.startOffset : 0;
    const end = text === range.endContainer ? range.endOffset : text.length;
    return text.data.slice(begin, end);
  }
}

function attributesOf(element: Element): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { name, value } of element.attributes) {
    if (ATTRIBUTE_NAME.test(name) && value.length <= LONGEST_ATTRIBUTE) attributes.set(name, value);
  }
  if (element.localName === 'img') {
    for (const [name, value] of pictureAttributes(element as HTMLImageElement)) attributes.set(name, value);
  }
  const inFrame = element.ownerDocument !== document;
  resolve(attributes, element.baseURI, (address) => inFrame || FOREIGN_HOST.test(address));
  return attributes;
}

function resolve(attributes: Map<string, string>, base: string, wants: (address: string) => boolean): void {
  for (const name of ADDRESSES) {
    const value = attributes.get(name);
    if (value && wants(value) && URL.canParse(value, base)) attributes.set(name, new URL(value, base).href);
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
