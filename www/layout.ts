// Which panes are seen: the original, the article, or both where there is room.

type Show = 'original' | 'both' | 'article';

const WIDE = matchMedia('(min-width: 60rem)');

export class Layout {
  #show: Show = WIDE.matches ? 'both' : 'article';
  readonly #buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-show]')];

  constructor() {
    for (const button of this.#buttons) button.addEventListener('click', () => this.show(button.dataset.show as Show));
    WIDE.addEventListener('change', () => this.show(this.#show === 'both' ? 'article' : this.#show));
    this.show(this.#show);
  }

  show(show: Show): void {
    this.#show = show === 'both' && !WIDE.matches ? 'article' : show;
    document.body.dataset.view = this.#show;
    for (const button of this.#buttons) button.ariaPressed = String(button.dataset.show === this.#show);
  }

  /** Brings the original into view, and keeps the article beside it where there is room. */
  showOriginal(): void {
    if (this.#show === 'article') this.show(WIDE.matches ? 'both' : 'original');
  }

  /** Original and article take turns where only one fits; otherwise the original comes and goes. */
  toggleOriginal(): void {
    if (this.#show === 'article') this.showOriginal();
    else this.show('article');
  }
}
