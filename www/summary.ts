// The line of facts over the result, and what is said while a page is being cleaned.
import { byId, element } from './element.js';
import { bytes, count, duration, percent, title } from './format.js';
import type { Cleaned } from './page.js';

/** What is spoken only stands in the facts for those who see them. */
type Tone = 'spoken' | 'plain' | 'wrong';

export class Summary {
  readonly #facts = byId('facts', HTMLElement);
  readonly #status = byId('status', HTMLElement);
  readonly #progress = byId('progress', HTMLElement);

  show(cleaned: Cleaned): void {
    this.#facts.replaceChildren(...facts(cleaned));
    this.#progress.hidden = true;
    const { page, outcome } = cleaned;
    const said = outcome.ok ? `cleaned in ${duration(cleaned.milliseconds)}` : outcome.message;
    this.#say(`${page.name}: ${said}`, 'spoken');
  }

  /** Shows how far a page is, from 0 to 1. */
  progress(name: string, part: number): void {
    const bar = this.#progress.querySelector('progress');
    if (bar) bar.value = part;
    this.#progress.hidden = false;
    this.#say(part < 1 ? `Reading ${name}` : `Choosing what is article in ${name}`, 'plain');
  }

  tell(message: string): void {
    this.#say(message, 'plain');
  }

  fail(message: string): void {
    this.#progress.hidden = true;
    this.#say(message, 'wrong');
  }

  #say(text: string, tone: Tone): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
    this.#status.dataset.tone = tone;
  }
}

function facts({ outcome, bytesIn, bytesOut, milliseconds, runs }: Cleaned): HTMLElement[] {
  const time = fact('Time', duration(milliseconds), rate(bytesIn, milliseconds));
  if (runs > 1) time.title = `The median of ${runs} runs`;
  const sizes = [fact('In', bytes(bytesIn)), fact('Out', bytes(bytesOut), percent(bytesOut, bytesIn)), time];
  const removed = fact('Removed', count(outcome.trace?.removed.length ?? 0), 'parts');
  if (!outcome.ok) return [...sizes, removed, fact('Result', 'No article', outcome.reason)];
  return [
    ...sizes,
    removed,
    fact('Kind', title(outcome.pageType)),
    fact('Quality', outcome.quality.toFixed(2), meter(outcome.quality)),
    fact('Length', `${count(outcome.wordCount)} words`, `${outcome.readingTime} min`),
  ];
}

function fact(name: string, value: string, detail: string | Node = ''): HTMLElement {
  const small = detail === '' ? [] : [element('small', {}, detail)];
  return element('div', {}, element('dt', {}, name), element('dd', {}, value, ' ', ...small));
}

/** Below this a clock of a browser, which is coarse on purpose, can't tell a rate. */
const SHORTEST_TIMED = 0.5;

function rate(size: number, milliseconds: number): string {
  return milliseconds < SHORTEST_TIMED ? '' : `${bytes((size / milliseconds) * 1000)}/s`;
}

function meter(value: number): HTMLElement {
  return element('meter', { min: 0, max: 1, low: 0.4, high: 0.7, optimum: 1, value, 'aria-label': 'Quality' });
}
