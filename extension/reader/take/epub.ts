// The article as an EPUB 3 book of one chapter.
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Article } from 'readwell';
import { articleHead } from '../article.js';
import { copyOfArticle } from './copy-of-article.js';
import { PICTURE_TYPES, type Picture } from './pictures.js';

const XHTML = 'http://www.w3.org/1999/xhtml';

interface Item {
  id: string;
  href: string;
  type: string;
  properties?: string;
  bytes: Uint8Array;
}

/** `now` is the time that the book says it was made at. */
export function epubFile(
  article: Article,
  url: string,
  pictures: Map<string, Picture>,
  now: Date,
): Uint8Array<ArrayBuffer> {
  const images = imageItems(pictures);
  const chapter = copyOfArticle(article, pictures, (address) => images.get(address)?.href);
  const items = [navigation(article, chapter), chapterItem(article, chapter), STYLE, ...images.values()];
  const files: Zippable = {
    // The first file, and not compressed, so that the book is known by its first bytes.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'EPUB/package.opf': strToU8(packageOf(article, url, items, now)),
  };
  for (const { href, bytes } of items) files[`EPUB/${href}`] = bytes;
  return zipSync(files, { mtime: now }) as Uint8Array<ArrayBuffer>;
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const STYLE: Item = {
  id: 'style',
  href: 'style.css',
  type: 'text/css',
  bytes: strToU8(`body { line-height: 1.5; }
h1 { line-height: 1.2; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5em 0; }
figcaption, .site, .line { font-size: 0.8em; }
.line > * + * { margin-left: 0.5em; }
blockquote { margin: 1em 0 1em 1.5em; }
pre { white-space: pre-wrap; font-size: 0.8em; }
table { border-collapse: collapse; }
th, td { padding: 0.3em 0.6em; border: 1px solid; text-align: start; vertical-align: top; }
`),
};

function imageItems(pictures: Map<string, Picture>): Map<string, Item> {
  const items = [...pictures.values()].map(({ address, type, bytes }, at): [string, Item] => {
    const name = `picture-${at + 1}`;
    return [address, { id: name, href: `${name}.${PICTURE_TYPES[type]}`, type, bytes }];
  });
  return new Map(items);
}

function chapterItem(article: Article, chapter: HTMLElement): Item {
  const head = `<link rel="stylesheet" type="text/css" href="style.css"/>`;
  const body = xml(articleHead(article)) + xml(chapter);
  const math = chapter.querySelector('math') ? { properties: 'mathml' } : {};
  return {
    id: 'article',
    href: 'article.xhtml',
    type: 'application/xhtml+xml',
    ...math,
    bytes: strToU8(page(article, head, body)),
  };
}

/** Every book has a table of contents. Headings without an id can't be led to. */
function navigation(article: Article, chapter: HTMLElement): Item {
  const headings = [...chapter.querySelectorAll('h2[id], h3[id]')];
  const entries = headings.map(({ id, textContent }) => entry(`article.xhtml#${id}`, textContent ?? ''));
  const all = [entry('article.xhtml', article.title ?? 'Article'), ...entries].join('');
  const body = `<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol>${all}</ol></nav>`;
  return {
    id: 'nav',
    href: 'nav.xhtml',
    type: 'application/xhtml+xml',
    properties: 'nav',
    bytes: strToU8(page(article, '', body)),
  };
}

function entry(href: string, text: string): string {
  return `<li><a href="${escaped(href)}">${escaped(text.trim() || '·')}</a></li>`;
}

function page(article: Article, head: string, body: string): string {
  const lang = escaped(article.lang ?? 'und');
  const dir = article.dir ? ` dir="${article.dir}"` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="${XHTML}" xml:lang="${lang}" lang="${lang}"${dir}>
<head><title>${escaped(article.title || 'Article')}</title>${head}</head>
<body>${body}</body>
</html>
`;
}

function packageOf(article: Article, url: string, items: Item[], now: Date): string {
  const authors = article.authors.map(({ name }) => `<dc:creator>${escaped(name)}</dc:creator>`);
  const optional = [
    article.siteName ? `<dc:publisher>${escaped(article.siteName)}</dc:publisher>` : '',
    article.publishedTime ? `<dc:date>${escaped(article.publishedTime)}</dc:date>` : '',
    article.excerpt ? `<dc:description>${escaped(article.excerpt)}</dc:description>` : '',
  ].filter(Boolean);
  const manifest = items.map(({ id, href, type, properties }) => {
    const more = properties ? ` properties="${properties}"` : '';
    return `<item id="${id}" href="${href}" media-type="${type}"${more}/>`;
  });
  const direction = article.dir === 'rtl' ? ' page-progression-direction="rtl"' : '';
  const source = escaped(article.canonicalUrl ?? url);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${source}</dc:identifier>
<dc:title>${escaped(article.title || 'Article')}</dc:title>
<dc:language>${escaped(article.lang ?? 'und')}</dc:language>
<dc:source>${source}</dc:source>
${[...authors, ...optional].join('\n')}
<meta property="dcterms:modified">${now.toISOString().replace(/\.\d+Z$/, 'Z')}</meta>
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine${direction}><itemref idref="article"/></spine>
</package>
`;
}

function xml(node: Node): string {
  return new XMLSerializer().serializeToString(node);
}

/** Control characters can't be written in XML at all. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
