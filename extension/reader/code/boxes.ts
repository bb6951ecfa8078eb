// Code and tables that are wider than the page can be scrolled by the keyboard, and code is copied by one press.
import { t } from '../../page/text.js';
import { element } from '../element.js';
import { say } from '../say.js';

export function prepareWideParts(shown: Document): void {
  for (const part of shown.querySelectorAll<HTMLElement>('pre, table, math[display="block"]')) part.tabIndex = 0;
  for (const code of shown.querySelectorAll('pre')) {
    const text = code.textContent ?? '';
    // Its word comes from the style sheet: the article's text stays as it was, for all who count its letters.
    const copy = element('button', { type: 'button', class: 'copy', 'aria-label': t('copy') });
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text);
      say(t('copied'));
    });
    const box = shown.createElement('div');
    box.className = 'code';
    code.replaceWith(box);
    box.append(code, copy);
  }
}
