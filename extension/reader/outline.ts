// The article's headings, with the one that is being read.
import { byId, element } from './element.js';
import { scrollTo } from './links.js';
import { isNarrow, Panel } from './panels.js';
import type { Command, Reading } from './reading.js';

/** Fewer headings are no outline. */
const LEAST = 2;
/** The outline opens by itself from this width on, in CSS pixels: it takes nothing from the text there. */
const WIDE = 1280;

export function outline({ outcome, shown }: Reading): Command[] {
  // Not by `innerText`, which leaves out what a long article has not laid out yet.
  const headings = [...shown.querySelectorAll<HTMLElement>('main :is(h2, h3, h4)')].filter((heading) =>
    wordsOf(heading),
  );
  if (!outcome.ok || headings.length < LEAST) return [];
  const top = Math.min(...headings.map(level));
  const entries = headings.map((heading) => {
    const go = element('button', { type: 'button', dir: 'auto' }, wordsOf(heading));
    go.style.setProperty('--depth', String(level(heading) - top));
    go.addEventListener('click', () => {
      scrollTo(heading);
      if (isNarrow()) panel.close();
    });
    return { heading, go };
  });
  const panel = new Panel('outline', (body) => {
    body.append(element('ol', {}, ...entries.map(({ go }) => element('li', {}, go))));
  });

  const mark = (): void => {
    const current = entries.filter(({ heading }) => isPassed(heading)).at(-1);
    for (const { go } of entries) go.removeAttribute('aria-current');
    current?.go.setAttribute('aria-current', 'true');
  };
  shown.addEventListener('scroll', mark, { passive: true });
  mark();
  if (window.innerWidth >= WIDE) panel.open({ byItself: true });

  const step = (by: number): void => {
    const at = entries.findIndex(({ go }) => go.hasAttribute('aria-current'));
    const next = entries[Math.max(0, at + by)];
    if (next) scrollTo(next.heading);
  };
  return [
    { keys: ['o'], label: 'outline', run: () => panel.toggle() },
    { keys: ['n'], label: 'nextHeading', run: () => step(1) },
    { keys: ['p'], label: 'previousHeading', run: () => step(-1) },
  ];
}

function wordsOf(heading: HTMLElement): string {
  return (heading.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function level(heading: HTMLElement): number {
  return Number(heading.localName[1]);
}

/** Whether a heading is above the part of the window where one reads. */
function isPassed(heading: HTMLElement): boolean {
  return heading.getBoundingClientRect().top < byId('main').clientHeight * 0.25;
}
