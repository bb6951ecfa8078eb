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
  if (!outcome.ok || outcome.toc.length < LEAST) return [];
  const top = Math.min(...outcome.toc.map(({ level }) => level));
  const entries = outcome.toc.map(({ level, id, text }) => {
    const go = element('button', { type: 'button', dir: 'auto' }, text);
    go.style.setProperty('--depth', String(level - top));
    go.addEventListener('click', () => {
      scrollTo(shown, id);
      if (isNarrow()) panel.close();
    });
    return { id, go };
  });
  const panel = new Panel('outline', (body) => {
    body.append(element('ol', {}, ...entries.map(({ go }) => element('li', {}, go))));
  });

  const mark = (): void => {
    const current = entries.filter(({ id }) => isPassed(shown.getElementById(id))).at(-1);
    for (const { go } of entries) go.removeAttribute('aria-current');
    current?.go.setAttribute('aria-current', 'true');
  };
  shown.addEventListener('scroll', mark, { passive: true });
  mark();
  if (window.innerWidth >= WIDE) panel.open({ byItself: true });

  const step = (by: number): void => {
    const at = entries.findIndex(({ go }) => go.hasAttribute('aria-current'));
    const next = entries[Math.max(0, at + by)];
    if (next) scrollTo(shown, next.id);
  };
  return [
    { keys: ['o'], label: 'outline', run: () => panel.toggle() },
    { keys: ['n'], label: 'nextHeading', run: () => step(1) },
    { keys: ['p'], label: 'previousHeading', run: () => step(-1) },
  ];
}

/** Whether a heading is above the part of the window where one reads. */
function isPassed(heading: HTMLElement | null): boolean {
  return heading !== null && heading.getBoundingClientRect().top < byId('main').clientHeight * 0.25;
}
