// The article as Markdown or as text.
import { element } from '../element.js';
import { count } from '../format.js';
import type { Cleaned } from '../page.js';
import type { Content, View } from './view.js';

/** Characters that are shown: laying out more would hold the page up. Copying and downloading give all. */
const LIMIT = 400_000;

abstract class Plain implements View {
  readonly #panel: HTMLElement;

  constructor(panel: HTMLElement) {
    this.#panel = panel;
  }

  show(cleaned: Cleaned): void {
    const { lang, dir } = cleaned.outcome;
    const { text } = this.content(cleaned);
    const shown = text.slice(0, LIMIT) || 'There is no text.';
    const more = text.length - LIMIT;
    const rest = more > 0 ? [element('p', { class: 'rest' }, `… and ${count(more)} characters more`)] : [];
    this.#panel.replaceChildren(element('pre', { class: 'plain', lang, dir: dir ?? 'auto' }, shown), ...rest);
    this.#panel.scrollTop = 0;
  }

  abstract content(cleaned: Cleaned): Content;
}

export class MarkdownView extends Plain {
  content({ outcome }: Cleaned): Content {
    const text = outcome.ok ? outcome.markdown : outcome.textContent;
    return { text, type: 'text/markdown', extension: 'md' };
  }
}

export class TextView extends Plain {
  content({ outcome }: Cleaned): Content {
    return { text: outcome.textContent, type: 'text/plain', extension: 'txt' };
  }
}
