// The user points at a part of the article: by the mouse, or by the keyboard.
import { t } from '../../page/text.js';
import { button, byId, element } from '../element.js';

/** Parts that one may want to drop. */
const PARTS =
  'p, li, ul, ol, dl, h2, h3, h4, h5, h6, figure, table, pre, blockquote, details, aside, section, div:not(.code), hr, img, video, audio';

/** In characters. */
const LONGEST_NAME = 80;

let ending: AbortController | undefined;

/** Lets the user point at parts until one is chosen, or Escape is pressed. */
export function pick(shown: Document, choose: (part: Element) => void): void {
  const article = shown.querySelector('main');
  if (!article || ending) return;
  const picking = new Picking(article, (part) => {
    end();
    if (part) choose(part);
  });
  ending = new AbortController();
  const end = (): void => {
    ending?.abort();
    ending = undefined;
    picking.point(undefined);
    delete shown.documentElement.dataset.picking;
    byId('picking').hidden = true;
  };
  shown.documentElement.dataset.picking = '';
  showHint(() => end());
  picking.listen(shown, ending.signal);
  shown.defaultView?.focus();
}

function showHint(end: () => void): void {
  const hint = byId('picking');
  hint.replaceChildren(element('span', {}, t('pickHint')), button(t('done'), end));
  hint.hidden = false;
}

/** What the keyboard has come to, in words, for those who don't see its frame. */
function name(part: Element): void {
  const text = part.textContent?.trim() || part.getAttribute('alt') || t('picture');
  const words = text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)} …` : text;
  byId('picking').querySelector('span')?.replaceChildren(words);
}

class Picking {
  #part: Element | undefined;

  constructor(
    readonly article: Element,
    readonly done: (part: Element | undefined) => void,
  ) {}

  point(part: Element | undefined): void {
    this.#part?.classList.remove('picked');
    this.#part = part;
    part?.classList.add('picked');
  }

  listen(shown: Document, signal: AbortSignal): void {
    // Before all other listeners: while one picks, a press is a choice and nothing else.
    const first = { capture: true, signal };
    const view = shown.defaultView;
    view?.addEventListener('pointermove', ({ target }) => this.point(this.#partOf(target)), first);
    view?.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        const part = this.#partOf(event.target);
        if (part) this.done(part);
      },
      first,
    );
    for (const listened of [view, window]) listened?.addEventListener('keydown', (event) => this.#press(event), first);
  }

  #press(event: KeyboardEvent): void {
    const acts: Record<string, () => void> = {
      Escape: () => this.done(undefined),
      Enter: () => this.#part && this.done(this.#part),
      ArrowDown: () => this.#step(1),
      ArrowUp: () => this.#step(-1),
      ArrowLeft: () => this.#go(this.#around(this.#part)),
    };
    // The button in the hint is pressed by Enter, too.
    if (event.key === 'Enter' && (event.target as Element).localName === 'button') return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  /** To the next part that holds no other. */
  #step(by: number): void {
    const parts = [...this.article.querySelectorAll(PARTS)].filter((part) => !part.querySelector(PARTS));
    const at = parts.findIndex((part) => part === this.#part || this.#part?.contains(part));
    const next = parts[at < 0 ? this.#firstSeen(parts) : at + by];
    this.#go(next);
  }

  #go(part: Element | undefined): void {
    if (!part) return;
    this.point(part);
    name(part);
    part.scrollIntoView({ block: 'nearest' });
  }

  #firstSeen(parts: Element[]): number {
    return parts.findIndex((part) => part.getBoundingClientRect().top >= 0);
  }

  #partOf(target: EventTarget | null): Element | undefined {
    const part = (target as Element | null)?.closest?.(PARTS) ?? undefined;
    return part && this.article.contains(part) ? part : undefined;
  }

  #around(part: Element | undefined): Element | undefined {
    return this.#partOf(part?.parentElement ?? null);
  }
}
