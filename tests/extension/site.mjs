// A small site on this machine, with a page of each kind that the extension must cope with.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../scripts/steps.mjs';

const PICTURES = join(root, 'tests/fixtures/news-semantic/images');

const SENTENCE =
  'The harbour board met on Tuesday and voted to raise the old wall by a metre before the winter storms come. ';
const prose = (count) =>
  Array.from({ length: count }, (_, at) => `<p>Paragraph ${at + 1}. ${SENTENCE.repeat(3)}</p>`).join('\n');
const page = (title, body, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
const fixture = (name) => ({ html: readFileSync(join(root, 'tests/fixtures', name, 'page.html'), 'utf8') });
const fill = (script) => `<script>${script}</script>`;

const SHADOW = `
  const open = document.querySelector('story-card').attachShadow({ mode: 'open' });
  open.innerHTML = '<article><h1>In the shadows</h1><slot></slot></article>';
  const closed = document.querySelector('closed-card').attachShadow({ mode: 'closed' });
  closed.innerHTML = ${JSON.stringify(`<p>From a closed tree. ${SENTENCE.repeat(3)}</p>`)};`;

/** Curves on a sky of many colours, which make a PNG large and a WebP small. */
const CHART = `
  const context = document.querySelector('canvas').getContext('2d');
  const sky = context.createRadialGradient(200, 100, 10, 320, 200, 420);
  ['#fff7e0', '#f3b07a', '#7a4fa0', '#102040'].forEach((colour, at) => sky.addColorStop(at / 3, colour));
  context.fillStyle = sky;
  context.fillRect(0, 0, 640, 400);
  for (let curve = 0; curve < 6; curve += 1) {
    context.beginPath();
    for (let x = 0; x <= 640; x += 4) context.lineTo(x, 200 + 20 * curve * Math.sin(x / (30 + 9 * curve)));
    context.stroke();
  }`;

/** A page of one word. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 36>>stream
BT /F 18 Tf 50 100 Td (Tides) Tj ET
endstream endobj
trailer<</Root 1 0 R>>`;

/** Text that gets no smaller by being packed. */
function noise(length) {
  return randomBytes((length * 3) / 4).toString('base64');
}

/** Each page by its path: its HTML, and the headers that it is served with. */
const PAGES = {
  'csp.html': { ...fixture('news-semantic'), headers: { 'content-security-policy': "default-src 'none'; sandbox" } },
  'plain-news.html': fixture('news-semantic'),
  'rtl.html': fixture('rtl-arabic'),
  'cjk.html': fixture('cjk-japanese'),
  'paper.html': fixture('academic-paper'),
  'code.html': fixture('docs-sphinx'),
  'long.html': fixture('longform-figures'),
  'forum.html': fixture('forum-discourse'),
  'old.html': fixture('tables-1990s'),
  'shell.html': fixture('app-shell'),
  'shadow.html': {
    html: page('Shadows', `<story-card>${prose(6)}<closed-card></closed-card></story-card>${fill(SHADOW)}`),
  },
  'spa.html': {
    html: page(
      'Rendered',
      `<div id="app"></div>${fill(`document.getElementById('app').innerHTML = ${JSON.stringify(`<main><article><h1>Rendered by a script</h1>${prose(8)}</article></main>`)}`)}`,
    ),
  },
  'frame.html': {
    html: page('Framed', '<h1>A page around a frame</h1><iframe src="inner.html" width="700" height="500"></iframe>'),
  },
  'inner.html': {
    html: page('Inner', `<article><h2>In the frame</h2>${prose(8)}<p><a href="next">A link</a></p></article>`),
  },
  'hosts.html': {
    html: page(
      'Hosts',
      `<article><h1>Hosts</h1>${prose(6)}<p>As told in <a href="https://bücher.example/x">the book</a> of the year.</p></article>`,
    ),
  },
  'hidden.html': {
    html: page(
      'Hidden',
      `<article><h1>What is seen</h1>${prose(8)}<div class="x1"><p>Take our offer of today.</p></div></article>`,
      '<style>.x1{display:none}</style>',
    ),
  },
  'look.html': {
    html: page(
      'Harbour news today: Ferry returns to the island after nine months',
      `<div class="x2">Ferry returns to the island</div>${prose(8)}
        <div class="x1">Junk one: our best offers of the week are waiting for you in the shop by the old harbour.</div>
        <p class="x3">Junk two: our best offers of the week are waiting for you in the shop by the old harbour.</p>
        <div class="visually-hidden"><p>A late word: the ferry will carry forty cars and three hundred people, said the office.</p></div>
        <details><summary>The timetable</summary><p>The first ferry leaves at six in the morning, the last at ten at night.</p></details>`,
      `<style>.x1 { display: none } .x2 { font-size: 44px } .visually-hidden { font-weight: bold }
        .x3 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }</style>`,
    ),
  },
  'math.html': {
    html: page(
      'Sums',
      `<article><h1>A sum</h1>${prose(4)}<p>So <math><mfrac><mi>a</mi><mn>2</mn></mfrac></math> is half.</p>${prose(4)}</article>`,
    ),
  },
  'pictures.html': {
    html: page(
      'Pictures',
      `<article><h1>Pictures</h1>${prose(4)}<figure><img src="/wall.gif" alt="The wall" width="600" height="400"><figcaption>The wall in May.</figcaption></figure>${prose(4)}</article>`,
    ),
  },
  'notes.html': {
    html: page(
      'Notes',
      `<article><h1>Footnotes</h1>${prose(4)}<p class="hearsay">So it was said.<sup><a href="#fn1">1</a></sup></p>${prose(4)}
        <ol><li id="fn1">Minutes of the board, volume nine, page twelve, in the town library. <a href="#r1">↩</a></li></ol></article>`,
    ),
  },
  'snippets.html': {
    html: page(
      'Snippets',
      `<article><h1>Snippets</h1>${prose(3)}<pre><code class="language-python"># Metres &lt;b&gt;above&lt;/b&gt; the datum.
def depth_at(hour):
    return "%.2f" % (hour * 0.31)</code></pre>${prose(2)}<pre><code class="language-rust">fn main() { println!("tide"); }</code></pre>
        ${prose(2)}<pre><code class="language-constructor">what is this</code></pre>${prose(2)}</article>`,
    ),
  },
  'the-tide-tables': {
    html: page(
      'Parts',
      `<article><h1>In two parts</h1>${prose(4)}</article><a rel="next" href="/the-tide-tables/page/2">Next page</a>`,
      '<link rel="next" href="/the-tide-tables/page/2">',
    ),
  },
  'the-tide-tables/page/2': {
    html: page('Parts', `<article><h1>In two parts</h1>${prose(9).replace(/^(?:.*\n){4}/, '')}</article>`),
  },
  'embeds.html': {
    html: page(
      'Embeds',
      `<article><h1>Embeds</h1>${prose(3)}<iframe src="https://player.vimeo.com/video/76979871" title="The tide"></iframe>${prose(2)}
        <iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>${prose(3)}</article>`,
    ),
  },
  'album.html': {
    get html() {
      const picture = `<img alt="All walls" src="data:image/png;base64,${noise(12_000_000)}">`;
      return page('Album', `<article><h1>Twelve megabytes of a picture</h1>${prose(8)}<p>${picture}</p></article>`);
    },
  },
  'huge.html': {
    get html() {
      return page('Huge', `<article><h1>Noise</h1>${prose(8)}<pre>${noise(12_000_000)}</pre></article>`);
    },
  },
  'noscript.html': {
    html: page(
      'Without scripts',
      `<noscript><nav><a href="/a">One place</a> <a href="/b">Another place</a></nav>
        <article><h1>For those without scripts</h1>${prose(8)}
        <div class="newsletter"><p>Sign up for our newsletter and never miss a story again.</p></div></article></noscript>`,
    ),
  },
  'slow.html': { html: page('Slow', `<article><h1>Slow</h1>${prose(8)}</article>`), wait: 2500 },
  'chart.html': {
    html: page(
      'Chart',
      `<article><h1>A chart</h1>${prose(4)}<figure><canvas width="640" height="400" aria-label="The tides of May"></canvas>
        <figcaption>The tides of May, as the gauge had them.</figcaption></figure>${prose(4)}</article>${fill(CHART)}`,
    ),
  },
  'large.html': { html: page('Large', `<article><h1>Two megabytes</h1>${prose(6000)}</article>`) },
  'tides.pdf': { html: PDF, headers: { 'content-type': 'application/pdf' } },
  'text.txt': { html: SENTENCE.repeat(40), headers: { 'content-type': 'text/plain; charset=utf-8' } },
};

/** Serves the pages. Any other path is a picture of one pixel, so that no page's pictures go missing. */
export async function openSite() {
  let left = '';
  const asked = [];
  const server = createServer(async (request, response) => {
    if (request.url === '/left') {
      left = (await request.toArray()).join('');
      return response.end();
    }
    asked.push(request.url);
    const found = PAGES[request.url?.slice(1).replace(/\?.*/, '') ?? ''];
    // There is one size of each picture.
    const [, name, type] = request.url?.match(/\/images\/([a-z-]+?)(?:-\d+)?\.(jpg|png)$/) ?? [];
    if (name && existsSync(join(PICTURES, `${name}.${type}`))) {
      response.writeHead(200, { 'content-type': `image/${type === 'jpg' ? 'jpeg' : 'png'}` });
      return response.end(readFileSync(join(PICTURES, `${name}.${type}`)));
    }
    if (!found) {
      response.writeHead(200, { 'content-type': 'image/gif', 'access-control-allow-origin': '*' });
      return response.end(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'));
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...found.headers });
    // The browser knows that there is more to come.
    if (found.wait) response.write(found.html.slice(0, -20));
    if (found.wait) await sleep(found.wait);
    response.end(found.wait ? found.html.slice(-20) : found.html);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    /** What the page that was left last had to say. */
    left: () => left,
    /** How often a path was asked for. */
    asked: (path) => asked.filter((url) => url === path).length,
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
