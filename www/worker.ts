// Cleans pages off the page's own thread, so that it stays live however large they are.
import { Cleaner, declutter, init, type Outcome } from 'readwell';
import type { Order, Report } from './messages.js';

/** Pieces that a page is fed in: small enough for progress to be seen, large enough to cost nothing. */
const PIECE = 256 * 1024;

/** A small page is cleaned again while that is not felt, since a single run of a millisecond says little of its time. */
const RUNS = 9;
const RETIMING = 150;

const ready = start();

self.addEventListener('message', (event: MessageEvent<Order>) => {
  obey(event.data).catch((error: Error & { code?: string }) =>
    report({ kind: 'failed', code: error.code ?? 'internal', message: error.message }),
  );
});

/** A bit of most things that pages have: cleaning it makes the browser compile what cleaning a page will run. */
const WARM_UP = `<!doctype html><html lang=en><title>A | B</title><meta property=og:title content=A><script type=application/ld+json>
{"@type":"Article","author":{"name":"C"}}</script><nav><a href=/>Home</a></nav><main><h1>A</h1><p>By C, <time>2 May 2026</time>
${'<p>Words of a paragraph that is <b>long</b> enough, with a <a href="/x">link</a> &amp; more, to be taken for an article.'.repeat(9)}
<h2 id=d>E</h2><ul><li>F<li>G</ul><pre><code>h</code></pre><figure><img src=i.png alt=J><figcaption>K</figcaption></figure>
<blockquote>L</blockquote><table><tr><th>M<td>N</table></main><aside class=ad>O</aside><footer>P</footer>`;
const WARM_UPS = 5;

/** Loads Readwell and warms it up, so that the first page is timed like any other. */
async function start(): Promise<void> {
  await init(new URL('readwell.wasm', self.location.href));
  for (let turn = 0; turn < WARM_UPS; turn += 1) clean(WARM_UP, 'https://example.com/');
}

async function obey(order: Order): Promise<void> {
  await ready;
  if (order.kind === 'stream') return stream(order);
  const { html, url } = order;
  const times: number[] = [];
  const timed = (): Outcome => {
    const begin = performance.now();
    const outcome = clean(html, url, (done) => report({ kind: 'progress', part: done / html.length }));
    times.push(performance.now() - begin);
    return outcome;
  };
  const deadline = performance.now() + RETIMING;
  const outcome = timed();
  while (times.length < RUNS && performance.now() < deadline) timed();
  report({ kind: 'cleaned', outcome, milliseconds: median(times), runs: times.length });
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

function clean(html: string | Uint8Array, url: string | undefined, progress?: (done: number) => void): Outcome {
  const cleaner = new Cleaner(url === undefined ? { trace: true } : { trace: true, url });
  for (let at = 0; at < html.length; at += PIECE) {
    const piece = typeof html === 'string' ? html.slice(at, at + PIECE) : html.subarray(at, at + PIECE);
    cleaner.write(piece);
    if (html.length > PIECE) progress?.(Math.min(at + PIECE, html.length));
  }
  return cleaner.end();
}

/** Feeds a page to `declutter` as a slow network would, and reports each chunk. */
async function stream({ html, chunkBytes, pause }: Order & { kind: 'stream' }): Promise<void> {
  const page = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const { readable, writable } = declutter();
  let bytesIn = 0;
  let bytesOut = 0;
  let waiting: Uint8Array[] = [];
  const reading = readable.pipeTo(new WritableStream({ write: (chunk) => void waiting.push(chunk) }));
  const writer = writable.getWriter();
  const decoder = new TextDecoder();

  const step = (last: boolean): void => {
    const text =
      waiting.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + (last ? decoder.decode() : '');
    bytesOut += waiting.reduce((sum, chunk) => sum + chunk.length, 0);
    waiting = [];
    report({ kind: 'step', bytesIn, total: page.length, bytesOut, text });
  };
  for (let at = 0; at < page.length; at += chunkBytes) {
    const chunk = page.subarray(at, at + chunkBytes);
    await writer.write(chunk);
    await sleep(pause);
    bytesIn += chunk.length;
    step(false);
  }
  await writer.close();
  await reading;
  step(true);
  report({ kind: 'streamed' });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function report(message: Report): void {
  postMessage(message);
}
