// The article as the reader sees it: who wrote what and when, and then the text.
import type { Article, Outcome } from 'readwell';
import { element } from './element.js';
import { longDate, minutes } from './format.js';
import { showPictures } from './pictures.js';

/** Of more parts than this, those out of sight are laid out when they come into view: 6,000 take a second. */
const LONG = 400;

/** Shows an outcome in the frame's document. */
export function showArticle(shown: Document, outcome: Article, pictures: boolean): void {
  setLanguage(shown, outcome);
  shown.title = outcome.title ?? '';
  const main = inert(outcome.content);
  main.classList.toggle('long', main.childElementCount > LONG);
  showPictures(main, pictures);
  shown.body.replaceChildren(shown.importNode(articleHead(outcome), true), main);
}

export function setLanguage(shown: Document, { lang, dir }: Outcome): void {
  shown.documentElement.lang = lang ?? '';
  shown.documentElement.dir = dir ?? 'auto';
}

/** The content in a document that fetches nothing. It is safe as it is; the browser's own sanitizer, where there is one, is a second wall. */
function inert(content: string): HTMLElement {
  const parsed = new DOMParser().parseFromString('<!doctype html><body></body>', 'text/html');
  const main = parsed.body.appendChild(parsed.createElement('main'));
  if ('setHTML' in main) (main as SafelySettable).setHTML(content, { sanitizer: {} });
  else (main as HTMLElement).innerHTML = content;
  return main;
}

type SafelySettable = HTMLElement & { setHTML(html: string, options: { sanitizer: object }): void };

export function articleHead(article: Article): HTMLElement {
  const above = [article.siteName, article.section].filter((part) => part !== null).join(' · ');
  const facts = [
    article.byline ? element('span', { class: 'byline', dir: 'auto' }, article.byline) : '',
    article.publishedTime
      ? element('time', { datetime: article.publishedTime }, longDate(article.publishedTime, article.lang))
      : '',
    element('span', { lang: chrome.i18n.getUILanguage(), dir: 'auto' }, minutes(article.readingTime)),
  ].filter((part) => part !== '');
  const line = facts.flatMap((fact, at) =>
    at === 0 ? [fact] : [element('span', { 'aria-hidden': 'true' }, '·'), fact],
  );
  return element(
    'header',
    {},
    ...(above ? [element('p', { class: 'site', dir: 'auto' }, above)] : []),
    ...(article.title ? [element('h1', { dir: 'auto' }, article.title)] : []),
    element('p', { class: 'line' }, ...line),
  );
}
