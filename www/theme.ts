// Light, dark, or as the system is. The choice is remembered.
import { remember, setting } from './settings.js';

export type Theme = 'auto' | 'light' | 'dark';

const NEXT: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };
const LABEL: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' };

export class ThemeChoice {
  #theme: Theme = remembered();
  readonly #button: HTMLButtonElement;
  readonly #changed: (theme: Theme) => void;

  constructor(button: HTMLButtonElement, changed: (theme: Theme) => void) {
    this.#button = button;
    this.#changed = changed;
    button.addEventListener('click', () => this.next());
    this.#apply();
  }

  get theme(): Theme {
    return this.#theme;
  }

  next(): void {
    this.#theme = NEXT[this.#theme];
    remember('theme', this.#theme);
    this.#apply();
    this.#changed(this.#theme);
  }

  #apply(): void {
    applyTheme(document, this.#theme);
    this.#button.textContent = LABEL[this.#theme];
    this.#button.title = 'Colours: automatic, light or dark';
    this.#button.ariaLabel = `Colours: ${LABEL[this.#theme]}`;
  }
}

/** Makes a document light or dark, or leaves it to the system. */
export function applyTheme(target: Document, theme: Theme): void {
  if (theme === 'auto') delete target.documentElement.dataset.theme;
  else target.documentElement.dataset.theme = theme;
}

function remembered(): Theme {
  const stored = setting('theme');
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}
