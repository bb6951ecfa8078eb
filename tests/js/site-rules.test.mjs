// Site rules: what a caller knows of certain sites, through the npm package and both commands.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Cleaner, clean, cleanResponse } from 'readwell';
import { root } from './pages.mjs';

const url = 'https://news.example.com/ferry';
const html = `<title>Harbour news</title><h1>Harbour news</h1><h2 class=real>Ferry returns</h2><b data-writer=1>Jane Doe</b>
  <div id=story><p>The ferry to the island sails again from Monday, after nine months of repairs, four times a day.</p>
  <p class=ticker>FRY 12.3 up four percent since this morning on the exchange, traders said on Friday.</p></div>
  <p>Read our guide to the ten best restaurants of the harbour, with prices, menus and all the opening hours.</p>`;
const siteRules = [
  {
    host: '*.example.com',
    content: ['#story'],
    remove: ['.ticker'],
    title: '.real',
    author: '[data-writer]',
    date: null,
  },
];

function follows(article) {
  assert.equal(article.ok, true);
  assert.equal(article.title, 'Ferry returns');
  assert.deepEqual(article.authors, [{ name: 'Jane Doe', url: null }]);
  assert.equal(article.sources.title, 'site-rule');
  assert.match(article.textContent, /sails again/);
  assert.doesNotMatch(article.textContent, /FRY|guide/);
}

test('every way in follows the rules', async () => {
  follows(clean(html, { url, siteRules }));
  follows(clean(new TextEncoder().encode(html), { url, siteRules }));
  const cleaner = new Cleaner({ url, siteRules });
  for (const piece of html.split(' ')) cleaner.write(`${piece} `);
  follows(cleaner.end());
  follows(await cleanResponse(new Response(html), { url, siteRules }));
});

test('what a rule removes has its own reason', () => {
  const { trace } = clean(html, { url, siteRules, trace: true });
  const ticker = trace.removed.find(({ text }) => text.startsWith('FRY'));
  assert.equal(ticker.reason, 'site-rule');
});

test('other hosts, and pages without an address, are left alone', () => {
  const plain = clean(html);
  assert.deepEqual(clean(html, { siteRules }), plain);
  assert.deepEqual(
    clean(html, { url: 'https://example.org/', siteRules }),
    clean(html, { url: 'https://example.org/' }),
  );
  for (const none of [undefined, null, []]) assert.deepEqual(clean(html, { siteRules: none }), plain);
});

test('a rule that cannot be used is an error that names it', () => {
  const cases = [
    [{}, /^siteRules: /],
    ['#story', /^siteRules: /],
    [[null], /^siteRules\[0\]: /],
    [[{}], /^siteRules\[0\]\.host: /],
    [[{ host: 'example.com/news' }], /^siteRules\[0\]\.host: /],
    [[siteRules[0], { host: 'a.example', remove: ['p', 'div >'] }], /^siteRules\[1\]\.remove\[1\]: "div >"/],
    [[{ host: 'a.example', title: 7 }], /^siteRules\[0\]\.title: /],
    [[{ host: 'a.example', contents: [] }], /^siteRules\[0\]\.contents: /],
  ];
  for (const [rules, message] of cases) {
    const expected = (error) => error.code === 'invalid-site-rule' && message.test(error.message);
    assert.throws(() => clean(html, { siteRules: rules }), expected, JSON.stringify(rules));
    assert.throws(() => new Cleaner({ siteRules: rules }), expected, JSON.stringify(rules));
  }
  const cycle = [];
  cycle.push(cycle);
  assert.throws(() => clean(html, { siteRules: cycle }), { code: 'invalid-site-rule' });
});

test('a rule can cost a page, not the host', () => {
  const page = html + '<i></i>'.repeat(50_000);
  const outcome = clean(page, { url, siteRules: [{ host: 'news.example.com', remove: ['zz ~ i'] }] });
  assert.equal(outcome.reason, 'limit-exceeded');
  const deep = '<div>'.repeat(600) + html;
  assert.equal(clean(deep, { url, siteRules: [{ host: 'news.example.com', remove: ['div:has(zz) *'] }] }).ok, true);
});

const commands = {
  npm: [process.execPath, join(root, 'dist', 'cli.js')],
  native: [join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release', 'readwell')],
};

for (const [name, [program, ...first]] of Object.entries(commands)) {
  const run = (args, input) => {
    const { stdout, stderr, status, error } = spawnSync(program, [...first, ...args], { input, encoding: 'utf8' });
    if (error) throw error;
    return { stdout, stderr, status };
  };
  const file = join(mkdtempSync(join(tmpdir(), 'readwell-rules-')), 'rules.json');

  test(`the ${name} command reads rules from a file`, () => {
    writeFileSync(file, JSON.stringify(siteRules));
    follows(JSON.parse(run(['--rules', file, '--url', url, '--format', 'json'], html).stdout));
    const lines = [url, 'https://example.org/'].map((url) => JSON.stringify({ id: url, url, html })).join('\n');
    const [ruled, plain] = run(['--rules', file, '--ndjson'], lines).stdout.trim().split('\n').map(JSON.parse);
    follows(ruled);
    assert.match(plain.textContent, /FRY/);
  });

  test(`the ${name} command refuses rules that cannot be used`, () => {
    const cases = {
      '[{"host": 7}]': /siteRules\[0\]\.host/,
      '{': /./,
      '[{"host":"a.example","remove":[":hover"]}]': /remove\[0\]/,
    };
    for (const [rules, message] of Object.entries(cases)) {
      writeFileSync(file, rules);
      const { status, stderr } = run(['--rules', file, '--ndjson'], '');
      assert.equal(status, 2, rules);
      assert.match(stderr, message, rules);
    }
    assert.equal(run(['--rules', join(file, 'none')], '').status, 2);
  });
}
