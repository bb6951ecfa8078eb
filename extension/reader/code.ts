// Code and tables that are wider than the page can be scrolled by the keyboard, and code is copied by one press.
import { t } from '../page/text.js';
import { button } from './element.js';
import { say } from './say.js';

export function prepareWideParts(shown: Document): void {
  for (const part of shown.querySelectorAll<HTMLElement>('pre, table, math[display="block"]')) part.tabIndex = 0;
  for (const code of shown.querySelectorAll('pre')) {
    const text = code.textContent ?? '';
    const copy = button(t('copy'), async () => {
      await navigator.clipboard.writeText(text);
      say(t('copied'));
    });
    copy.className = 'copy';
    const box = shown.createElement('div');
    box.className = 'code';
    code.replaceWith(box);
    box.append(code, copy);
  }
}
