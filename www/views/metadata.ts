// What the page says of itself, each field with the source that it came from.
import type { Article, Outcome } from 'readwell';
import { element } from '../element.js';
import { count, title } from '../format.js';
import type { Cleaned } from '../page.js';
import type { Content, View } from './view.js';

/** The fields in the order that a reader would ask for them. */
const FIELDS = [
  'title',
  'byline',
  'authors',
  'siteName',
  'publishedTime',
  'modifiedTime',
  'excerpt',
  'section',
  'tags',
  'lang',
  'dir',
  'canonicalUrl',
  'image',
  'favicon',
] as const;

type Field = (typeof FIELDS)[number];

const LABELS: Readonly<Record<Field, string>> = {
  title: 'Title',
  byline: 'Byline',
  authors: 'Authors',
  siteName: 'Site',
  publishedTime: 'Published',
  modifiedTime: 'Changed',
  excerpt: 'Excerpt',
  section: 'Section',
  tags: 'Tags',
  lang: 'Language',
  dir: 'Direction',
  canonicalUrl: 'Address',
  image: 'Picture',
  favicon: 'Icon',
};

export class MetadataView implements View {
  readonly #panel: HTMLElement;

  constructor(panel: HTMLElement) {
    this.#panel = panel;
  }

  show({ outcome }: Cleaned): void {
    const measures = outcome.ok ? [section('Of the article', measured(outcome))] : [];
    this.#panel.replaceChildren(section('Of the page', fields(outcome)), ...measures);
    this.#panel.scrollTop = 0;
  }

  content({ outcome }: Cleaned): Content {
    const { textContent, trace, ...rest } = outcome;
    const { content, markdown, ...metadata } = { content: null, markdown: null, ...rest };
    return { text: JSON.stringify(metadata, null, 2), type: 'application/json', extension: 'json' };
  }
}

function section(heading: string, body: HTMLElement): HTMLElement {
  return element('section', { class: 'facts' }, element('h3', {}, heading), body);
}

function fields(outcome: Outcome): HTMLElement {
  const rows = FIELDS.map((field) => {
    const value = shown(outcome, field);
    const source = outcome.sources[field];
    const from = source ? element('span', { class: 'chip' }, source) : '';
    const cell = value === null ? element('td', { class: 'none' }, 'not said') : element('td', { dir: 'auto' }, value);
    return element('tr', {}, element('th', { scope: 'row' }, LABELS[field]), cell, element('td', {}, from));
  });
  const head = ['Field', 'Value', 'Source'].map((name) => element('th', { scope: 'col' }, name));
  return element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows));
}

function shown(outcome: Outcome, field: Field): Node | string | null {
  switch (field) {
    case 'authors':
      return list(outcome.authors.map(({ name, url }) => (url ? link(url, name) : name)));
    case 'tags':
      return outcome.tags.join(', ') || null;
    case 'canonicalUrl':
    case 'image':
    case 'favicon':
      return outcome[field] ? link(outcome[field], outcome[field]) : null;
    default:
      return outcome[field];
  }
}

function measured(article: Article): HTMLElement {
  const rows: [string, Node | string | null][] = [
    ['Kind', title(article.pageType)],
    ['Quality', article.quality.toFixed(2)],
    ['Words', count(article.wordCount)],
    ['Characters', count(article.length)],
    ['Reading time', `${article.readingTime} min`],
    ['Headings', list(article.toc.map(({ text }) => text))],
    ['Pictures', list(article.images.map(({ src, alt, caption }) => link(src, caption ?? (alt || src))))],
  ];
  const shown = rows.map(([label, value]) =>
    element('tr', {}, element('th', { scope: 'row' }, label), element('td', { dir: 'auto' }, value ?? 'none')),
  );
  return element('table', {}, element('tbody', {}, ...shown));
}

function list(items: (Node | string)[]): Node | null {
  if (items.length === 0) return null;
  return element('ul', {}, ...items.map((item) => element('li', {}, item)));
}

/** A link, where the address is one of the Web's; its text otherwise. */
function link(address: string, text: string): Node {
  if (!/^https?:\/\//i.test(address)) return document.createTextNode(text);
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);
}
