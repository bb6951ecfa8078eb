// A bad page as a file for those who work on Readwell: its structure, without a word of its text.

import type { Outcome } from 'readwell';
import type { Capture } from '../page/capture.js';
import { save } from './take/file.js';

/** Attributes that say how a page is made, and nothing of what it says. */
const STRUCTURE = new Set(['class', 'dir', 'hidden', 'id', 'itemprop', 'itemtype', 'lang', 'rel', 'role', 'type']);

export function saveReport(capture: Capture, outcome: Outcome): void {
  save('readwell-report.json', 'application/json', `${JSON.stringify(report(capture, outcome), null, 2)}\n`);
}

export function report({ html, contentType, selected }: Capture, outcome: Outcome): object {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return {
    readwell: chrome.runtime.getManifest().version,
    contentType,
    selected,
    outcome: outcome.ok
      ? { pageType: outcome.pageType, quality: outcome.quality, words: outcome.wordCount, sources: outcome.sources }
      : { reason: outcome.reason },
    removed: outcome.trace?.removed.map(({ reason, ordinal }) => ({ reason, ordinal })) ?? [],
    page: structure(page.documentElement),
  };
}

/** An element as a selector-like name and its content; a text as its length. */
function structure(element: Element): unknown {
  const attributes = [...element.attributes].filter(({ name }) => STRUCTURE.has(name));
  const name = [element.localName, ...attributes.map(({ name, value }) => `[${name}="${value}"]`)].join('');
  const content = [...element.childNodes].flatMap((node) => {
    if (node.nodeType === Node.ELEMENT_NODE) return [structure(node as Element)];
    const length = node.textContent?.trim().length ?? 0;
    return node.nodeType === Node.TEXT_NODE && length > 0 ? [length] : [];
  });
  return content.length > 0 ? { [name]: content } : name;
}
