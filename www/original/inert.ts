// Makes a page inert and tells its elements by ordinal. Its start tags keep nothing but their names and a few attributes
// that say how text stands, so nothing in it can run, asks for anything or hides: it is drawn in a style of ours, in a
// frame that forbids the rest once more.
import type { Trace } from 'readwell';
import { type StartTag, startTags } from './tags.js';

const ORDINAL = 'data-ordinal';

/** What a start tag may keep. */
const KEPT_ATTRIBUTE = /^(?:alt|colspan|dir|lang|open|reversed|rowspan|start)$/;

/** Elements whose content is for programs, for later, or for other browsers. An empty `template` stands for them. */
const UNSHOWN = /^(?:script|style|template|noscript|noembed|noframes)$/;

/** Elements that bring other resources, or act. */
const ACTIVE =
  'script, style, link, meta, base, img, svg, iframe, frame, object, embed, applet, video, audio, source, track, template';

/** Those of them that would be seen, and what a box in their place says. */
const SEEN: Readonly<Record<string, string>> = {
  img: 'picture',
  iframe: 'frame',
  object: 'object',
  embed: 'object',
  video: 'video',
  audio: 'sound',
};

/** The parsed page, with nothing active in it, each element with the fate that the trace gives it. */
export function inertPage(source: string, trace: Trace): Document {
  const page = new DOMParser().parseFromString(numbered(source, trace), 'text/html');
  markFates(page, trace);
  for (const active of page.querySelectorAll(ACTIVE)) active.replaceWith(placeholder(page, active));
  for (const found of page.querySelectorAll('*')) disarm(found);
  return page;
}

/** The elements of an inert page that stand for the ordinal: more than one where the browser copied a misnested tag. */
export function withOrdinal(page: ParentNode, ordinal: number): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>(`[${ORDINAL}="${ordinal}"]`)];
}

/**
 * The source with an ordinal in each start tag, and little else. The trace's own places put the count right where
 * Readwell's tokenizer and this one's differ.
 */
function numbered(source: string, trace: Trace): string {
  const known = new Map(trace.removed.map(({ start, ordinal }) => [start, ordinal]));
  const kept = new Set(trace.kept);
  let next = 0;
  return rewritten(source, (tag) => {
    const ordinal = known.get(tag.byte) ?? next;
    next = ordinal + 1;
    const given = ` ${ORDINAL}="${ordinal}"`;
    // What a page has for browsers without scripts is seen where the article was taken from it.
    if (tag.name !== 'noscript' || !kept.has(ordinal)) return { given };
    return { given, instead: rewritten(source.slice(tag.end + 1, tag.contentEnd), () => ({ given: '' })) };
  });
}

/** What a start tag is given, and what is put in place of its content if that is none of the page. */
interface Rewriting {
  readonly given: string;
  readonly instead?: string;
}

function rewritten(source: string, rewrite: (tag: StartTag) => Rewriting): string {
  const parts: string[] = [];
  let from = 0;
  for (const tag of startTags(source)) {
    const { given, instead } = rewrite(tag);
    const all = given + attributes(tag);
    if (tag.contentEnd !== undefined && UNSHOWN.test(tag.name)) {
      const box = instead === undefined ? `<template${all}></template>` : `<div${all} data-noscript>${instead}</div>`;
      parts.push(source.slice(from, tag.begin), box);
      from = source.indexOf('>', tag.contentEnd) + 1 || source.length;
    } else {
      parts.push(source.slice(from, tag.afterName), all);
      from = tag.end;
    }
  }
  parts.push(source.slice(from));
  return parts.join('');
}

function attributes(tag: StartTag): string {
  const kept = tag.attributes.filter(({ name }) => KEPT_ATTRIBUTE.test(name));
  const link = tag.name === 'a' && tag.attributes.some(({ name }) => name === 'href') ? ' data-link' : '';
  return kept.map(({ name, value }) => ` ${name}=${value || '""'}`).join('') + link;
}

function markFates(page: Document, trace: Trace): void {
  const reasons = new Map(trace.removed.map(({ ordinal, reason }) => [String(ordinal), reason]));
  const kept = new Set(trace.kept.map(String));
  for (const found of page.querySelectorAll<HTMLElement>(`[${ORDINAL}]`)) {
    const ordinal = found.getAttribute(ORDINAL) ?? '';
    const reason = reasons.get(ordinal);
    if (reason !== undefined) {
      found.dataset.fate = 'dropped';
      if (isSeen(found)) found.dataset.reason = reason;
      found.title = `Dropped: ${reason}`;
    } else if (kept.has(ordinal) && holdsContent(found) && !found.parentElement?.closest('[data-fate]')) {
      found.dataset.fate = 'kept';
    }
  }
}

/** Whether there is anything in an element to see: an empty one needs no label. */
function isSeen(found: Element): boolean {
  return found.textContent?.trim() !== '' || found.querySelector('img, iframe, video, input, button') !== null;
}

/** Whether text or a picture stands in the element itself, so that colouring it colours that. */
function holdsContent(found: Element): boolean {
  if (found.matches('img, picture, video, audio, iframe, math, pre, table, hr, [data-noscript]')) return true;
  return [...found.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
}

function placeholder(page: Document, active: Element): Element {
  const box = page.createElement('span');
  const seen = SEEN[active.localName];
  if (seen) box.dataset.box = seen;
  else box.dataset.unseen = '';
  box.textContent = active.getAttribute('alt');
  for (const name of [ORDINAL, 'data-fate', 'data-reason', 'title']) {
    const value = active.getAttribute(name);
    if (value !== null) box.setAttribute(name, value);
  }
  return box;
}

/** Takes out what came in by tags that the two parsers see differently. */
function disarm(found: Element): void {
  for (const { name } of [...found.attributes]) {
    if (!KEPT_ATTRIBUTE.test(name) && name !== 'title' && !name.startsWith('data-')) found.removeAttribute(name);
  }
}
