// The reader's features, one by one. Both browsers run this list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { openFor, readPage, shown, until, untilRead } from './reader.mjs';

/** Milliseconds. */
const TEST_LIMIT = 60_000;

export function featureTests(launch) {
  const here = openFor(launch);

  /** A test of one page in the reader; there must be no error on the console in the end. */
  const feature = (name, path, run) =>
    test(name, { timeout: TEST_LIMIT }, async () => {
      const { page, errors } = await readPage(here.browser, here.site.url + path);
      await run(page);
      assert.deepEqual(
        errors.filter((error) => !error.includes(here.site.url)),
        [],
      );
      await page.evaluate(() => chrome.storage.local.clear());
      await page.close();
    });

  feature('tells what was removed and why, and brings it back to its place', 'csp.html', async (page) => {
    const isThere = async () => (await shown(page)).text.includes('The Morning Tide');
    const choose = (item) => {
      const found = [...document.querySelectorAll('#removed li')].find(({ textContent }) => textContent.includes(item));
      found.querySelector('button').click();
    };
    await press(page, 'open-removed');
    const parts = await page.evaluate(() => document.querySelectorAll('#removed li').length);
    assert.ok(parts > 5, `${parts} parts`);
    assert.equal(await isThere(), false);
    await leave(page, choose, 'The Morning Tide');
    const places = (text) =>
      ['dry since 1911', 'The Morning Tide', 'The first stones are expected by barge'].map((words) =>
        text.indexOf(words),
      );
    const { text } = await shown(page);
    assert.ok(
      places(text).every((place, at, all) => place > (all[at - 1] ?? 0)),
      String(places(text)),
    );
    await until(page, 'not led to', () => {
      const { activeElement } = document.querySelector('main iframe').contentDocument;
      return activeElement.matches('.brought-back') && activeElement.textContent.includes('The Morning Tide');
    });
    for (const file of ['save-markdown', 'save-html', 'save-plainText']) {
      const content = strFromU8(await saved(page, file));
      assert.ok(
        places(content).every((place, at, all) => place > (all[at - 1] ?? 0)),
        `${file}: ${places(content)}`,
      );
    }
    const book = unzipSync(await saved(page, 'save-epub'));
    assert.match(strFromU8(book['EPUB/article.xhtml']), /The Morning Tide/);
    await press(page, 'open-removed');
    await leave(page, choose, 'The Morning Tide');
    assert.equal(await isThere(), false);
  });

  feature('drops one more part, at the whole site if asked, and brings it back', 'notes.html', async (page) => {
    const has = (text) => shown(page).then((article) => article.text.includes(text));
    await page.keyboard.press('x');
    await page.evaluate(() => {
      const paragraphs = document.querySelector('main iframe').contentDocument.querySelectorAll('main p');
      document.documentElement.dataset.state = 'leaving';
      [...paragraphs].find(({ textContent }) => textContent.startsWith('So it was said')).click();
    });
    await untilRead(page, '');
    assert.ok(!(await has('So it was said')) && (await has('Paragraph 4.')));
    assert.doesNotMatch(strFromU8(await saved(page, 'save-markdown')), /So it was said/);
    await press(page, 'open-removed');
    await leave(page, () => document.querySelector('#removed [name="everywhere"]').click());
    const rules = await page.evaluate(async () => (await chrome.storage.local.get('siteRules')).siteRules);
    assert.deepEqual(rules, [{ host: '127.0.0.1', remove: ['p.hearsay'] }]);
    assert.ok(!(await has('So it was said')));
    await leave(page, () => document.querySelector('#removed .parts button').click());
    assert.ok(await has('So it was said'));
    assert.equal(await page.evaluate(async () => (await chrome.storage.local.get('siteRules')).siteRules), undefined);
  });

  feature(
    'offers nothing that can not be done with what is for those without scripts',
    'noscript.html',
    async (page) => {
      await press(page, 'open-removed');
      const offered = await page.evaluate(() =>
        [...document.querySelectorAll('#removed li')]
          .filter((item) => item.querySelector('button'))
          .map((item) => item.querySelector('p').textContent),
      );
      assert.ok(!offered.some((text) => /One place|Sign up/.test(text)), offered.join('|'));
      assert.match(
        await page.evaluate(() => document.getElementById('removed').textContent),
        /Sign up for our newsletter/,
      );
      await page.keyboard.press('x');
      await page.evaluate(() =>
        document.querySelector('main iframe').contentDocument.querySelectorAll('main p')[1].click(),
      );
      await until(page, 'nothing said', () => document.getElementById('said').textContent.includes('by itself'));
      assert.match((await shown(page)).text, /Paragraph 2\./);
    },
  );

  feature('lets a part be chosen by the keyboard', 'math.html', async (page) => {
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await until(page, 'still choosing', () => document.getElementById('picking').hidden);
    assert.match((await shown(page)).text, /Paragraph 2/);
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.match(await page.evaluate(() => document.getElementById('picking').textContent), /^Paragraph 2\./);
    await page.evaluate(() => {
      document.documentElement.dataset.state = 'leaving';
    });
    await page.keyboard.press('Enter');
    await untilRead(page, '');
    assert.equal((await shown(page)).text.match(/Paragraph 2/g).length, 1);
  });

  feature('keeps the settings, for all sites or for one', 'math.html', async (page) => {
    await press(page, 'open-appearance');
    await page.evaluate(() => document.querySelector('input[value="dark"]').click());
    await page.evaluate(() => {
      const only = [...document.querySelectorAll('#appearance label')].find((label) =>
        label.textContent.includes('127.0.0.1'),
      );
      only.querySelector('input').click();
    });
    await page.evaluate(() => document.querySelector('input[value="sepia"]').click());
    assert.equal(await theme(page), 'sepia');
    await until(page, 'not stored', async () => {
      const all = await chrome.storage.local.get(null);
      const here = Object.entries(all).find(([key]) => key.startsWith('site:'));
      return all.settings?.theme === 'dark' && here?.[1].theme === 'sepia';
    });
    await readAgain(page);
    await until(page, 'the theme was lost', () => document.documentElement.dataset.theme === 'sepia');
  });

  feature('is used by the keyboard alone', 'paper.html', async (page) => {
    const size = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('main iframe').contentDocument.body).fontSize);
    assert.equal(await size(), '19px');
    await page.keyboard.press('+');
    await until(
      page,
      'not larger',
      () => getComputedStyle(document.querySelector('main iframe').contentDocument.body).fontSize === '20px',
    );
    await page.keyboard.press('n');
    await until(page, 'no heading reached', () => document.querySelector('#outline [aria-current]') !== null);
    await page.keyboard.press('?');
    await until(page, 'no help', () => document.getElementById('keys').open);
    assert.ok((await page.evaluate(() => document.querySelectorAll('#keys dt').length)) > 15);
    await page.keyboard.press('Escape');
    await until(page, 'help stays', () => !document.getElementById('keys').open);
    await page.keyboard.press('a');
    await until(page, 'no panel', () => !document.getElementById('appearance').hidden);
    await page.keyboard.press('Escape');
    await until(page, 'panel stays', () => document.getElementById('appearance').hidden);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'open-appearance');
  });

  feature('shows the headings and leads to them', 'paper.html', async (page) => {
    await until(page, 'no outline', () => document.querySelectorAll('#outline li').length >= 5);
    await page.evaluate(() => document.querySelectorAll('#outline li button')[3].click());
    await until(page, 'not there', () =>
      document.querySelectorAll('#outline li button')[3].hasAttribute('aria-current'),
    );
    assert.ok(Number(await page.evaluate(() => document.getElementById('progress').getAttribute('aria-valuenow'))) > 0);
  });

  feature('saves Markdown with front matter', 'csp.html', async (page) => {
    const markdown = strFromU8(await saved(page, 'save-markdown'));
    assert.match(markdown, /^---\ntitle: "Old sea wall at Tarn Quay to be raised by a metre before winter"\n/);
    assert.match(markdown, /\nauthors: \["Mara Ellison"\]\n/);
    assert.match(markdown, /\n---\n\n# Old sea wall/);
    assert.match(markdown, /kept the lower town of Wexmouth dry since 1911/);
  });

  feature('saves text', 'rtl.html', async (page) => {
    assert.match(strFromU8(await saved(page, 'save-plainText')), /عند الساعة السادسة من صباح الأحد/);
  });

  feature('saves HTML that holds its style, and its pictures if asked', 'pictures.html', async (page) => {
    const plain = strFromU8(await saved(page, 'save-html'));
    assert.match(plain, /<style>/);
    assert.match(plain, /Content-Security-Policy/);
    assert.match(plain, /<img [^>]*src="https?:/);
    assert.doesNotMatch(plain, /<script/);
    await checkWithoutAsking(page);
    assert.match(strFromU8(await saved(page, 'save-html')), /<img [^>]*src="data:image\/gif;base64,/);
  });

  for (const path of ['csp.html', 'paper.html', 'math.html', 'rtl.html', 'code.html', 'pictures.html']) {
    feature(`saves an EPUB that is valid: ${path}`, path, async (page) => {
      await press(page, 'open-take');
      if (path === 'pictures.html') await checkWithoutAsking(page);
      const book = await saved(page, 'save-epub');
      const { messages } = await EpubCheck.validate(book);
      const bad = messages.filter(({ severity }) => ['fatal', 'error', 'warning'].includes(severity));
      assert.deepEqual(bad, []);
      const files = unzipSync(book);
      assert.equal(Object.keys(files)[0], 'mimetype');
      assert.equal(Object.keys(files).includes('EPUB/picture-1.gif'), path === 'pictures.html');
    });
  }

  feature('reads aloud, sentence by sentence', 'math.html', async (page) => {
    // There are no voices here: what the browser would speak is written down instead.
    await page.evaluate(() => {
      window.spoken = [];
      speechSynthesis.speak = (utterance) => {
        window.spoken.push(utterance.text);
        window.finish = () => utterance.dispatchEvent(new Event('end'));
      };
    });
    await press(page, 'open-listen');
    await page.evaluate(() => document.querySelector('#listen .main').click());
    for (let turn = 0; turn < 4; turn += 1) await page.evaluate(() => window.finish());
    const spoken = await page.evaluate(() => window.spoken);
    assert.equal(spoken.length, 5);
    assert.ok(spoken.includes('Paragraph 1.'), spoken.join('|'));
    const marked = await page.evaluate(() => {
      const { CSS } = document.querySelector('main iframe').contentWindow;
      return String([...CSS.highlights.get('spoken')][0]);
    });
    assert.equal(marked.trim(), spoken[4]);
    await page.evaluate(() => document.querySelector('#listen .main').click());
    assert.equal(
      await page.evaluate(() => document.querySelector('main iframe').contentWindow.CSS.highlights.has('spoken')),
      false,
    );
  });

  feature('keeps highlights and notes', 'math.html', async (page) => {
    await page.evaluate(() => {
      const frame = document.querySelector('main iframe').contentDocument;
      const text = frame.querySelectorAll('main p')[1].firstChild;
      frame.getSelection().setBaseAndExtent(text, 0, text, 12);
    });
    await page.keyboard.press('h');
    await press(page, 'open-notes');
    await page.evaluate(() => {
      const note = document.querySelector('#notes textarea');
      note.value = 'Remember this.';
      note.dispatchEvent(new Event('change'));
    });
    await until(page, 'not stored', async () =>
      JSON.stringify(await chrome.storage.local.get(null)).includes('Remember this'),
    );
    await readAgain(page);
    await press(page, 'open-notes');
    assert.equal(await page.evaluate(() => document.querySelector('#notes .quote').textContent), 'Paragraph 2.');
    assert.equal(await page.evaluate(() => document.querySelector('#notes textarea').value), 'Remember this.');
    const markdown = strFromU8(await saved(page, 'save-markdown'));
    assert.match(markdown, /> Paragraph 2\.\n\nRemember this\./);
  });

  feature('keeps the notes that are not shown here', 'math.html', async (page) => {
    // One from another tab, on a passage that the page has lost.
    await page.evaluate(async (url) => {
      const other = { id: 'other', quote: 'It said this once.', start: 0, end: 18, text: 'From before.' };
      await chrome.storage.local.set({ [`notes:${url}`]: [other] });
    }, `${here.site.url}math.html`);
    await page.evaluate(() => {
      const frame = document.querySelector('main iframe').contentDocument;
      const text = frame.querySelectorAll('main p')[1].firstChild;
      frame.getSelection().setBaseAndExtent(text, 0, text, 12);
    });
    await page.keyboard.press('h');
    const stored = () =>
      page.evaluate(async () =>
        Object.values(await chrome.storage.local.get(null))
          .flat()
          .map(({ quote }) => quote),
      );
    await until(page, 'not stored', async () =>
      JSON.stringify(await chrome.storage.local.get(null)).includes('Paragraph 2.'),
    );
    assert.deepEqual(await stored(), ['It said this once.', 'Paragraph 2.']);
    await press(page, 'open-notes');
    await page.evaluate(() => document.querySelector('#notes li .button').click());
    await until(page, 'not removed', async () =>
      Object.values(await chrome.storage.local.get(null)).every((notes) => notes.length === 1),
    );
    assert.deepEqual(await stored(), ['It said this once.']);
  });

  feature('shows a footnote at its number', 'notes.html', async (page) => {
    await page.evaluate(() => document.querySelector('main iframe').contentDocument.querySelector('sup a').click());
    await until(page, 'no footnote', () => {
      const note = document.querySelector('main iframe').contentDocument.querySelector('.footnote');
      return !note.hidden && note.textContent.includes('Minutes of the board');
    });
    await page.keyboard.press('Escape');
    await until(page, 'footnote stays', () => {
      return document.querySelector('main iframe').contentDocument.querySelector('.footnote').hidden;
    });
    assert.match(page.url(), /reader\.html|notes\.html/);
  });

  feature('enlarges a picture', 'plain-news.html', async (page) => {
    await until(page, 'no picture', () => {
      const image = document.querySelector('main iframe').contentDocument.querySelector('img.enlargeable');
      image?.click();
      return image !== null;
    });
    await until(page, 'not large', () => document.querySelector('#lightbox[open] img')?.naturalWidth > 0);
    await page.keyboard.press('Escape');
    await until(page, 'large for good', () => !document.getElementById('lightbox').open);
  });

  feature('leaves pictures out when they are switched off', 'pictures.html', async (page) => {
    const pictures = () =>
      page.evaluate(() => {
        const article = document.querySelector('main iframe').contentDocument.querySelector('main');
        const words = [...article.querySelectorAll('.withheld')].map((element) => element.ariaLabel);
        return { shown: article.querySelectorAll('img').length, words };
      });
    const turn = () => page.evaluate(() => document.querySelector('#appearance [name="pictures"]').click());
    await press(page, 'open-appearance');
    assert.deepEqual(await pictures(), { shown: 1, words: [] });
    await turn();
    assert.deepEqual(await pictures(), { shown: 0, words: ['The wall'] });
    await until(
      page,
      'not stored',
      async () => (await chrome.storage.local.get('settings')).settings?.pictures === false,
    );
    const asked = here.site.asked('/wall.gif');
    await readAgain(page);
    assert.deepEqual(await pictures(), { shown: 0, words: ['The wall'] });
    assert.equal(here.site.asked('/wall.gif'), asked);
    await press(page, 'open-appearance');
    await turn();
    assert.deepEqual(await pictures(), { shown: 1, words: [] });
    await until(page, 'not loaded', () => {
      const image = document.querySelector('main iframe').contentDocument.querySelector('main img');
      return image.naturalWidth > 0 && image.matches('.enlargeable');
    });
  });

  feature('copies code', 'code.html', async (page) => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        window.copied = text;
      };
      document.querySelector('main iframe').contentDocument.querySelector('.copy').click();
    });
    await until(page, 'not copied', () => window.copied?.includes('from tideline import Gauge'));
  });

  feature('colours code by its language', 'snippets.html', async (page) => {
    await until(page, 'no colours', () => document.querySelector('main iframe').contentWindow.CSS.highlights.size > 3);
    const words = await page.evaluate(() => {
      const { CSS } = document.querySelector('main iframe').contentWindow;
      return Object.fromEntries(
        [...CSS.highlights].map(([name, ranges]) => [
          name,
          [...ranges].map(({ startContainer, startOffset, endOffset }) =>
            startContainer.data.slice(startOffset, endOffset),
          ),
        ]),
      );
    });
    assert.ok(words['code-keyword'].includes('def') && words['code-keyword'].includes('fn'), JSON.stringify(words));
    assert.ok(words['code-function'].includes('depth_at'), JSON.stringify(words));
    assert.deepEqual(words['code-comment'], ['# Metres <b>above</b> the datum.']);
    // A language that nobody knows stays as it is, and no element was added for the others.
    const code = await page.evaluate(() =>
      [...document.querySelector('main iframe').contentDocument.querySelectorAll('pre code')].map(
        (code) => code.childElementCount,
      ),
    );
    assert.deepEqual(code, [0, 0, 0]);
  });

  feature('shows what another site plays, once asked', 'embeds.html', async (page) => {
    const cards = await page.evaluate(() => {
      const shown = document.querySelector('main iframe').contentDocument;
      return [...shown.querySelectorAll('figure.embed')].map((card) => [
        card.querySelector('a').href,
        card.querySelector('button')?.getAttribute('aria-label') ?? '',
      ]);
    });
    assert.deepEqual(cards, [
      ['https://vimeo.com/76979871', 'Show it here: Vimeo: The tide'],
      ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', ''],
    ]);
    await here.browser.answer(page, 'https://player.vimeo.com/', '<!doctype html><title>A player</title>');
    const loaded = await page.evaluate(() => {
      const before = document.querySelectorAll('iframe').length;
      document.querySelector('main iframe').contentDocument.querySelector('.play').click();
      const { src, sandbox } = document.querySelector('#lightbox[open] iframe');
      return { before, src, sandbox: String(sandbox) };
    });
    assert.deepEqual(loaded, {
      before: 1,
      src: 'https://player.vimeo.com/video/76979871?dnt=1',
      sandbox: 'allow-scripts allow-same-origin allow-presentation',
    });
    await page.evaluate(() => document.querySelector('#lightbox .close').click());
    await until(page, 'still loaded', () => document.querySelectorAll('iframe').length === 1);
  });

  feature('saves a report without the text', 'csp.html', async (page) => {
    await press(page, 'open-removed');
    await page.evaluate(() => {
      const buttons = document.querySelectorAll('#removed .button');
      buttons[buttons.length - 1].id = 'save-report';
    });
    const report = strFromU8(await saved(page, 'save-report'));
    assert.equal(JSON.parse(report).outcome.pageType, 'article');
    assert.doesNotMatch(report, /Wexmouth|harbour board|Ellison/);
  });

  feature('has no script in the frame, and follows links from outside', 'frame.html', async (page) => {
    const sandbox = await page.evaluate(() => document.querySelector('main iframe').getAttribute('sandbox'));
    assert.ok(!sandbox.includes('allow-scripts') && !sandbox.includes('navigation') && !sandbox.includes('popups'));
    const opened = await page.evaluate(() => {
      let address;
      window.open = (url) => {
        address = url;
      };
      document.querySelector('main iframe').contentDocument.querySelector('a[href$="next"]').click();
      return address;
    });
    assert.equal(opened, `${here.site.url}next`);
    assert.match((await shown(page)).text, /In the frame|Paragraph 1/);
  });
}

const readAgain = (page) => leave(page, () => void setTimeout(() => location.reload()));

/** Does what makes the reader read the page anew. */
async function leave(page, action, argument) {
  await page.evaluate(() => {
    document.documentElement.dataset.state = 'leaving';
  });
  await page.evaluate(action, argument);
  await untilRead(page, '');
}

function press(page, id) {
  return page.evaluate((id) => {
    const button = document.getElementById(id);
    if (button.getAttribute('aria-expanded') === 'false') button.click();
  }, id);
}

function theme(page) {
  return page.evaluate(() => document.querySelector('main iframe').contentDocument.documentElement.dataset.theme);
}

/** Presses a button that saves a file, and gives the file. */
async function saved(page, id) {
  await press(page, 'open-take');
  await page.evaluate((id) => {
    window.files ??= [];
    URL.createObjectURL = (file) => {
      window.files.push(file);
      return 'data:,';
    };
    HTMLAnchorElement.prototype.click = () => {};
    document.getElementById(id).click();
  }, id);
  await until(page, 'no file', () => window.files.length > 0);
  const bytes = await page.evaluate(async () => {
    const content = new Uint8Array(await window.files.pop().arrayBuffer());
    return Array.from(content);
  });
  return Uint8Array.from(bytes);
}

/** Nobody is there to answer the browser's question; our site lets anyone have its pictures. */
function checkWithoutAsking(page) {
  return page.evaluate(() => {
    document.getElementById('pictures-inside').checked = true;
  });
}
