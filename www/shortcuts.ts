// Single keys, which can be turned off (WCAG 2.1.4), and never act while something is being typed.
import { remember, setting } from './settings.js';

export interface Shortcut {
  readonly key: string;
  readonly does: string;
  readonly run: () => void;
}

const STORED = 'single-keys';

export class Shortcuts {
  readonly #shortcuts: readonly Shortcut[];
  #on = setting(STORED) !== 'off';

  constructor(shortcuts: readonly Shortcut[]) {
    this.#shortcuts = shortcuts;
    document.addEventListener('keydown', (event) => this.#press(event));
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    remember(STORED, on ? 'on' : 'off');
  }

  #press(event: KeyboardEvent): void {
    if (!this.#on || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    const shortcut = this.#shortcuts.find(({ key }) => key === event.key);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input:not([type=radio], [type=checkbox]), textarea, select') !== null
  );
}
