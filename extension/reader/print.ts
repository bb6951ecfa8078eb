// The browser's own print takes the reader page, where a frame shows one window's height of the article: all of it stands in
// the page meanwhile, and the page's sheet for paper shows nothing else.
import { byId } from './element.js';

export function printWhole(shown: Document): void {
  const printed = byId('printed');
  window.addEventListener('beforeprint', () => {
    const { lang, dir } = shown.documentElement;
    Object.assign(printed, { lang, dir, hidden: false });
    printed.replaceChildren(...[...shown.body.children].map((part) => document.importNode(part, true)));
  });
  window.addEventListener('afterprint', () => {
    printed.hidden = true;
    printed.replaceChildren();
  });
}
