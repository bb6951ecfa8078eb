// axe-core finds nothing against WCAG 2.2 AA: in each theme, with each panel, in the article, and on the options page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import { openChromium } from './chromium.mjs';
import { openFor, readPage, until } from './reader.mjs';

const THEMES = ['light', 'dark', 'sepia', 'contrast'];
const PANELS = ['outline', 'listen', 'notes', 'take', 'removed', 'appearance'];
/** WCAG's for text of this size. */
const LEAST_CONTRAST = 4.5;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe('access', () => {
  const here = openFor(openChromium);

  for (const theme of THEMES) {
    test(`the reader, ${theme}`, async () => {
      await here.browser.background((theme) => chrome.storage.local.set({ settings: { theme } }), theme);
      const { page } = await readPage(here.browser, `${here.site.url}paper.html`);
      assert.deepEqual(await violations(page, 'the page'), []);
      for (const panel of PANELS) {
        await page.evaluate((panel) => {
          const button = document.getElementById(`open-${panel}`);
          if (button.getAttribute('aria-expanded') === 'false') button.click();
        }, panel);
        assert.deepEqual(await violations(page, panel), []);
      }
      await page.evaluate(() => document.getElementById('open-keys').click());
      assert.deepEqual(await violations(page, 'keys'), []);
      assert.deepEqual(await violationsInArticle(here.browser, page), []);
      for (const [word, contrast] of await contrastsOfCode(page))
        assert.ok(contrast >= LEAST_CONTRAST, `${word}: ${contrast.toFixed(2)}`);
      await page.close();
    });
  }

  test('the options page', async () => {
    const { page } = await here.browser.open(`${here.browser.origin}/options.html`);
    await until(page, 'no options', () => document.documentElement.dataset.state === 'ready');
    assert.deepEqual(await violations(page, 'options'), []);
    await page.click('#rule-buttons button');
    assert.deepEqual(await violations(page, 'rule'), []);
    await page.close();
  });
});

async function violations(page, where) {
  // Panels fade in: a colour on its way is not one to judge.
  await page.waitForTimeout(200);
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    (values) =>
      window.axe.run(document, {
        runOnly: { type: 'tag', values },
        iframes: false,
        // The reader page's heading is the article's, in the frame.
        rules: { 'page-has-heading-one': { enabled: !document.querySelector('iframe') } },
      }),
    RULES,
  );
  return found.violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The contrast of each colour of code with what code stands on. axe-core does not see it: no element has that colour. */
function contrastsOfCode(page) {
  return page.evaluate(() => {
    const { canvas } = document.createElement('canvas').getContext('2d');
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const probe = document.body.appendChild(document.createElement('i'));
    const luminance = (variable) => {
      probe.style.color = `var(${variable})`;
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
        const part = byte / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const words = ['comment', 'keyword', 'string', 'number', 'function', 'type', 'name'];
    const contrasts = words.map((word) => {
      const [dark, light] = [luminance(`--code-${word}`), luminance('--tint')].sort((one, other) => one - other);
      return [word, (light + 0.05) / (dark + 0.05)];
    });
    probe.remove();
    return contrasts;
  });
}

/** No script runs in the frame, axe-core's neither: the same article is looked at in a page without the frame. */
async function violationsInArticle(browser, page) {
  const { body, attributes } = await page.evaluate(() => {
    const { documentElement, body } = document.querySelector('main iframe').contentDocument;
    const attributes = [...documentElement.attributes].map(({ name, value }) => [name, value]);
    return { body: body.innerHTML, attributes };
  });
  const { page: alone } = await browser.open(`${browser.origin}/article.html`);
  await alone.evaluate(
    ({ body, attributes }) => {
      document.body.innerHTML = body;
      for (const [name, value] of attributes) {
        if (name === 'style') document.documentElement.style.cssText = value;
        else document.documentElement.setAttribute(name, value);
      }
    },
    { body, attributes },
  );
  const found = await violations(alone, 'the article');
  await alone.close();
  return found;
}
