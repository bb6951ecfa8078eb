// The original beside its article: as a page or as source, with what was dropped coloured.
import type { Removal } from 'readwell';
import { byId } from '../element.js';
import type { Cleaned } from '../page.js';
import type { Theme } from '../theme.js';
import { type Drawn, PageView } from './page-view.js';
import { SourceView } from './source-view.js';

type As = 'page' | 'source';

const NOTES: Readonly<Record<Drawn, string>> = {
  drawn: '',
  'too-large': 'This page is too large to be drawn here: see its source.',
  empty: 'Nothing of this page is seen until its scripts run: see its source.',
};

export class Original {
  readonly #page = new PageView(byId('original-page', HTMLIFrameElement));
  readonly #source = new SourceView(byId('original-source', HTMLElement));
  readonly #note = byId('original-note', HTMLElement);
  readonly #choices = document.querySelectorAll<HTMLInputElement>('input[name=original-as]');

  constructor() {
    for (const choice of this.#choices) choice.addEventListener('change', () => this.#switch(choice.value as As));
  }

  async show(cleaned: Cleaned): Promise<void> {
    this.#source.show(cleaned);
    this.#note.textContent = NOTES[await this.#page.show(cleaned)];
    this.#switch(this.#as);
  }

  /** Shows where a removal was: in the page, or in the source where the page shows nothing of it. */
  async reveal(removal: Removal): Promise<void> {
    this.#source.reveal(removal);
    if (this.#as === 'source') return;
    if (await this.#page.reveal(removal.ordinal)) return;
    this.#choose('source');
    this.#source.reveal(removal);
  }

  setTheme(theme: Theme): void {
    void this.#page.setTheme(theme);
  }

  get #as(): As {
    return [...this.#choices].find((choice) => choice.checked)?.value as As;
  }

  #choose(as: As): void {
    for (const choice of this.#choices) choice.checked = choice.value === as;
    this.#switch(as);
  }

  #switch(as: As): void {
    this.#page.hidden = as !== 'page';
    this.#source.hidden = as !== 'source';
    this.#note.hidden = as !== 'page' || !this.#note.textContent;
  }
}
