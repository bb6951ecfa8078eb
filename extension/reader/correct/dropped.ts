// What the user has dropped from the article: on this page, or on all pages of the site.
import { type Drop, saveDrops } from '../../page/corrections.js';
import { loadRules, saveRules, withoutRemoval, withRemoval } from '../../page/site-rules.js';
import { t } from '../../page/text.js';
import { readAgain } from '../again.js';
import { button, element } from '../element.js';
import type { Reading } from '../reading.js';
import { say } from '../say.js';
import { pick } from './picking.js';
import { exactSelector, generalSelector } from './selector.js';
import { Source } from './source.js';

/** A selector that finds more of these, or more of the article than this part of it, is no sign of one thing. */
const MOST_FOUND = 12;
const MOST_OF_ARTICLE = 0.2;
/** In characters. */
const LONGEST_TEXT = 160;

/** Lets the user choose a part, and reads the page again without it. */
export function dropOne(reading: Reading): void {
  const { shown, capture, outcome } = reading;
  const article = shown.querySelector('main');
  if (!article) return;
  pick(shown, (part) => {
    const source = new Source(capture, outcome);
    const found = source.of(part, article);
    if (!found) return say(t('partOfMore'));
    const text = (part.textContent?.trim() || t('picture')).slice(0, LONGEST_TEXT);
    const drop: Drop = {
      exact: exactSelector(found),
      general: generalSelector(found, isBearable(found, outcome)),
      text,
    };
    part.remove();
    void saveDrops(reading.id, [...reading.drops, drop]).then(() => readAgain(shown, 'removed'));
  });
}

function isBearable(part: Element, outcome: Reading['outcome']): (found: Element[]) => boolean {
  const most = lengthOf(part) + (outcome.textContent?.length ?? 0) * MOST_OF_ARTICLE;
  return (found) => found.length <= MOST_FOUND && found.reduce((sum, one) => sum + lengthOf(one), 0) <= most;
}

function lengthOf(element: Element): number {
  return element.textContent?.length ?? 0;
}

/** The list of what was dropped. */
export function droppedList(reading: Reading): HTMLElement[] {
  const here = reading.drops.map((drop) => dropItem(reading, drop));
  const there = (reading.rule?.remove ?? []).map((selector) => ruleItem(reading, selector));
  if (here.length + there.length === 0) return [];
  return [element('h3', {}, t('dropped')), element('ul', { class: 'parts' }, ...here, ...there)];
}

function dropItem(reading: Reading, drop: Drop): HTMLElement {
  const without = reading.drops.filter((other) => other !== drop);
  const back = button(t('bringBack'), async () => {
    await saveDrops(reading.id, without);
    readAgain(reading.shown, 'removed');
  });
  const everywhere = element('input', { type: 'checkbox', name: 'everywhere' });
  everywhere.addEventListener('change', async () => {
    await saveRules(withRemoval(await loadRules(), reading.host, drop.general ?? drop.exact));
    await saveDrops(reading.id, without);
    readAgain(reading.shown, 'removed');
  });
  const label = element('label', { class: 'switch' }, everywhere, t('everywhereAt', reading.host));
  return element('li', {}, element('p', { dir: 'auto' }, drop.text), back, ...(drop.general ? [label] : []));
}

function ruleItem(reading: Reading, selector: string): HTMLElement {
  const back = button(t('bringBack'), async () => {
    await saveRules(withoutRemoval(await loadRules(), reading.host, selector));
    readAgain(reading.shown, 'removed');
  });
  const everywhere = element('p', { class: 'soft' }, t('everywhereAt', reading.host));
  return element('li', {}, element('p', {}, element('code', { dir: 'ltr' }, selector)), back, everywhere);
}
