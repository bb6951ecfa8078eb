// The list of keys, where they can be turned off too.
import { byId, element } from './element.js';
import type { Shortcut, Shortcuts } from './shortcuts.js';

export class HelpDialog {
  readonly #dialog = byId('help-dialog', HTMLDialogElement);

  constructor(list: readonly Shortcut[], shortcuts: Shortcuts) {
    const rows = list.map(({ key, does }) =>
      element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, does)),
    );
    byId('keys', HTMLElement).replaceChildren(...rows);
    const choice = byId('single-keys', HTMLInputElement);
    choice.checked = shortcuts.on;
    choice.addEventListener('change', () => {
      shortcuts.on = choice.checked;
    });
    byId('help', HTMLButtonElement).addEventListener('click', () => this.open());
  }

  open(): void {
    this.#dialog.showModal();
  }
}
