// The article's HTML as nodes that are ready for the reader's frame.
import type { Article } from 'readwell';
import { element } from '../element.js';
import type { Page } from '../page.js';
import { drawnPicture } from './drawn-picture.js';

/** The article's own content. Without `load`, pictures are drawings of ours, so that nothing is asked of any site. */
export function articleBody(article: Article, page: Page, load: boolean): HTMLElement {
  const body = document.implementation.createHTMLDocument('').createElement('main');
  body.innerHTML = article.content;
  for (const player of body.querySelectorAll('iframe')) player.replaceWith(playerLink(player));
  for (const source of body.querySelectorAll('source, video, audio')) source.remove();
  for (const picture of body.querySelectorAll('img')) settle(picture, page, load);
  for (const link of body.querySelectorAll('a[href]')) outward(link as HTMLAnchorElement);
  return sanitized(body);
}

/** The browser's own sanitizer as a second wall, where it has one. Readwell's content is safe without it. */
function sanitized(body: HTMLElement): HTMLElement {
  if (!('setHTML' in body)) return body;
  const again = body.cloneNode(false) as HTMLElement & { setHTML(html: string, options: object): void };
  // An empty configuration takes out all that could run, and leaves the rest: `class`, `id` and pictures too.
  again.setHTML(body.innerHTML, { sanitizer: {} });
  return again;
}

function settle(picture: HTMLImageElement, page: Page, load: boolean): void {
  const own = page.pictures?.[fileName(picture.src)];
  picture.removeAttribute('srcset');
  picture.removeAttribute('sizes');
  picture.removeAttribute('loading');
  if (own) picture.setAttribute('src', new URL(`pictures/${own}`, location.href).href);
  else if (!load && !picture.src.startsWith('data:')) picture.setAttribute('src', drawnPicture(picture));
}

function fileName(address: string): string {
  return /([^/]*)$/.exec(address.replace(/[?#].*/, ''))?.[1] ?? '';
}

/** Links lead out of the frame, into a tab of their own; those to a place in the article stay. */
function outward(link: HTMLAnchorElement): void {
  if (link.getAttribute('href')?.startsWith('#')) return;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

function playerLink(player: HTMLIFrameElement): HTMLElement {
  const address = player.getAttribute('src') ?? '';
  return element('p', { class: 'player' }, element('a', { href: address }, player.title || `Video: ${address}`));
}
