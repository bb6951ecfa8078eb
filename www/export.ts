// Takes a view's content out of the page: to the clipboard, or as a file.
import { element } from './element.js';
import type { Content } from './views/view.js';

/** Copies the content; HTML also as rich text, for editors that take it. */
export async function copy({ text, type }: Content): Promise<void> {
  if (type !== 'text/html') return navigator.clipboard.writeText(text);
  const item = new ClipboardItem({ 'text/html': blob(text, type), 'text/plain': blob(text, 'text/plain') });
  await navigator.clipboard.write([item]);
}

/** Saves the content as a file that is named after the article. */
export function download({ text, type, extension }: Content, title: string): void {
  const href = URL.createObjectURL(blob(text, `${type};charset=utf-8`));
  element('a', { href, download: `${fileName(title)}.${extension}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function blob(text: string, type: string): Blob {
  return new Blob([text], { type });
}

/** Letters and digits of any script, in at most 60 characters. */
function fileName(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['article'];
  return words.join('-').slice(0, 60);
}
