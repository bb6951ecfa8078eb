// Every page of tests/attacks, cleaned by the npm package and loaded in a real browser three ways: as innerHTML, parsed
// and serialized and parsed again, and as srcdoc. Nothing runs, nothing is requested but the article's own pictures and
// players, no forbidden node is there, the browser's parser gives the same bytes back, and the article is whole.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium as playwright } from 'playwright-core';
import { clean } from 'readwell';
import { CHROMIUM_FLAGS, chromium } from '../../scripts/browsers.mjs';
import { root } from '../../scripts/steps.mjs';

const BEFORE =
  '<h1>Ferry returns</h1><p>The ferry to the island sails again from Monday, after nine months of repairs in the yard at Northport.</p>' +
  '<p>It will sail four times a day, the harbour office said on Friday, and carry forty cars and three hundred people.</p>';
const AFTER =
  '<p>Fares stay as they were, and residents keep their passes for the whole of the coming season, the office added.</p>' +
  '<p>The old landing stage was raised by half a metre, so that the ferry can land in all but the highest spring tides.</p>';
const KEPT = ['sails again from Monday', 'four times a day', 'residents keep their passes', 'highest spring tides'];
const PAGE = 'https://page.example/news/ferry';

/** The attacks of a file: `=== name @place`, then the markup. */
function read(file) {
  const text = readFileSync(join(root, 'tests', 'attacks', file), 'utf8');
  return text
    .slice('=== '.length)
    .split('\n=== ')
    .map((part) => {
      const end = part.indexOf('\n');
      const [name, place = ''] = part.slice(0, end).split(' @');
      return { name: `${file}: ${name}`, html: page(part.slice(end + 1).replace(/\n$/, ''), place) };
    });
}

function page(markup, place) {
  const head = place === 'head' ? markup : '';
  const [middle, last] = place === '' ? [markup, ''] : ['', place === 'last' ? markup : ''];
  return `<!doctype html><head><title>Ferry</title>${head}</head><body><main>${BEFORE}${middle}${AFTER}${last || '</main>'}`;
}

/** Runs in the browser: loads `content` in the three ways, and tells what is wrong with what is there then. */
async function load(content) {
  const wrong = [];
  const FORBIDDEN =
    'script,style,link,meta,base,object,embed,applet,iframe,frame,frameset,form,input,button,select,textarea,template,noscript,svg,portal,slot,dialog,xmp,plaintext';
  const inspect = (place, rootNode) => {
    for (const node of rootNode.querySelectorAll('*')) {
      if (node.matches(FORBIDDEN)) wrong.push(`${place}: <${node.localName}>`);
      for (const { name, value } of node.attributes) {
        if (/^on|^(?:style|srcdoc|action|formaction|background|name|target|ping|xlink:href)$/.test(name))
          wrong.push(`${place}: ${name}="${value}"`);
      }
      if (node.href !== undefined && !/^(?:https?|mailto|tel):/.test(node.href))
        wrong.push(`${place}: href ${node.href}`);
    }
    const comments = document.createNodeIterator(rootNode, NodeFilter.SHOW_COMMENT);
    if (comments.nextNode()) wrong.push(`${place}: a comment`);
  };
  const box = document.body.appendChild(document.createElement('div'));
  box.innerHTML = content;
  inspect('innerHTML', box);
  if (box.innerHTML !== content) wrong.push(`innerHTML is no fixed point: ${box.innerHTML}`);
  const parsed = new DOMParser().parseFromString(content, 'text/html').body;
  inspect('parsed', parsed);
  const again = document.body.appendChild(document.createElement('div'));
  again.innerHTML = new XMLSerializer().serializeToString(parsed);
  inspect('parsed as XML again', again);
  again.innerHTML = parsed.innerHTML;
  inspect('parsed again', again);
  const frame = document.createElement('iframe');
  frame.srcdoc = content;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  inspect('srcdoc', frame.contentDocument.body);
  for (const node of box.querySelectorAll('a, [id], [tabindex], video, audio'))
    node.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 5));
  const media = [...box.querySelectorAll('[src], [poster]')].flatMap((node) => [node.src, node.poster]);
  document.body.replaceChildren();
  return { wrong, fired: globalThis.fired.splice(0), media: media.filter(Boolean) };
}

let browser;
let tab;
let requests = [];

before(async () => {
  browser = await playwright.launch({ executablePath: await chromium(), args: CHROMIUM_FLAGS });
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const top = window.top;
    top.fired ??= [];
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => void top.fired.push(name);
  });
  await context.route('**', (route) => {
    const request = route.request();
    if (request.url() === PAGE)
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>host</title><body>' });
    requests.push(request.url());
    return route.abort();
  });
  tab = await context.newPage();
  await tab.goto(PAGE);
});
after(() => browser?.close());

for (const file of readdirSync(join(root, 'tests', 'attacks')).filter((file) => file.endsWith('.txt'))) {
  test(file, async () => {
    for (const { name, html } of read(file)) {
      requests = [];
      const article = clean(html, { url: PAGE });
      assert.ok(article.ok, `${name}: ${article.reason}`);
      for (const kept of KEPT) assert.ok(article.textContent.includes(kept), `${name}: "${kept}" is lost`);
      const { wrong, fired, media } = await tab.evaluate(load, article.content);
      assert.deepEqual(wrong, [], name);
      assert.deepEqual(fired, [], `${name} ran`);
      const unasked = requests.filter((url) => !media.includes(url));
      assert.deepEqual(unasked, [], `${name} requested`);
      assert.equal(tab.url(), PAGE, `${name} navigated`);
    }
  });
}
