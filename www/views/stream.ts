// Shows `declutter` at work: the page goes in bit by bit, as from a slow network, and comes out while it goes in.
import { element } from '../element.js';
import type { Engine } from '../engine.js';
import { EngineError } from '../engine.js';
import { bytes, percent } from '../format.js';
import type { StreamStep } from '../messages.js';
import type { Cleaned } from '../page.js';
import { StreamChart } from './stream-chart.js';
import type { Content, View } from './view.js';

/** Chunks that the page is cut into, and the pause after each: about three seconds in all. */
const CHUNKS = 100;
const PAUSE = 28;
/** Characters of the output that stay in view: it is the end that is watched. */
const TAIL = 12_000;

export class StreamView implements View {
  readonly #engine: Engine;
  readonly #panel: HTMLElement;
  readonly #chart = new StreamChart();
  readonly #play = element('button', { type: 'button', class: 'main' });
  readonly #says = element('p', { class: 'says', role: 'status' });
  readonly #text = element('pre', { class: 'plain' });
  readonly #out = element('section', { class: 'out scroll', tabindex: 0, 'aria-label': 'What came out' }, this.#text);
  #page: Cleaned['page'] | undefined;
  #written = '';
  #first: StreamStep | undefined;

  constructor(panel: HTMLElement, engine: Engine) {
    this.#panel = panel;
    this.#engine = engine;
    this.#play.addEventListener('click', () => void this.#run());
  }

  show({ page }: Cleaned): void {
    this.#page = page;
    this.#clear();
    this.#play.textContent = 'Play';
    this.#says.textContent = '';
    const lead = element(
      'p',
      { class: 'lead' },
      element('code', {}, 'declutter()'),
      ' takes scripts, adverts, menus and banners out of a page while it comes in: the first bytes leave long before the last arrive, and memory stays the same however long the page is. It is no sanitizer.',
    );
    this.#panel.replaceChildren(lead, this.#play, this.#says, this.#chart.element, this.#out);
  }

  content(): Content {
    return { text: this.#written, type: 'text/html', extension: 'decluttered.html' };
  }

  async #run(): Promise<void> {
    if (!this.#page) return;
    const page = this.#page;
    this.#clear();
    this.#play.textContent = 'Play again';
    const chunkBytes = Math.max(256, Math.ceil(page.html.length / CHUNKS));
    try {
      await this.#engine.stream(page, { chunkBytes, pause: PAUSE }, (step) => this.#step(step));
    } catch (error) {
      const cancelled = error instanceof EngineError && error.code === 'cancelled';
      if (!cancelled) this.#says.textContent = (error as Error).message;
    }
  }

  #clear(): void {
    this.#written = '';
    this.#first = undefined;
    this.#text.textContent = '';
    this.#chart.clear();
  }

  #step(step: StreamStep): void {
    this.#written += step.text;
    this.#text.textContent = this.#written.slice(-TAIL);
    this.#out.scrollTop = this.#out.scrollHeight;
    this.#chart.add(step);
    if (step.bytesOut > 0) this.#first ??= step;
    this.#says.replaceChildren(...sentence(step, this.#first));
  }
}

function sentence({ bytesIn, total, bytesOut }: StreamStep, first: StreamStep | undefined): (Node | string)[] {
  const numbers = [element('b', {}, bytes(bytesIn)), ' in, ', element('b', {}, bytes(bytesOut)), ' out'];
  if (!first) return numbers;
  return [...numbers, ` · first bytes out after ${percent(first.bytesIn, total)} of the page`];
}
