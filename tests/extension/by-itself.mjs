// What needs a site's permission: articles that open by themselves, and further pages of one. Both browsers run this list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openFor, pressBack, readPage, reload, sleep, until, untilRead } from './reader.mjs';

export function byItselfTests(launch) {
  const here = openFor(launch);

  const switchOf = (page) => page.evaluate(() => document.querySelector('[name="by-itself"]').checked);
  const listed = (page) => page.evaluate(async () => (await chrome.storage.local.get('openByItself')).openByItself);

  test('puts further pages behind the first', async () => {
    const { page } = await readPage(here.browser, `${here.site.url}the-tide-tables`);
    const text = () => page.evaluate(() => document.querySelector('main iframe').contentDocument.body.innerText);
    assert.doesNotMatch(await text(), /Paragraph 9/);
    await page.evaluate(() => {
      document.documentElement.dataset.state = 'leaving';
    });
    // A press that counts as the user's own, on the button in the frame.
    const { x, y } = await page.evaluate(() => {
      const frame = document.querySelector('main iframe');
      const button = frame.contentDocument.querySelector('.further');
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      const [outer, inner] = [frame.getBoundingClientRect(), button.getBoundingClientRect()];
      return { x: outer.x + inner.x + inner.width / 2, y: outer.y + inner.y + inner.height / 2 };
    });
    await page.mouse.click(x, y);
    await untilRead(page, here.browser.origin);
    assert.match(await text(), /Paragraph 4[\s\S]*Paragraph 5[\s\S]*Paragraph 9/);
    assert.equal((await text()).match(/In two parts/g).length, 1);
    assert.equal(
      await page.evaluate(() => document.querySelector('main iframe').contentDocument.querySelector('.further')),
      null,
    );
    await page.close();
  });

  test('asks for this one site, and leaves it when the answer is no', async () => {
    const { page } = await readPage(here.browser, `${here.site.url}math.html`);
    await page.evaluate(() => {
      chrome.permissions.request = async (asked) => {
        window.asked = asked;
        return false;
      };
      document.getElementById('open-appearance').click();
      document.querySelector('[name="by-itself"]').click();
    });
    await until(page, 'not asked', () => window.asked && !document.querySelector('[name="by-itself"]').checked);
    assert.deepEqual(await page.evaluate(() => window.asked), { origins: ['http://127.0.0.1/*'] });
    assert.equal(await listed(page), undefined);
    await page.close();
  });

  test('opens articles, stays out of the way on the way back, and ends when told to', async () => {
    const { page } = await readPage(here.browser, `${here.site.url}math.html`);
    await page.evaluate(() => document.getElementById('open-appearance').click());
    await page.click('[name="by-itself"]');
    await until(page, 'not kept', async () => (await chrome.storage.local.get('openByItself')).openByItself);
    assert.deepEqual(await listed(page), ['http://127.0.0.1']);

    const { page: other } = await here.browser.open(`${here.site.url}paper.html`);
    await untilRead(other, here.browser.origin);
    await pressBack(other);
    await until(other, 'not back', () => location.protocol === 'http:');
    await sleep(1000);
    assert.equal(other.url(), `${here.site.url}paper.html`);
    await other.close();

    const { page: shell } = await here.browser.open(`${here.site.url}shell.html`);
    await sleep(1000);
    assert.equal(shell.url(), `${here.site.url}shell.html`);
    await shell.close();

    await reload(page);
    await sleep(200);
    await untilRead(page, here.browser.origin);
    await page.evaluate(() => document.getElementById('open-appearance').click());
    await until(page, 'forgotten', () => document.querySelector('[name="by-itself"]').checked);
    await page.click('[name="by-itself"]');
    await until(page, 'still kept', async () => !(await chrome.storage.local.get('openByItself')).openByItself);
    assert.equal(await switchOf(page), false);
    const { page: last } = await here.browser.open(`${here.site.url}paper.html`);
    await sleep(1000);
    assert.equal(last.url(), `${here.site.url}paper.html`);
    await last.close();
    await page.close();
  });
}
