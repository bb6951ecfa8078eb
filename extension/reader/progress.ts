// How far one has read, and how long the rest takes.
import { t } from '../page/text.js';
import { byId } from './element.js';
import { minutes } from './format.js';
import type { Reading } from './reading.js';

export function progress({ outcome, shown }: Reading): void {
  const bar = byId('progress');
  const left = byId('left');
  const view = shown.scrollingElement;
  if (!view) return;
  const update = (): void => {
    // The frame is not shown while the page is printed.
    if (view.clientHeight === 0) return;
    const part = view.scrollHeight > view.clientHeight ? view.scrollTop / (view.scrollHeight - view.clientHeight) : 1;
    bar.style.setProperty('--read', part.toFixed(4));
    bar.setAttribute('aria-valuenow', String(Math.round(part * 100)));
    if (outcome.ok) left.textContent = timeLeft(outcome.readingTime * (1 - part));
  };
  shown.addEventListener('scroll', update, { passive: true });
  window.addEventListener('resize', update);
  update();
}

function timeLeft(time: number): string {
  return time < 0.25 ? '' : t('timeLeft', minutes(Math.max(1, Math.round(time))));
}
