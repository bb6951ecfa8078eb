// A copy of the article's content that a file can be made of.
import type { Article } from 'readwell';
import type { Picture } from './pictures.js';

/** What becomes of a picture: its new address, or nothing, which leaves its description. */
type Placing = (address: string, picture: Picture | undefined) => string | undefined;

/** The article's content in a document of its own, with each picture where `place` wants it. */
export function copyOfArticle(article: Article, pictures: Map<string, Picture>, place: Placing): HTMLElement {
  const copy = new DOMParser().parseFromString(`<!doctype html><main>${article.content}</main>`, 'text/html');
  const main = copy.querySelector('main') ?? copy.body;
  for (const embedded of main.querySelectorAll('iframe, video, audio')) replaceByLink(embedded);
  for (const source of main.querySelectorAll('source')) source.remove();
  for (const image of main.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? '';
    const placed = place(address, pictures.get(address));
    if (placed) image.setAttribute('src', placed);
    else image.replaceWith(image.alt);
    for (const name of ['srcset', 'sizes', 'loading', 'decoding']) image.removeAttribute(name);
  }
  return main;
}

function replaceByLink(embedded: Element): void {
  const address = embedded.getAttribute('src') ?? embedded.querySelector('source')?.getAttribute('src');
  const link = embedded.ownerDocument.createElement('a');
  link.href = address ?? '';
  link.textContent = embedded.getAttribute('title') || (address ?? '');
  embedded.replaceWith(link);
}

/** The addresses of the article's pictures. */
export function pictureAddresses(article: Article): string[] {
  const parsed = new DOMParser().parseFromString(article.content, 'text/html');
  return [...parsed.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '');
}
