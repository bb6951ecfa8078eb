// Takes a document down: the selection where that is wanted, or all of it.
import type { Capture, Want } from '../page/capture.js';
import { writeHints } from '../page/hints.js';
import { Writer } from './writer.js';

/** A shorter selection is taken for a slip of the mouse, unless the selection is asked for by name. */
const MEANT = 140;

/** Boxes that say nothing about what is in them, except perhaps by a class name that would mislead. */
const BOXES = new Set(['html', 'body', 'main', 'article', 'section', 'div', 'span', 'aside']);

export interface Taken {
  capture: Capture;
  /** The elements whose start tags are in `capture.html`, in order. */
  elements: Element[];
}

export function captureDocument(document: Document, want: Want): Taken {
  const range = wanted(document, want);
  const writer = new Writer(range);
  const html = range ? writeSelection(writer, document, range) : writeDocument(writer, document);
  return {
    capture: {
      url: document.URL,
      title: document.title,
      contentType: document.contentType,
      selected: range !== undefined,
      html,
      hints: writeHints(writer.hints),
    },
    elements: writer.elements,
  };
}

function wanted(document: Document, want: Want): Range | undefined {
  const selection = document.getSelection();
  if (want === 'page' || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const long = selection.toString().trim().length >= (want === 'selection' ? 1 : MEANT);
  return long ? selection.getRangeAt(0) : undefined;
}

function writeDocument(writer: Writer, document: Document): string {
  writer.write(document.documentElement);
  return `<!doctype html>${writer.html()}`;
}

/** The head, for what it says of the page, and then the selected nodes as an article of their own. */
function writeSelection(writer: Writer, document: Document, range: Range): string {
  const ancestor = range.commonAncestorContainer;
  const element = ancestor.nodeType === Node.ELEMENT_NODE ? (ancestor as Element) : ancestor.parentElement;
  writer.open('html', document.documentElement);
  if (document.head) writer.write(document.head);
  writer.open('body', document.body);
  writer.open('article', document.body);
  if (element && BOXES.has(element.localName)) for (const child of element.childNodes) writer.write(child);
  else if (element) writer.write(element);
  writer.close('article');
  writer.close('body');
  writer.close('html');
  return `<!doctype html>${writer.html()}`;
}
