// Which panes are seen: the original, the article, or both where there is room.

type Show = 'original' | 'both' | 'article';

const WIDE = matchMedia('(min-width: 60rem)');

export class Layout {
  /** What was asked for last: both come back once there is room for them again. */
  #asked: Show = 'both';
  readonly #buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-show]')];

  constructor() {
    for (const button of this.#buttons) button.addEventListener('click', () => this.show(button.dataset.show as Show));
    WIDE.addEventListener('change', () => this.show(this.#asked));
    this.show(this.#asked);
  }

  show(show: Show): void {
    this.#asked = show;
    document.body.dataset.view = this.#seen;
    for (const button of this.#buttons) button.ariaPressed = String(button.dataset.show === this.#seen);
  }

  get #seen(): Show {
    return this.#asked === 'both' && !WIDE.matches ? 'article' : this.#asked;
  }

  /** Brings the original into view, and keeps the article beside it where there is room. */
  showOriginal(): void {
    if (this.#seen === 'article') this.show(WIDE.matches ? 'both' : 'original');
  }

  /** Original and article take turns where only one fits; otherwise the original comes and goes. */
  toggleOriginal(): void {
    if (this.#seen === 'article') this.showOriginal();
    else this.show('article');
  }
}
