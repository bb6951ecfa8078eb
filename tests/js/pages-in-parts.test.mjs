import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clean, cleanPages } from 'readwell';

const site = 'https://example.org/news/the-ferry';

const WORDS = [
  'The ferry to the island sails again from Monday, after nine months of repairs in the yard at Northport.',
  'Its second dock was opened in the year that the harbour was deepened, and has built four ships since then.',
  'The office says that residents keep their passes for the whole of the coming season, and visitors pay more.',
];

/** A page of a text: the lead and the author on each, and links to all. */
function part(number) {
  const links = WORDS.map(
    (_, index) => `<a href="${index === 0 ? site : `${site}?page=${index + 1}`}">${index + 1}</a>`,
  );
  return `<title>The ferry</title><article><h1>The ferry</h1><p>What the town has waited for all winter, told in three parts.</p>
    <p>${WORDS[number - 1]}</p><p>Ann Lee writes of islands, and of the boats that go there in all weathers.</p></article>
    <div class="pager">${links.join(' ')}</div>`;
}

/** Answers like `fetch`, and remembers what it was asked for. */
function fetcher(pages) {
  const asked = [];
  const fetch = async (url) => {
    asked.push(url);
    const body = pages[url];
    const response = new Response(body ?? '', { status: body === undefined ? 404 : 200 });
    return Object.defineProperty(response, 'url', { value: url, configurable: true });
  };
  return { fetch, asked };
}

const pages = { [site]: part(1), [`${site}?page=2`]: part(2), [`${site}?page=3`]: part(3) };

test('a page says where its text goes on', () => {
  const { nextPage, previousPage } = clean(part(2), { url: `${site}?page=2` });
  assert.deepEqual([nextPage, previousPage], [`${site}?page=3`, site]);
  assert.equal(
    'nextPage' in clean('<p>Alone, and with words enough to be read as an article of a few sentences.</p>'),
    false,
  );
});

test('pages are one text, and what they repeat comes once', async () => {
  const { fetch, asked } = fetcher(pages);
  const article = await cleanPages(site, { fetch });
  assert.deepEqual(article.pages, Object.keys(pages));
  assert.deepEqual(asked, Object.keys(pages));
  for (const words of WORDS) assert.equal(article.textContent.split(words).length, 2, words);
  for (const once of ['told in three parts', 'Ann Lee writes']) {
    assert.equal(article.content.split(once).length, 2, once);
    assert.equal(article.markdown.split(once).length, 2, once);
  }
  assert.equal(article.nextPage, undefined);
  assert.equal(article.title, 'The ferry');
});

test('no more pages are fetched than are asked for', async () => {
  const { fetch, asked } = fetcher(pages);
  const article = await cleanPages(site, { fetch, maxPages: 2 });
  assert.equal(asked.length, 2);
  assert.equal(article.nextPage, `${site}?page=3`);
  await assert.rejects(cleanPages(site, { fetch, maxPages: 0 }), { code: 'invalid-options' });
  await assert.rejects(cleanPages(site, { fetch: 'fetch' }), { code: 'invalid-options' });
  for (const wrong of [undefined, 'story.html', new URL(site)]) {
    await assert.rejects(cleanPages(wrong, { fetch }), { code: 'invalid-url' });
  }
});

test('a later page that is not there ends the text', async () => {
  const { fetch } = fetcher({ [site]: part(1) });
  const article = await cleanPages(site, { fetch });
  assert.deepEqual(article.pages, [site]);
  assert.ok(article.ok && article.textContent.includes(WORDS[0]));
});

test('a later page that breaks off ends the text before it', async () => {
  const broken = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(part(2).slice(0, 200))),
    pull: (controller) => controller.error(new TypeError('the line is dead')),
  });
  const fetch = async (url) => new Response(url === site ? part(1) : broken);
  const article = await cleanPages(site, { fetch });
  assert.deepEqual(article.pages, [site]);
  assert.equal(article.nextPage, `${site}?page=2`);
  assert.ok(article.ok && article.textContent.includes(WORDS[0]));
});

test('a later page that is refused is not left hanging', async () => {
  let isLetGo = false;
  const refusal = new ReadableStream({
    cancel() {
      isLetGo = true;
    },
  });
  const fetch = async (url) => (url === site ? new Response(part(1)) : new Response(refusal, { status: 403 }));
  await cleanPages(site, { fetch });
  assert.ok(isLetGo);
});

test('a later page that another site answers ends the text before it', async () => {
  const { fetch } = fetcher(pages);
  const sentAway = async (url) => {
    const response = await fetch(url);
    return url === site ? response : Object.defineProperty(response, 'url', { value: 'https://login.example.com/' });
  };
  const article = await cleanPages(site, { fetch: sentAway });
  assert.deepEqual(article.pages, [site]);
  assert.equal(article.nextPage, `${site}?page=2`);
});

test('pages that lead in a circle are fetched once', async () => {
  const circle = {
    ...pages,
    [`${site}?page=3`]: part(3).replaceAll('>3<', '>3</a><a rel="next" href="?page=2">next<'),
  };
  const { fetch, asked } = fetcher(circle);
  await cleanPages(site, { fetch });
  assert.equal(new Set(asked).size, asked.length);
});

test('the first page has to be there, and fetching can be ended', async () => {
  const failing = () => Promise.reject(new TypeError('no network'));
  await assert.rejects(cleanPages(site, { fetch: failing }), { message: 'no network' });
  const controller = new AbortController();
  const fetch = async (url, { signal }) => {
    signal.throwIfAborted();
    controller.abort(new Error('enough'));
    return fetcher(pages).fetch(url);
  };
  await assert.rejects(cleanPages(site, { fetch, signal: controller.signal }), { message: 'enough' });
});

test('options go to each page', async () => {
  const { fetch } = fetcher(pages);
  const article = await cleanPages(site, { fetch, frontMatter: true });
  assert.equal(article.markdown.split('---\n').length, 3);
  assert.ok(article.markdown.includes(`url: "${site}"`));
});
