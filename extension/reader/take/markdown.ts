// The article as a Markdown file: what the page says of itself as YAML, and then the text.
import type { Article } from 'readwell';
import type { Note } from '../notes/note.js';

export function markdownFile(article: Article, url: string, notes: Note[] = []): string {
  const title = article.title ? `# ${article.title.replace(/[\\`*_[\]<>#]/g, '\\$&')}\n\n` : '';
  return `${frontMatter(article, url)}\n${title}${article.markdown.trim()}\n${notesAsMarkdown(notes)}`;
}

function frontMatter(article: Article, url: string): string {
  const fields: [string, string | string[] | number | null][] = [
    ['title', article.title],
    ['authors', article.authors.map(({ name }) => name)],
    ['site', article.siteName],
    ['url', article.canonicalUrl ?? url],
    ['published', article.publishedTime],
    ['modified', article.modifiedTime],
    ['lang', article.lang],
    ['tags', article.tags],
    ['words', article.wordCount],
  ];
  const lines = fields.flatMap(([name, value]) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    // JSON's strings and lists are YAML's too, so that nothing in a title can break out.
    return `${name}: ${JSON.stringify(value)}`;
  });
  return ['---', ...lines, '---', ''].join('\n');
}

function notesAsMarkdown(notes: Note[]): string {
  if (notes.length === 0) return '';
  const parts = notes.map(({ quote, text }) => `> ${quote.replace(/\s+/g, ' ')}\n${text ? `\n${text}\n` : ''}`);
  return `\n---\n\n${parts.join('\n')}`;
}
