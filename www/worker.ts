// Cleans pages off the page's own thread, so that it stays live however large they are.
import { Cleaner, declutter, init } from 'readwell';
import type { Order, Report } from './messages.js';

/** Pieces that a page is fed in: small enough for progress to be seen, large enough to cost nothing. */
const PIECE = 256 * 1024;

const ready = start();

self.addEventListener('message', (event: MessageEvent<Order>) => {
  obey(event.data).catch((error: Error & { code?: string }) =>
    report({ kind: 'failed', code: error.code ?? 'internal', message: error.message }),
  );
});

/** Loads Readwell, and cleans nothing once, so that the time of the first page is that of the page alone. */
async function start(): Promise<void> {
  await init(new URL('readwell.wasm', self.location.href));
  new Cleaner().end();
}

async function obey(order: Order): Promise<void> {
  await ready;
  if (order.kind === 'clean') clean(order.html, order.url);
  else await stream(order);
}

function clean(html: string | Uint8Array, url: string | undefined): void {
  const begin = performance.now();
  const cleaner = new Cleaner(url === undefined ? { trace: true } : { trace: true, url });
  for (let at = 0; at < html.length; at += PIECE) {
    cleaner.write(typeof html === 'string' ? html.slice(at, at + PIECE) : html.subarray(at, at + PIECE));
    if (html.length > PIECE) report({ kind: 'progress', done: Math.min(at + PIECE, html.length), total: html.length });
  }
  const outcome = cleaner.end();
  report({ kind: 'cleaned', outcome, milliseconds: performance.now() - begin });
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
