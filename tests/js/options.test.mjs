import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clean } from 'readwell';
import { page } from './pages.mjs';

const url = 'https://example.org/news/ferry';

test('Markdown can start with what the page says of itself', () => {
  const { markdown } = clean(page(), { url, frontMatter: true });
  assert.match(markdown, /^---\ntitle: "Ferry returns"\nurl: "https:\/\/example\.org\/news\/ferry"\nlang: "en"\n/);
  assert.ok(markdown.endsWith(clean(page(), { url }).markdown));
});

test('links can lose what follows their readers', () => {
  const link = '<a href="https://a.example/?day=2&utm_source=x&fbclid=y">the day after</a>';
  const { content } = clean(page(link), { removeTrackingParameters: true });
  assert.ok(content.includes('"https://a.example/?day=2"'));
  assert.ok(clean(page(link)).content.includes('fbclid'));
});

test("a known site's player comes for the hosts that are named, and for no others", () => {
  const film = page('Film: <iframe src="https://player.vimeo.com/video/76979871"></iframe>');
  assert.ok(!clean(film).content.includes('<iframe'));
  assert.ok(!clean(film, { iframes: ['youtube.com'] }).content.includes('<iframe'));
  const { content } = clean(film, { iframes: ['vimeo.com'] });
  assert.match(content, /<iframe src="https:\/\/player\.vimeo\.com\/video\/76979871" title="Vimeo" sandbox="[^"]+"/);
});
