// The article as one HTML file that looks like the reader.
import type { Article } from 'readwell';
import { articleHead } from '../article.js';
import { element } from '../element.js';
import { copyOfArticle } from './copy-of-article.js';
import { dataAddress, type Picture } from './pictures.js';

/** With its pictures inside, as far as they are given; the others stay on the article's site. */
export async function htmlFile(article: Article, url: string, pictures: Map<string, Picture>): Promise<string> {
  const made = document.implementation.createHTMLDocument(article.title ?? '');
  made.documentElement.lang = article.lang ?? '';
  made.documentElement.dir = article.dir ?? 'auto';
  const style = await (await fetch('article.css')).text();
  made.head.prepend(element('meta', { charset: 'utf-8' }));
  made.head.append(
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    // Whatever becomes of the file, it stays a text with pictures.
    element('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:",
    }),
    element('link', { rel: 'canonical', href: article.canonicalUrl ?? url }),
  );
  const place = (address: string, picture: Picture | undefined): string => (picture ? dataAddress(picture) : address);
  const source = element('p', { class: 'line' }, element('a', { href: url }, url));
  made.body.append(articleHead(article), copyOfArticle(article, pictures, place), source);
  // As text: a style element would be applied to this page first, which its policy forbids.
  const html = made.documentElement.outerHTML.replace('</head>', () => `<style>${style}</style></head>`);
  return `<!doctype html>\n${html}\n`;
}
