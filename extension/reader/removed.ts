// What of the page is not in the article, and why. Each part can be brought back.
import type { Removal, RemovalReason } from 'readwell';
import type { Part } from '../page/corrections.js';
import { type Message, t } from '../page/text.js';
import { bringBack, correctionLists, dropOne } from './correct/corrections.js';
import { button, element } from './element.js';
import { isNarrow, Panel } from './panels.js';
import type { Command, Reading } from './reading.js';
import { saveReport } from './report.js';

const REASONS: Readonly<Record<RemovalReason, Message>> = {
  code: 'reasonCode',
  hidden: 'reasonHidden',
  navigation: 'reasonNavigation',
  header: 'reasonHeader',
  footer: 'reasonFooter',
  advert: 'reasonAdvert',
  consent: 'reasonConsent',
  'sign-up': 'reasonSignUp',
  paywall: 'reasonPaywall',
  appeal: 'reasonAppeal',
  related: 'reasonRelated',
  share: 'reasonShare',
  comments: 'reasonComments',
  'author-box': 'reasonAuthorBox',
  form: 'reasonForm',
  sidebar: 'reasonSidebar',
  dialog: 'reasonDialog',
  picture: 'reasonPicture',
  links: 'reasonLinks',
  duplicate: 'reasonDuplicate',
  title: 'reasonTitle',
  meta: 'reasonMeta',
  boilerplate: 'reasonBoilerplate',
  'site-rule': 'reasonSiteRule',
};

export function removed(reading: Reading): Command[] {
  const dropped = new Set(reading.corrections.dropped.map(({ ordinal }) => ordinal));
  // What has no words (scripts, pixels, rules) would only hide the rest in the list; what the user dropped has its own.
  const parts = (reading.outcome.trace?.removed ?? []).filter(
    ({ text, ordinal }) => text.trim() !== '' && (ordinal === null || !dropped.has(ordinal)),
  );
  if (parts.length === 0 && !reading.outcome.ok) return [];
  const panel = new Panel('removed', (body) => {
    body.append(
      ...(reading.outcome.ok ? [button(t('dropPart'), drop)] : []),
      ...correctionLists(reading),
      element('p', { class: 'count' }, t('removedCount', parts.length)),
      ...grouped(parts).map(group),
      element('h3', {}, t('badPage')),
      element('p', {}, t('badPageExplained')),
      button(t('badPageSave'), () => saveReport(reading.capture, reading.outcome)),
    );
  });

  const drop = (): void => {
    if (isNarrow()) panel.close({ stay: true });
    dropOne(reading);
  };

  const group = ([reason, parts]: [RemovalReason, Removal[]]): HTMLElement => {
    const items = parts.map(({ ordinal, text }) =>
      element('li', {}, element('p', { dir: 'auto' }, text), ...(ordinal === null ? [] : [back({ ordinal, text })])),
    );
    return element('section', {}, element('h3', {}, t(REASONS[reason])), element('ul', { class: 'parts' }, ...items));
  };

  const back = (part: Part): HTMLButtonElement => button(t('bringBack'), () => void bringBack(reading, part));
  return [
    { keys: ['r'], label: 'removed', run: () => panel.toggle() },
    ...(reading.outcome.ok ? [{ keys: ['x'], label: 'dropPart' as const, run: drop }] : []),
  ];
}

/** The parts by reason, the longest list last. */
function grouped(parts: Removal[]): [RemovalReason, Removal[]][] {
  const groups = new Map<RemovalReason, Removal[]>();
  for (const part of parts) groups.set(part.reason, [...(groups.get(part.reason) ?? []), part]);
  return [...groups].sort(([, one], [, other]) => one.length - other.length);
}
