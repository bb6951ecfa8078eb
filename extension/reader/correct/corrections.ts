// What the user brings back and drops, on this page or on all pages of the site. The page is read anew with it, so that it
// holds for all that is made of the article.
import { type Corrections, type Drop, type Part, saveCorrections } from '../../page/corrections.js';
import { loadRules, saveRules, withoutRemoval, withRemoval } from '../../page/site-rules.js';
import { t } from '../../page/text.js';
import { readAgain } from '../again.js';
import { button, element } from '../element.js';
import type { Reading } from '../reading.js';
import { say } from '../say.js';
import { pick } from './picking.js';
import { generalSelector } from './selector.js';
import { Source } from './source.js';

/** A selector that finds more of these, or more of the article than this part of it, is no sign of one thing. */
const MOST_FOUND = 12;
const MOST_OF_ARTICLE = 0.2;
/** In characters. */
const LONGEST_TEXT = 160;

/** Lets the user choose a part, and reads the page again without it. */
export function dropOne(reading: Reading): void {
  const { shown, capture, outcome, corrections } = reading;
  const article = shown.querySelector('main');
  if (!article) return;
  pick(shown, (part) => {
    const source = new Source(capture, outcome);
    const found = source.of(part, article);
    if (!found) return say(t('partOfMore'));
    const drop: Drop = {
      ordinal: source.ordinalOf(found),
      general: generalSelector(found, isBearable(found, outcome)),
      text: (part.textContent?.trim() || t('picture')).slice(0, LONGEST_TEXT),
    };
    part.remove();
    const kept = corrections.kept.filter(({ ordinal }) => !found.contains(source.at(ordinal) ?? null));
    void correct(reading, { dropped: [...corrections.dropped, drop], kept });
  });
}

/** Reads the page again with a part that was removed, and with all in it. */
export function bringBack(reading: Reading, part: Part): Promise<void> {
  const { capture, outcome, corrections } = reading;
  const source = new Source(capture, outcome);
  const found = source.at(part.ordinal);
  const dropped = corrections.dropped.filter(({ ordinal }) => !found?.contains(source.at(ordinal) ?? null));
  return correct(reading, { dropped, kept: [...corrections.kept, part] }, part.text);
}

async function correct(reading: Reading, corrections: Corrections, text?: string): Promise<void> {
  await saveCorrections(reading.id, corrections);
  readAgain(reading.shown, 'removed', text);
}

function isBearable(part: Element, outcome: Reading['outcome']): (found: Element[]) => boolean {
  const most = lengthOf(part) + (outcome.textContent?.length ?? 0) * MOST_OF_ARTICLE;
  return (found) => found.length <= MOST_FOUND && found.reduce((sum, one) => sum + lengthOf(one), 0) <= most;
}

function lengthOf(element: Element): number {
  return element.textContent?.length ?? 0;
}

/** The lists of what was dropped and brought back. Each entry can be undone. */
export function correctionLists(reading: Reading): HTMLElement[] {
  const { dropped, kept } = reading.corrections;
  const rules = (reading.rule?.remove ?? []).map((selector) => ruleItem(reading, selector));
  return [
    ...list(t('dropped'), [...dropped.map((drop) => dropItem(reading, drop)), ...rules]),
    ...list(
      t('broughtBack'),
      kept.map((part) => keptItem(reading, part)),
    ),
  ];
}

function list(title: string, items: HTMLElement[]): HTMLElement[] {
  return items.length > 0 ? [element('h3', {}, title), element('ul', { class: 'parts' }, ...items)] : [];
}

function dropItem(reading: Reading, drop: Drop): HTMLElement {
  const { corrections } = reading;
  const without = { ...corrections, dropped: corrections.dropped.filter((other) => other !== drop) };
  const back = button(t('bringBack'), () => void correct(reading, without, drop.text));
  const { general } = drop;
  if (!general) return element('li', {}, element('p', { dir: 'auto' }, drop.text), back);
  const everywhere = element('input', { type: 'checkbox', name: 'everywhere' });
  everywhere.addEventListener('change', async () => {
    await saveRules(withRemoval(await loadRules(), reading.host, general));
    await correct(reading, without);
  });
  const label = element('label', { class: 'switch' }, everywhere, t('everywhereAt', reading.host));
  return element('li', {}, element('p', { dir: 'auto' }, drop.text), back, label);
}

function keptItem(reading: Reading, part: Part): HTMLElement {
  const { corrections } = reading;
  const without = { ...corrections, kept: corrections.kept.filter((other) => other !== part) };
  const away = button(t('remove'), () => void correct(reading, without));
  return element('li', {}, element('p', { dir: 'auto' }, part.text), away);
}

function ruleItem(reading: Reading, selector: string): HTMLElement {
  const back = button(t('bringBack'), async () => {
    await saveRules(withoutRemoval(await loadRules(), reading.host, selector));
    readAgain(reading.shown, 'removed');
  });
  const everywhere = element('p', { class: 'soft' }, t('everywhereAt', reading.host));
  return element('li', {}, element('p', {}, element('code', { dir: 'ltr' }, selector)), back, everywhere);
}
