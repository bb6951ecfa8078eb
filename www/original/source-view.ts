// The original's source, with the byte ranges that were dropped coloured.
import type { Removal } from 'readwell';
import { element } from '../element.js';
import { bytes } from '../format.js';
import type { Cleaned } from '../page.js';

/** Bytes of source that are shown: more would make the page slow, and nobody reads it. */
const LIMIT = 600_000;

export class SourceView {
  readonly #view: HTMLElement;

  constructor(view: HTMLElement) {
    this.#view = view;
    // What scrolls has to be reached by keyboard.
    view.tabIndex = 0;
  }

  show({ source, outcome }: Cleaned): void {
    const all = new TextEncoder().encode(source);
    const text = new TextDecoder();
    const part = (start: number, end: number): string => text.decode(all.subarray(start, end));
    const last = Math.min(all.length, LIMIT);
    const code = element('code');
    let from = 0;
    for (const removal of outcome.trace?.removed ?? []) {
      const end = Math.min(removal.end, last);
      if (removal.start < from || removal.start >= end) continue;
      code.append(part(from, removal.start), dropped(removal, part(removal.start, end)));
      from = end;
    }
    code.append(part(from, last));
    this.#view.replaceChildren(element('pre', {}, code), ...rest(all.length - last));
    this.#view.scrollTop = 0;
  }

  /** Scrolls to a removal's range and outlines it. */
  reveal({ start }: Removal): void {
    this.#view.querySelector('[data-chosen]')?.removeAttribute('data-chosen');
    const found = this.#view.querySelector<HTMLElement>(`[data-start="${start}"]`);
    if (!found) return;
    found.dataset.chosen = '';
    found.scrollIntoView({ block: 'start' });
  }

  set hidden(hidden: boolean) {
    this.#view.hidden = hidden;
  }
}

function dropped(removal: Removal, source: string): HTMLElement {
  return element('del', { 'data-start': removal.start, title: `Dropped: ${removal.reason}` }, source);
}

function rest(length: number): HTMLElement[] {
  return length > 0 ? [element('p', { class: 'rest' }, `… and ${bytes(length)} more`)] : [];
}
