// The original page in a frame of its own, in which no script can run.

import type { Cleaned } from '../page.js';
import { applyTheme, type Theme } from '../theme.js';
import { inertPage, withOrdinal } from './inert.js';

/** Characters of source that are drawn as a page: a frame of more would hold the page up. */
const LIMIT = 1_000_000;

/** What became of drawing a page: one that scripts would fill has nothing to see. */
export type Drawn = 'drawn' | 'too-large' | 'empty';

export class PageView {
  readonly #frame: HTMLIFrameElement;
  readonly #loaded: Promise<Document>;
  #theme: Theme = 'auto';

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
    this.#loaded = shell(frame);
  }

  async show({ source, outcome }: Cleaned): Promise<Drawn> {
    const frame = await this.#loaded;
    const fits = source.length <= LIMIT;
    const page = inertPage(fits ? source : '', outcome.trace ?? { removed: [], kept: [] });
    frame.documentElement.lang = page.documentElement.lang || 'en';
    frame.documentElement.dir = page.documentElement.dir;
    frame.body.replaceWith(frame.adoptNode(page.body));
    frame.defaultView?.scrollTo(0, 0);
    this.setTheme(this.#theme);
    if (!fits) return 'too-large';
    return frame.body.innerText.trim() ? 'drawn' : 'empty';
  }

  /** Scrolls to the elements of the ordinal and outlines them; false where nothing of them is to be seen. */
  async reveal(ordinal: number | null): Promise<boolean> {
    const frame = await this.#loaded;
    for (const chosen of frame.querySelectorAll('[data-chosen]')) chosen.removeAttribute('data-chosen');
    const found = ordinal === null ? [] : withOrdinal(frame, ordinal);
    const seen = found.find((candidate) => candidate.getClientRects().length > 0);
    for (const chosen of found) chosen.dataset.chosen = '';
    seen?.scrollIntoView({ block: 'center' });
    return seen !== undefined;
  }

  async setTheme(theme: Theme): Promise<void> {
    this.#theme = theme;
    applyTheme(await this.#loaded, theme);
  }

  set hidden(hidden: boolean) {
    this.#frame.hidden = hidden;
  }
}

/** The frame's document, once it is there. */
function shell(frame: HTMLIFrameElement): Promise<Document> {
  const ready = (): Document | null => {
    const inside = frame.contentDocument;
    return inside?.readyState === 'complete' && inside.URL === frame.src ? inside : null;
  };
  return new Promise((resolve) => {
    const now = ready();
    if (now) resolve(now);
    else frame.addEventListener('load', () => resolve(ready() as Document), { once: true });
  });
}
