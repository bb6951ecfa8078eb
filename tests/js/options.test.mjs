import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cleaner, clean, cleanDocument, cleanResponse, declutter, isProbablyReaderable } from 'readwell';
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

test('a mistake in the options is told by its name', async () => {
  const mistakes = {
    url: [5, new URL(url)],
    charset: [true],
    trace: ['yes', 1],
    iframes: ['youtube.com', [7]],
    keep: [1, [-1], [1.5], ['1']],
    remove: [new Set([1])],
    maxInputBytes: [-1, Number.NaN, Number.POSITIVE_INFINITY, '5'],
  };
  const document = { documentElement: { outerHTML: page() } };
  for (const [name, values] of Object.entries(mistakes)) {
    const mistake = { code: 'invalid-options', message: new RegExp(`^the option \`${name}\` is `) };
    for (const value of values) {
      const options = { [name]: value };
      assert.throws(() => clean(page(), options), mistake);
      assert.throws(() => new Cleaner(options), mistake);
      assert.throws(() => cleanDocument(document, options), mistake);
      assert.throws(() => isProbablyReaderable(page(), options), mistake);
      await assert.rejects(cleanResponse(new Response(page()), options), mistake);
    }
  }
  assert.throws(() => declutter({ styles: 'all' }), { message: 'the option `styles` is true or false' });
  assert.throws(() => clean(page(), url), { code: 'invalid-options', message: 'the options are an object' });
  const nothing = Object.fromEntries(Object.keys(mistakes).map((name) => [name, null]));
  assert.deepEqual(clean(page(), nothing), clean(page(), null));
});
