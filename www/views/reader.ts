// The article as a reader sees it, in a frame without scripts, under a policy that allows text, our style and pictures.
import type { Article, NoArticle } from 'readwell';
import { element } from '../element.js';
import type { Cleaned, Page } from '../page.js';
import type { Theme } from '../theme.js';
import { articleBody } from './article-body.js';
import type { Content, View } from './view.js';

/** What every article of ours looks like, and what of it is this page's own. */
const STYLES = ['article.css', 'reader.css'];

export class ReaderView implements View {
  readonly #panel: HTMLElement;
  #cleaned: Cleaned | undefined;
  #theme: Theme = 'auto';
  #pictures = false;

  constructor(panel: HTMLElement) {
    this.#panel = panel;
  }

  show(cleaned: Cleaned): void {
    this.#cleaned = cleaned;
    this.#draw();
  }

  content({ outcome }: Cleaned): Content {
    if (!outcome.ok) return { text: outcome.textContent, type: 'text/plain', extension: 'txt' };
    return { text: outcome.content, type: 'text/html', extension: 'html' };
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#draw();
  }

  /** Whether pictures are fetched from where the page has them. */
  setPictures(load: boolean): void {
    this.#pictures = load;
    this.#draw();
  }

  #draw(): void {
    if (!this.#cleaned) return;
    const { outcome, page } = this.#cleaned;
    this.#panel.replaceChildren(outcome.ok ? this.#frame(outcome, page) : notice(outcome));
  }

  #frame(article: Article, page: Page): HTMLElement {
    // No `allow-scripts` and no `allow-same-origin`: whatever stood in the article would have nothing to reach.
    const frame = element('iframe', {
      sandbox: 'allow-popups allow-popups-to-escape-sandbox',
      referrerpolicy: 'no-referrer',
      title: `The article: ${article.title ?? page.name}`,
    });
    frame.srcdoc = this.#document(article, page);
    return frame;
  }

  #document(article: Article, page: Page): string {
    const shown = document.implementation.createHTMLDocument(article.title ?? '');
    const root = shown.documentElement;
    root.lang = article.lang ?? '';
    root.dir = article.dir ?? 'auto';
    if (this.#theme !== 'auto') root.dataset.theme = this.#theme;
    const { origin } = location;
    const pictures = this.#pictures ? 'https: data:' : 'data:';
    const policy = `default-src 'none'; style-src ${origin}; img-src ${origin} ${pictures}`;
    shown.head.append(
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      ...STYLES.map((name) => element('link', { rel: 'stylesheet', href: new URL(name, location.href).href })),
    );
    shown.body.append(head(article), articleBody(article, page, this.#pictures));
    return `<!doctype html>${root.outerHTML}`;
  }
}

/** Title, author and date, as text alone. */
function head(article: Article): HTMLElement {
  const made = element('header');
  const above = [article.siteName, article.section].filter((part) => part !== null).join(' · ');
  if (above) made.append(element('p', { class: 'site' }, above));
  if (article.title) made.append(element('h1', { dir: 'auto' }, article.title));
  const line: Node[] = [];
  if (article.byline) line.push(element('span', { class: 'byline', dir: 'auto' }, article.byline));
  if (article.publishedTime) line.push(date(article.publishedTime, article.lang));
  line.push(element('span', { lang: 'en' }, element('bdi', {}, `${article.readingTime} min read`)));
  made.append(element('p', { class: 'line' }, ...line));
  return made;
}

function date(iso: string, lang: string | null): HTMLElement {
  const day = /^\d{4}-\d\d-\d\d/.exec(iso)?.[0];
  return element('time', { datetime: iso }, day ? longDate(day, lang) : iso);
}

/** The day as the page's own readers write it. The time zone stays out of it: the page's day is the day. */
function longDate(day: string, lang: string | null): string {
  const when = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(when.getTime())) return day;
  try {
    return when.toLocaleDateString(lang ?? 'en', { dateStyle: 'long', timeZone: 'UTC' });
  } catch {
    return day;
  }
}

/** Says plainly that there is no article, why, and what text there is. */
function notice(outcome: NoArticle): HTMLElement {
  const text = outcome.textContent.trim();
  return element(
    'div',
    { class: 'notice scroll', tabindex: 0 },
    element('p', { class: 'chip' }, outcome.reason),
    element('h3', {}, 'There is no article here'),
    element('p', {}, outcome.message),
    ...(text ? [element('h4', {}, 'The text there is'), element('pre', { class: 'plain', dir: 'auto' }, text)] : []),
  );
}
