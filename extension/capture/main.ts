// The script that is put into a page when the user asks for it, and never before. It knows how to take a page down, not
// what an article is.
import type { PageSide } from '../page/page-side.js';
import { captureDocument } from './document.js';
import { hide, restore } from './hiding.js';

let elements: Element[] = [];

const pageSide: PageSide = {
  capture(want) {
    const { capture, elements: written } = captureDocument(document, want);
    elements = written;
    return capture;
  },
  hide(ordinals, title) {
    return hide(
      ordinals.flatMap((ordinal) => elements[ordinal] ?? []),
      title,
    );
  },
  restore,
};

globalThis.readwell ??= pageSide;
