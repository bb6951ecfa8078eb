// Makes a page inert and tells its elements by ordinal: nothing in it can run or asks for anything, and it is drawn in a
// style of ours, so that hidden parts and covered ones are seen too. The frame that it goes into forbids the rest again.
import type { Trace } from 'readwell';
import { startTags } from './tags.js';

const ORDINAL = 'data-readwell-ordinal';

/** Elements that bring other resources, act or style: a box stands for those that would be seen. */
const ACTIVE =
  'script, style, link, meta, base, iframe, frame, object, embed, applet, portal, audio, video, source, track, template';

/** Attributes that make a request, run something, or style. Links stay links in looks only. */
const ACTIVE_ATTRIBUTE =
  /^(?:on.*|.*:href|href|src|srcset|srcdoc|poster|background|data|action|formaction|ping|autofocus|style|class|hidden|width|height|align|bgcolor|color|tabindex|contenteditable)$/i;

/**
 * The parsed page, without anything active, each element with the fate that the trace gives it. The parser is that of
 * the frame that the page is for, whose policy applies to it: it lets styles pass, which are then taken out in silence.
 */
export function inertPage(source: string, trace: Trace, parser: DOMParser): Document {
  const page = parser.parseFromString(withOrdinals(source, trace), 'text/html');
  markFates(page, trace);
  for (const active of page.querySelectorAll(ACTIVE)) active.replaceWith(placeholder(page, active));
  for (const found of page.querySelectorAll('*')) disarm(found);
  return page;
}

/** The elements of a marked page that stand for the ordinal: more than one where a misnested tag was copied. */
export function withOrdinal(page: ParentNode, ordinal: number): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>(`[${ORDINAL}="${ordinal}"]`)];
}

/** Writes each start tag's ordinal into it. The trace's own places put the count right where the two parsers differ. */
function withOrdinals(source: string, trace: Trace): string {
  const known = new Map(trace.removed.map(({ start, ordinal }) => [start, ordinal]));
  const parts: string[] = [];
  let from = 0;
  let ordinal = 0;
  for (const { afterName, byte } of startTags(source)) {
    ordinal = known.get(byte) ?? ordinal;
    parts.push(source.slice(from, afterName), ` ${ORDINAL}="${ordinal}"`);
    from = afterName;
    ordinal += 1;
  }
  return parts.join('') + source.slice(from);
}

function markFates(page: Document, trace: Trace): void {
  for (const { ordinal, reason } of trace.removed) {
    if (ordinal === null) continue;
    for (const found of withOrdinal(page, ordinal)) {
      found.dataset.fate = 'dropped';
      found.dataset.reason = reason;
      found.title = `Dropped: ${reason}`;
    }
  }
  const kept = new Set(trace.kept.map(String));
  for (const found of page.body.querySelectorAll<HTMLElement>(`[${ORDINAL}]:not([data-fate])`)) {
    const isKept = kept.has(found.getAttribute(ORDINAL) ?? '') && !found.closest('[data-fate]');
    if (isKept && holdsContent(found)) found.dataset.fate = 'kept';
  }
}

/** Whether text or a picture stands in the element itself, so that colouring it colours that. */
function holdsContent(found: HTMLElement): boolean {
  if (found.matches('img, picture, video, audio, iframe, math, pre, table, hr')) return true;
  return [...found.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
}

function placeholder(page: Document, active: Element): Element {
  const box = page.createElement('span');
  if (active.matches('iframe, object, embed, video, audio')) {
    box.dataset.box = '';
    box.textContent = `<${active.localName}>`;
  } else {
    box.dataset.unseen = '';
  }
  for (const name of [ORDINAL, 'data-fate', 'data-reason', 'title']) {
    const value = active.getAttribute(name);
    if (value !== null) box.setAttribute(name, value);
  }
  return box;
}

function disarm(found: Element): void {
  const isLink = found.localName === 'a' && found.hasAttribute('href');
  for (const { name } of [...found.attributes]) {
    if (ACTIVE_ATTRIBUTE.test(name)) found.removeAttribute(name);
  }
  if (isLink) found.setAttribute('data-link', '');
}
