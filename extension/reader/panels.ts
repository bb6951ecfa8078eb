// The panels at the side. One is open at a time; the outline may stay beside it where there is room.
import { t } from '../page/text.js';
import { byId, element } from './element.js';

export type PanelName = 'outline' | 'listen' | 'notes' | 'take' | 'removed' | 'appearance';

const opened = new Set<Panel>();
const all = new Map<PanelName, Panel>();

/** Opens the panel of that name, if there is one for what is being read. */
export function openPanel(name: PanelName): void {
  all.get(name)?.open({ byItself: true });
}

/** A panel and the button in the bar that opens it. */
export class Panel {
  readonly #element: HTMLElement;
  readonly #button: HTMLElement;
  readonly #fill: (body: HTMLElement) => void;
  #filled = false;

  /** `fill` puts the content in when the panel is first opened. */
  constructor(
    readonly name: PanelName,
    fill: (body: HTMLElement) => void,
  ) {
    this.#element = byId(name);
    this.#button = byId(`open-${name}`);
    this.#fill = fill;
    all.set(name, this);
    this.#button.hidden = false;
    this.#button.addEventListener('click', () => this.toggle());
    this.#element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  get isOpen(): boolean {
    return !this.#element.hidden;
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }

  /** Opens the panel; the keyboard's focus goes into it unless it opens by itself. */
  open({ byItself = false } = {}): void {
    for (const other of opened) if (other.name !== 'outline' || isNarrow()) other.close({ stay: true });
    if (!this.#filled) this.#build();
    this.#element.hidden = false;
    this.#button.setAttribute('aria-expanded', 'true');
    opened.add(this);
    if (!byItself) this.#element.querySelector<HTMLElement>('h2')?.focus();
  }

  close({ stay = false } = {}): void {
    this.#element.hidden = true;
    this.#button.setAttribute('aria-expanded', 'false');
    opened.delete(this);
    if (!stay) this.#button.focus();
  }

  #build(): void {
    this.#filled = true;
    const label = t(this.name);
    const close = element(
      'button',
      { type: 'button', class: 'close', 'aria-label': t('close'), title: t('close') },
      '×',
    );
    close.addEventListener('click', () => this.close());
    const body = element('div');
    this.#element.append(element('header', {}, element('h2', { tabindex: -1 }, label), close), body);
    this.#fill(body);
  }
}

/** Whether panels cover the article. As in `reader.css`. */
export function isNarrow(): boolean {
  return window.matchMedia('(width < 64rem)').matches;
}
