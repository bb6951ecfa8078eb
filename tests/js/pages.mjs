// Pages for the tests of the npm package.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

const PARAGRAPH =
  'The ferry to the island sails again from Monday, after nine months of repairs, four times a day, the harbour office said on Friday.';

/** A small page with an article of a few paragraphs; `text` stands in one of them. */
export function page(text = 'Naïve words, 漢字 and 😀 come through.') {
  const paragraphs = [PARAGRAPH, text, PARAGRAPH.replace('Monday', 'Tuesday'), PARAGRAPH.replace('nine', 'ten')];
  return `<!DOCTYPE html><html lang="en"><head><title>Ferry returns</title><meta charset="utf-8"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Ferry returns</h1>${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
<p>See the <a href="times">timetable</a>, which the harbour office has printed anew for this summer.</p></article>
<script>track()</script></body></html>`;
}

/** Every fixture: its name and its bytes. */
export function fixtures() {
  const folder = join(root, 'tests', 'fixtures');
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => ({ name, bytes: readFileSync(join(folder, name, 'page.html')) }));
}
