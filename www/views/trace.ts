// Each removal with its reason; choosing one shows where it was in the original.
import type { Removal } from 'readwell';
import { element } from '../element.js';
import { bytes, count, title } from '../format.js';
import type { Cleaned } from '../page.js';
import type { Content, View } from './view.js';

/** Removals that are listed at once: a page of a million elements has as many. */
const LIMIT = 500;

export class TraceView implements View {
  readonly #panel: HTMLElement;
  readonly #choose: (removal: Removal) => void;
  readonly #list = element('ol', { class: 'removals' });
  #removed: readonly Removal[] = [];
  #reason: string | undefined;

  constructor(panel: HTMLElement, choose: (removal: Removal) => void) {
    this.#panel = panel;
    this.#choose = choose;
  }

  show({ outcome }: Cleaned): void {
    this.#removed = outcome.trace?.removed ?? [];
    this.#reason = undefined;
    const none = this.#removed.length === 0;
    const lead = none ? 'Nothing was removed.' : 'Choose a removal to see where it was in the original.';
    this.#panel.replaceChildren(element('p', { class: 'lead' }, lead), this.#reasons(), this.#list);
    this.#panel.scrollTop = 0;
    this.#fill();
  }

  content({ outcome }: Cleaned): Content {
    const text = JSON.stringify(outcome.trace ?? null, null, 2);
    return { text, type: 'application/json', extension: 'trace.json' };
  }

  /** A button for each reason, the commonest first, which shows only the removals of that reason. */
  #reasons(): HTMLElement {
    const counts = new Map<string, number>();
    for (const { reason } of this.#removed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    const sorted = [...counts].sort(([, one], [, other]) => other - one);
    const buttons = sorted.map(([reason, number]) => {
      const shown = [title(reason), ' ', element('span', { class: 'number' }, count(number))];
      const button = element('button', { type: 'button', class: 'chip', 'aria-pressed': 'false' }, ...shown);
      button.addEventListener('click', () => {
        this.#reason = this.#reason === reason ? undefined : reason;
        for (const other of buttons) other.ariaPressed = String(other === button && this.#reason !== undefined);
        this.#fill();
      });
      return button;
    });
    return element('div', { class: 'reasons', role: 'group', 'aria-label': 'Only one reason' }, ...buttons);
  }

  #fill(): void {
    const removed = this.#removed.filter(({ reason }) => this.#reason === undefined || reason === this.#reason);
    const items = removed.slice(0, LIMIT).map((removal) => this.#item(removal));
    const more = removed.length - LIMIT;
    const rest = more > 0 ? [element('li', { class: 'rest' }, `… and ${count(more)} more`)] : [];
    this.#list.replaceChildren(...items, ...rest);
  }

  #item(removal: Removal): HTMLElement {
    const words = removal.text || '(no text)';
    const button = element(
      'button',
      { type: 'button' },
      element('span', { class: 'chip' }, title(removal.reason)),
      element('span', { class: removal.text ? 'words' : 'words none', dir: 'auto' }, words),
      element('span', { class: 'size' }, bytes(removal.end - removal.start)),
    );
    button.addEventListener('click', () => {
      this.#list.querySelector('[aria-current]')?.removeAttribute('aria-current');
      button.ariaCurrent = 'true';
      this.#choose(removal);
    });
    return element('li', {}, button);
  }
}
