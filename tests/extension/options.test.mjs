// The options page: site rules written, refused, saved and read; the user's data saved, read and deleted.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openChromium } from './chromium.mjs';
import { openFor, until } from './reader.mjs';

const RULE = { host: 'example.org', remove: ['.promo', 'aside > p'], title: 'h1' };

describe('the options page', () => {
  const here = openFor(openChromium);

  const option = (name, run) =>
    test(name, async () => {
      const { page, errors } = await here.browser.open(`${here.browser.origin}/options.html`);
      await until(page, 'no options', () => document.documentElement.dataset.state === 'ready');
      await run(page);
      assert.deepEqual(errors, []);
      await here.browser.background(() => chrome.storage.local.clear());
      await page.close();
    });
  const rules = (page) => page.evaluate(async () => (await chrome.storage.local.get('siteRules')).siteRules);
  const listed = (page, text) =>
    until(page, `no ${text}`, (text) => document.getElementById('rules').textContent.includes(text), text);

  option('writes a rule, and says what is wrong with one', async (page) => {
    await page.click('#rule-buttons button:nth-child(1)');
    await page.fill('[name="host"]', 'not a host');
    await page.fill('[name="remove"]', RULE.remove.join('\n'));
    await page.click('#rule [type="submit"]');
    await page.waitForSelector('#rule .problem:not(:empty)');
    assert.match(await page.textContent('#rule .problem'), /not the name of a site/);
    await page.fill('[name="host"]', RULE.host);
    await page.fill('[name="title"]', 'h1[');
    await page.click('#rule [type="submit"]');
    assert.match(await page.textContent('#rule .problem'), /not a CSS selector: h1\[/);
    await page.fill('[name="title"]', RULE.title);
    await page.click('#rule [type="submit"]');
    await listed(page, RULE.host);
    assert.deepEqual(await rules(page), [RULE]);
  });

  option('changes a rule and removes it', async (page) => {
    await here.browser.background((rule) => chrome.storage.local.set({ siteRules: [rule] }), RULE);
    await listed(page, RULE.host);
    await page.click('#rules button:nth-child(1)');
    await page.fill('[name="remove"]', '.offer');
    await page.click('#rule [type="submit"]');
    await listed(page, '.offer');
    assert.deepEqual(await rules(page), [{ host: 'example.org', remove: ['.offer'], title: 'h1' }]);
    await page.click('#rules button:nth-child(2)');
    await listed(page, 'None so far');
    assert.equal(await rules(page), undefined);
  });

  option('saves rules as a file, and reads such a file', async (page) => {
    await here.browser.background((rule) => chrome.storage.local.set({ siteRules: [rule] }), RULE);
    await listed(page, RULE.host);
    const saving = page.waitForEvent('download');
    await page.click('#rule-buttons button:nth-child(2)');
    const file = await (await saving).path();
    await here.browser.background(() => chrome.storage.local.clear());
    await read(page, '#rule-buttons button:nth-child(3)', file);
    await listed(page, RULE.host);
    assert.deepEqual(await rules(page), [RULE]);
    await read(page, '#rule-buttons button:nth-child(3)', fileOf([{ host: 'a.example', remove: [1] }]));
    await until(page, 'nothing said', () => document.getElementById('said').textContent.includes('not a file of'));
    assert.deepEqual(await rules(page), [RULE]);
  });

  option('saves all data as a file, deletes it, and reads it again', async (page) => {
    const data = { settings: { theme: 'dark' }, siteRules: [RULE], 'notes:https://example.org/': [] };
    await here.browser.background((data) => chrome.storage.local.set(data), data);
    const saving = page.waitForEvent('download');
    await page.click('#data button:nth-child(1)');
    const file = await (await saving).path();
    page.once('dialog', (dialog) => dialog.accept());
    await page.click('#data button:nth-child(3)');
    await until(page, 'still there', async () => Object.keys(await chrome.storage.local.get(null)).length === 0);
    await read(page, '#data button:nth-child(2)', file);
    await until(page, 'not read', async () => (await chrome.storage.local.get('settings')).settings?.theme === 'dark');
    assert.deepEqual(await page.evaluate(() => chrome.storage.local.get(null)), data);
  });

  option('takes of a file what it can use, and names the rest', async (page) => {
    const note = { id: 'a', quote: 'The wall', start: 4, end: 12, text: '' };
    const own = { ...note, id: 'own' };
    await here.browser.background((data) => chrome.storage.local.set(data), {
      siteRules: [RULE, { host: 'own.example', remove: ['.own'] }],
      'notes:https://example.org/': [own],
    });
    const speech = { rate: 'fast' };
    const settings = { theme: 'plaid', paper: 'red', size: '19', measure: 1e9, justify: 'yes', speech, toString: 1 };
    const file = {
      settings: { ...settings, face: 'sans', leading: 1.8 },
      'site:example.org': { theme: 'dark', weight: null },
      'site:example.net': 'dark',
      siteRules: [{ host: 'new.example', remove: ['.new'] }, { host: 'not a host' }, 7],
      'notes:https://example.org/': [note, { ...note, id: 'b', start: 'x' }],
      openByItself: ['https://example.org'],
      stranger: true,
    };
    const said = new Promise((done) => {
      page.once('dialog', (dialog) => {
        done(dialog.message());
        void dialog.accept();
      });
    });
    await read(page, '#data button:nth-child(2)', fileOf(file));
    assert.deepEqual((await said).split('\n').slice(1), [
      ...Object.keys(settings).map((name) => `settings.${name}`),
      'site:example.org.weight',
      'site:example.net',
      'siteRules[1]',
      'siteRules[2]',
      'notes:https://example.org/[1]',
      'stranger',
    ]);
    assert.deepEqual(await page.evaluate(() => chrome.storage.local.get(null)), {
      settings: { face: 'sans', leading: 1.8 },
      'site:example.org': { theme: 'dark' },
      siteRules: [
        { host: 'example.org', remove: RULE.remove, title: 'h1' },
        { host: 'new.example', remove: ['.new'] },
        { host: 'own.example', remove: ['.own'] },
      ],
      'notes:https://example.org/': [own, note],
    });
  });

  option('stands whatever the store holds', async (page) => {
    await here.browser.background(() =>
      chrome.storage.local.set({
        settings: { theme: 7, size: 'x', leading: null, speech: 'fast', face: 'sans' },
        siteRules: [{ host: 'example.org', remove: ['.promo'] }, 'rule'],
      }),
    );
    await page.reload();
    await until(page, 'no options', () => document.documentElement.dataset.state === 'ready');
    await listed(page, '.promo');
    const look = await page.evaluate(() => ({
      theme: document.querySelector('[name="theme"]:checked').value,
      face: document.querySelector('[name="face"]:checked').value,
      size: document.querySelector('[name="size"]').value,
    }));
    assert.deepEqual(look, { theme: 'system', face: 'sans', size: '19' });
  });
});

function fileOf(value) {
  return { name: 'readwell.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) };
}

async function read(page, button, file) {
  const choosing = page.waitForEvent('filechooser');
  await page.click(button);
  await (await choosing).setFiles(file);
}
