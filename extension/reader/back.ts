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
