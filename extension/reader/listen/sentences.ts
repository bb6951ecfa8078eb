// The shown article cut into sentences, each with its place in the text.
import type { TextIndex } from '../text-index.js';

export interface Sentence {
  start: number;
  end: number;
  text: string;
}

/** Elements that a sentence does not go beyond, and that hold no other such. */
const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, figcaption, caption, td, th, blockquote, summary, div';
/** What is no use to hear. */
const SILENT = 'pre, math, [aria-hidden="true"]';

export function sentencesOf(root: Element, index: TextIndex, lang: string | null): Sentence[] {
  const segmenter = new Intl.Segmenter(lang || undefined, { granularity: 'sentence' });
  return [...blocksOf(root)].flatMap(({ start, end }) => {
    const text = index.text.slice(start, end);
    return [...segmenter.segment(text)].flatMap(({ segment, index: at }) => {
      const spoken = segment.replace(/\s+/g, ' ').trim();
      return /[\p{L}\p{N}]/u.test(spoken)
        ? { start: start + at, end: start + at + segment.trimEnd().length, text: spoken }
        : [];
    });
  });
}

/** Runs of text that belong to the same block, as places in the index. */
function* blocksOf(root: Element): Generator<{ start: number; end: number }> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let at = 0;
  let start = 0;
  let current: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    const block = parent?.closest(SILENT) ? null : (parent?.closest(BLOCKS) ?? root);
    if (block !== current) {
      if (current) yield { start, end: at };
      start = at;
      current = block;
    }
    at += node.length;
  }
  if (current) yield { start, end: at };
}
