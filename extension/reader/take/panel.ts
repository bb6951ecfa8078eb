// The panel for taking the article along: saving, copying, printing.
import type { Article } from 'readwell';
import { type Message, t } from '../../page/text.js';
import { button, element } from '../element.js';
import { Panel } from '../panels.js';
import type { Command, Reading } from '../reading.js';
import { say } from '../say.js';
import { pictureAddresses } from './copy-of-article.js';
import { epubFile } from './epub.js';
import { fileName, save } from './file.js';
import { htmlFile } from './html.js';
import { markdownFile } from './markdown.js';
import { askForPictures, fetchPictures, type Picture } from './pictures.js';
import { textFile } from './text.js';

export function take(reading: Reading): Command[] {
  const { outcome, capture } = reading;
  if (!outcome.ok) return [];
  const { url } = capture;
  const addresses = pictureAddresses(outcome);
  const inside = element('input', { type: 'checkbox', id: 'pictures-inside' });
  inside.addEventListener('change', async () => {
    if (inside.checked) inside.checked = await askForPictures(addresses).catch(() => false);
  });
  const pictures = async (): Promise<Map<string, Picture>> => {
    if (!inside.checked) return new Map();
    const found = await fetchPictures(addresses);
    const missing = new Set(addresses).size - found.size;
    if (missing > 0) say(t('picturesMissing', missing));
    return found;
  };
  const markdown = (): string => markdownFile(outcome, reading.notes());
  const saves: [Message, () => void | Promise<void>][] = [
    ['markdown', () => save(fileName(outcome.title, 'md'), 'text/markdown', markdown())],
    [
      'html',
      async () => save(fileName(outcome.title, 'html'), 'text/html', await htmlFile(outcome, url, await pictures())),
    ],
    ['plainText', () => save(fileName(outcome.title, 'txt'), 'text/plain', textFile(outcome, url))],
    [
      'epub',
      async () =>
        save(fileName(outcome.title, 'epub'), EPUB_TYPE, epubFile(outcome, url, await pictures(), new Date())),
    ],
  ];
  const copies: [Message, () => Promise<void>][] = [
    ['markdown', () => copy(markdown())],
    ['html', () => copyRich(outcome)],
    ['plainText', () => copy(textFile(outcome, url))],
    ['address', () => copy(outcome.canonicalUrl ?? url)],
  ];
  const print = (): void => reading.shown.defaultView?.print();
  const panel = new Panel('take', (body) => {
    body.append(
      ...row('save', saves, 'save'),
      element('label', { class: 'switch' }, inside, t('picturesInside')),
      ...row('copy', copies, 'copy'),
      element('h3', {}, t('paperOrPdf')),
      button(t('print'), print),
    );
  });
  return [
    { keys: ['s'], label: 'take', run: () => panel.toggle() },
    { keys: ['m'], label: 'copyMarkdown', run: () => void copy(markdown()) },
  ];
}

const EPUB_TYPE = 'application/epub+zip';

function row(title: Message, actions: [Message, () => void | Promise<void>][], kind: string): HTMLElement[] {
  const buttons = actions.map(([label, action]) => {
    const made = button(t(label), () => void action());
    made.id = `${kind}-${label}`;
    return made;
  });
  return [element('h3', {}, t(title)), element('div', { class: 'buttons' }, ...buttons)];
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  say(t('copied'));
}

/** As HTML for programs that take it, and as text for the others. */
async function copyRich(article: Article): Promise<void> {
  const item = new ClipboardItem({
    'text/html': new Blob([article.content], { type: 'text/html' }),
    'text/plain': new Blob([article.textContent], { type: 'text/plain' }),
  });
  await navigator.clipboard.write([item]);
  say(t('copied'));
}
