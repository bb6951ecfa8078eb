// The article as a Markdown file: what the page says of itself as YAML, and then the text.
import type { Article } from 'readwell';
import type { Note } from '../notes/note.js';

/** What ends the core's front matter. No value in it can hold a line of that kind. */
const END = '\n---\n';

export function markdownFile({ title, markdown }: Article, notes: Note[] = []): string {
  const end = markdown.indexOf(END) + END.length;
  const heading = title ? `# ${title.replace(/[\\`*_[\]<>#]/g, '\\$&')}\n\n` : '';
  return `${markdown.slice(0, end)}\n${heading}${markdown.slice(end).trim()}\n${notesAsMarkdown(notes)}`;
}

function notesAsMarkdown(notes: Note[]): string {
  if (notes.length === 0) return '';
  const parts = notes.map(({ quote, text }) => `> ${quote.replace(/\s+/g, ' ')}\n${text ? `\n${text}\n` : ''}`);
  return `\n---\n\n${parts.join('\n')}`;
}
