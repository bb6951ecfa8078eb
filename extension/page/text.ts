// The words of the interface, in the browser's language.
import type messages from '../locales/en.json';

export type Message = keyof typeof messages;

/** A message; `$1`, `$2`, … in it are the values. */
export function t(message: Message, ...values: (string | number)[]): string {
  return chrome.i18n.getMessage(message, values.map(String));
}

/** Fills in the words of an HTML page: `data-text` names an element's text, `data-label` its label and tooltip. */
export function fillIn(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = t(element.dataset.text as Message);
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-label]')) {
    const label = t(element.dataset.label as Message);
    element.setAttribute('aria-label', label);
    if (element instanceof HTMLButtonElement) element.title = label;
  }
}

/** The interface's language and direction. */
export function speak(root: HTMLElement): void {
  root.lang = chrome.i18n.getUILanguage();
  root.dir = chrome.i18n.getMessage('@@bidi_dir');
}
