// The keyboard: one table of commands, which the help shows too.
import { t } from '../page/text.js';
import { byId, element } from './element.js';
import type { Preferences } from './preferences.js';
import type { Command } from './reading.js';

/** Where typing is typing. */
const FIELDS = 'input:not([type="range"], [type="radio"], [type="checkbox"]), select, textarea, [contenteditable]';

export function listenForKeys(commands: Command[], documents: Document[], preferences: Preferences): void {
  const dialog = helpDialog(() => all);
  const help: Command = { keys: ['?'], label: 'keys', run: () => dialog.showModal() };
  const all = [...commands, help];
  byId('open-keys').addEventListener('click', help.run);
  for (const listened of documents) {
    listened.addEventListener('keydown', (event) => {
      if (dialog.open || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if ((event.target as Element | null)?.closest?.(FIELDS)) return;
      // Letters can be switched off, for those who speak to their computer.
      if (event.key.length === 1 && !preferences.now.keys && event.key !== '?') return;
      const command = all.find(({ keys }) => keys.includes(event.key));
      if (!command) return;
      event.preventDefault();
      command.run();
    });
  }
}

function helpDialog(commands: () => Command[]): HTMLDialogElement {
  const dialog = byId<HTMLDialogElement>('keys');
  const close = element('button', { type: 'button', class: 'close', 'aria-label': t('close') }, '×');
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('beforetoggle', () => {
    const rows = commands().flatMap(({ keys, label }) => [
      element('dt', {}, element('kbd', {}, keyName(keys[0] ?? ''))),
      element('dd', {}, t(label)),
    ]);
    dialog.replaceChildren(
      element('div', { class: 'head' }, element('h2', {}, t('keys')), close),
      element('dl', { class: 'keys' }, ...rows),
    );
  });
  return dialog;
}

const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', ' ': '␣' };

function keyName(key: string): string {
  return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
