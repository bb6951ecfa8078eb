// The article as the reader sees it: who wrote what and when, and then the text.
import type { Article, Outcome } from 'readwell';
import { t } from '../page/text.js';
import { element } from './element.js';
import { longDate, minutes } from './format.js';

/** Of more parts than this, those out of sight are laid out when they come into view: 6,000 take a second. */
const LONG = 400;

/** Shows an outcome in the frame's document. */
export function showArticle(shown: Document, outcome: Article, pictures: boolean): void {
  setLanguage(shown, outcome);
  shown.title = outcome.title ?? '';
  const main = shown.createElement('main');
  showContent(main, outcome.content);
  main.classList.toggle('long', main.childElementCount > LONG);
  if (!pictures) for (const picture of main.querySelectorAll('img, picture, video')) withhold(picture);
  shown.body.replaceChildren(shown.importNode(articleHead(outcome), true), main);
}

export function setLanguage(shown: Document, { lang, dir }: Outcome): void {
  shown.documentElement.lang = lang ?? '';
  shown.documentElement.dir = dir ?? 'auto';
}

/** The content is safe as it is. The browser's own sanitizer is a second wall, where there is one. */
export function showContent(parent: HTMLElement, content: string): void {
  const inert = new DOMParser().parseFromString('<!doctype html><main></main>', 'text/html').querySelector('main');
  if (!inert) return;
  if ('setHTML' in inert) (inert as SafelySettable).setHTML(content, { sanitizer: {} });
  else (inert as HTMLElement).innerHTML = content;
  parent.replaceChildren(...parent.ownerDocument.importNode(inert, true).childNodes);
}

type SafelySettable = HTMLElement & { setHTML(html: string, options: { sanitizer: object }): void };

/** What the picture shows, in words, in the place of a picture that is not to be fetched. */
function withhold(picture: Element): void {
  const alt = picture.getAttribute('alt') ?? picture.querySelector('img')?.getAttribute('alt');
  const words = picture.ownerDocument.createElement('span');
  words.className = 'withheld';
  words.textContent = alt || t('picture');
  picture.replaceWith(words);
}

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
