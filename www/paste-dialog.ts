// The dialog that takes HTML and, if it is known, its address.
import { byId } from './element.js';
import type { Page } from './page.js';

/** What a page is called that came from the clipboard. */
export const PASTED = 'Pasted page';

export class PasteDialog {
  readonly #dialog = byId('paste-dialog', HTMLDialogElement);
  readonly #html = byId('paste-html', HTMLTextAreaElement);
  readonly #url = byId('paste-url', HTMLInputElement);
  readonly #error = byId('paste-error', HTMLElement);
  readonly #take: (page: Page) => void;

  constructor(take: (page: Page) => void) {
    this.#take = take;
    this.#dialog.querySelector('form')?.addEventListener('submit', (event) => this.#submit(event));
    this.#dialog.querySelector('[data-close]')?.addEventListener('click', () => this.#dialog.close());
  }

  open(html = ''): void {
    if (this.#dialog.open) return;
    this.#html.value = html;
    this.#say('');
    this.#dialog.showModal();
    this.#html.focus();
  }

  #submit(event: Event): void {
    const html = this.#html.value;
    const url = this.#url.value.trim();
    if (url && !isWebAddress(url)) {
      event.preventDefault();
      this.#say('This is not an address: it would begin with https:// or http://.');
      this.#url.focus();
      return;
    }
    this.#take(url ? { name: PASTED, html, url } : { name: PASTED, html });
  }

  #say(error: string): void {
    this.#error.textContent = error;
    this.#url.ariaInvalid = String(error !== '');
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
