import type { Article } from 'readwell';

/** The article as plain text, with its title, author and address above. */
export function textFile(article: Article, url: string): string {
  const head = [article.title, article.byline, article.canonicalUrl ?? url].filter(Boolean).join('\n');
  return `${head}\n\n${article.textContent.trim()}\n`;
}
