import { t } from '../page/text.js';
import { byId } from './element.js';
import type { Command } from './reading.js';

/** The way back to the page. It is the entry before this one, so that the browser keeps its scroll position. */
export function goBack(): Command {
  const run = (): void => {
    if (history.length > 1) history.back();
    else window.close();
  };
  byId('back').addEventListener('click', run);
  return { keys: ['Escape', 'Backspace'], label: 'backToPage', run };
}

/** Writes the site's name on the button. Its label has that name too, for those who speak what they see. */
export function nameTheWayBack(site: string): void {
  byId('site').textContent = site;
  byId('back').setAttribute('aria-label', `${t('backToPage')}: ${site}`);
}
