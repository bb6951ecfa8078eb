// The kinds of pages, read in a browser with a real press of the button. Both browsers run this list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backUnchanged, openFor, readPage, shown, until } from './reader.mjs';

/** Selects the second to the fourth paragraph. */
function selectParagraphs() {
  const paragraphs = document.querySelectorAll('p');
  getSelection().setBaseAndExtent(paragraphs[1].firstChild, 0, paragraphs[3].firstChild, 30);
}

/** What the bar offers. */
function buttonsSeen() {
  const buttons = [...document.querySelectorAll('.tools button')].filter((button) => button.checkVisibility());
  return buttons.map(({ id }) => id.replace('open-', ''));
}

const KINDS = [
  {
    name: 'a page that forbids all scripts',
    path: 'csp.html',
    has: ['The sea wall that has kept the lower town'],
    sandboxed: true,
  },
  {
    name: 'links to hosts in other scripts',
    path: 'hosts.html',
    has: ['Paragraph 6.'],
    links: ['https://xn--bcher-kva.example/x'],
  },
  { name: 'open and closed shadow trees', path: 'shadow.html', has: ['Paragraph 1.', 'From a closed tree.'] },
  { name: 'a page that its script renders', path: 'spa.html', has: ['Paragraph 8.'] },
  { name: 'a frame of the same origin', path: 'frame.html', has: ['Paragraph 8.'], link: 'next' },
  { name: 'text that a style sheet hides', path: 'hidden.html', has: ['Paragraph 8.'], lacks: ['our offer of today'] },
  {
    name: 'a page of which only the screen tells what is what',
    path: 'look.html',
    has: ['A late word', 'The timetable', 'Paragraph 8.'],
    folded: ['The first ferry leaves'],
    lacks: ['Junk'],
    title: 'Ferry returns to the island',
  },
  // Firefox loses the scroll position of pages that run from right to left, also between two sites and without extensions.
  {
    name: 'Arabic',
    forgotten: 'Firefox',
    path: 'rtl.html',
    has: ['عند الساعة السادسة من صباح الأحد'],
    lang: 'ar',
    dir: 'rtl',
  },
  { name: 'Japanese', path: 'cjk.html', has: ['音で読む流れ'], lang: 'ja' },
  { name: 'a scholarly paper', path: 'paper.html', has: ['Their pins show wear on one side only'] },
  { name: 'code', path: 'code.html', has: ['SerialSource("/dev/ttyUSB0", baud=9600)'], element: 'pre' },
  { name: 'formulas', path: 'math.html', has: ['is half'] },
  { name: 'a long story with figures', path: 'long.html', has: ['On the morning that the river went missing'] },
  { name: 'a forum', path: 'forum.html', has: [] },
  { name: 'tables for layout', path: 'old.html', has: [] },
  { name: 'two megabytes', path: 'large.html', unwatched: true, has: ['Paragraph 1.', 'Paragraph 6000.'] },
  {
    name: 'a page with twelve megabytes of a picture in it',
    path: 'album.html',
    unwatched: true,
    has: ['Paragraph 8.'],
  },
  {
    name: 'a selection',
    path: 'math.html',
    has: ['Paragraph 2.', 'Paragraph 3.'],
    lacks: ['Paragraph 1.', 'is half'],
    prepare: selectParagraphs,
  },
  { name: 'an application without text', path: 'shell.html', has: ['There is no article here'], noArticle: true },
];

export function readingTests(launch) {
  const here = openFor(launch);

  for (const kind of KINDS) {
    test(`reads ${kind.name}`, async () => {
      const { page, errors, before } = await readPage(here.browser, here.site.url + kind.path, kind.prepare);
      const article = await shown(page);
      // What a long article has not laid out yet is no part of the text that is seen.
      const all = kind.unwatched ? article.html : article.text;
      for (const phrase of kind.has) assert.ok(all.includes(phrase), `${phrase} not in ${all.slice(0, 300)}`);
      for (const phrase of kind.folded ?? []) assert.ok(article.html.includes(phrase), phrase);
      for (const phrase of kind.lacks ?? []) assert.ok(!article.text.includes(phrase), phrase);
      assert.equal(article.text.includes('There is no article here'), kind.noArticle ?? false);
      if (kind.noArticle) assert.deepEqual(await page.evaluate(buttonsSeen), ['removed', 'appearance', 'keys']);
      if (kind.title) assert.match(article.html, new RegExp(`<h1[^>]*>${kind.title}</h1>`));
      if (kind.lang) assert.equal(article.lang, kind.lang);
      if (kind.dir) assert.equal(article.dir, kind.dir);
      if (kind.element) assert.match(article.html, new RegExp(`<${kind.element}[ >]`));
      for (const link of kind.links ?? []) assert.ok(article.html.includes(`href="${link}"`), article.html.slice(-400));
      if (kind.link) assert.ok(article.html.includes(`href="${here.site.url}${kind.link}"`), article.html.slice(-400));
      assert.doesNotMatch(article.html, /<script|\son\w+=/i);
      // What the page itself lacks is not ours.
      assert.deepEqual(
        errors.filter((error) => !error.includes(here.site.url)),
        [],
      );
      // A sandboxed page may not send anything, and the largest is left before it could.
      if (!kind.sandboxed && !kind.noArticle && !kind.unwatched)
        await backUnchanged(page, before, here.site.left, { scroll: kind.forgotten !== here.browser.name });
      await page.close();
    });
  }

  test('says why a page of the browser can not be read', async () => {
    const { page } = await readPage(here.browser, `${here.site.url}math.html`);
    await page.evaluate(() => location.assign('reader.html?problem=out-of-bounds'));
    await until(
      page,
      'no reason',
      () => location.search.includes('problem') && document.documentElement.dataset.state === 'ready',
    );
    assert.match((await shown(page)).text, /keeps extensions out/);
    assert.deepEqual(await page.evaluate(buttonsSeen), ['keys']);
    await page.close();
  });
}
