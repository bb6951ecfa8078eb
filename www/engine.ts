// Gives orders to the worker. A new order ends the one before it, however far that is.
import type { Outcome } from 'readwell';
import type { Order, Report, StreamStep, Timing } from './messages.js';
import type { Page } from './page.js';

/** Why an order came to nothing: Readwell's code for it, or `cancelled`. */
export class EngineError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export class Engine {
  #worker = start();
  #cancel: (() => void) | undefined;

  /** Cleans a page; `progress` is told the part done, from 0 to 1. */
  async clean(page: Page, progress: (part: number) => void): Promise<{ outcome: Outcome } & Timing> {
    const order: Order = { kind: 'clean', html: page.html, url: page.url };
    const report = await this.#give(order, (report) => {
      if (report.kind === 'progress') progress(report.part);
      return report.kind === 'cleaned' ? report : undefined;
    });
    return report;
  }

  /** Streams a page through `declutter`; `step` is told of each chunk. */
  async stream(
    page: Page,
    pace: { chunkBytes: number; pause: number },
    step: (step: StreamStep) => void,
  ): Promise<void> {
    await this.#give({ kind: 'stream', html: page.html, ...pace }, (report) => {
      if (report.kind === 'step') step(report);
      return report.kind === 'streamed' ? report : undefined;
    });
  }

  /** Ends the running order, if there is one. */
  cancel(): void {
    this.#cancel?.();
  }

  /** Gives an order, and waits for the report that `answer` picks. */
  #give<T>(order: Order, answer: (report: Report) => T | undefined): Promise<T> {
    this.cancel();
    const worker = this.#worker;
    const listening = new AbortController();
    const { signal } = listening;
    return new Promise<T>((resolve, reject) => {
      this.#cancel = () => {
        this.#restart();
        reject(new EngineError('cancelled', 'cancelled'));
      };
      const hear = (report: Report): void => {
        const answered = answer(report);
        if (answered !== undefined) resolve(answered);
        if (report.kind === 'failed') reject(new EngineError(report.code, report.message));
      };
      worker.addEventListener('message', (event: MessageEvent<Report>) => hear(event.data), { signal });
      worker.addEventListener('error', () => reject(this.#crashed()), { signal });
      worker.postMessage(order);
    }).finally(() => {
      listening.abort();
      if (this.#worker === worker) this.#cancel = undefined;
    });
  }

  #crashed(): EngineError {
    this.#restart();
    return new EngineError('internal', 'Readwell stopped on this page. The next page starts afresh.');
  }

  #restart(): void {
    this.#worker.terminate();
    this.#worker = start();
    this.#cancel = undefined;
  }
}

function start(): Worker {
  return new Worker('worker.js', { type: 'module' });
}
