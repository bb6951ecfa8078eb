// What of the page is not in the article, and why. Each part can be brought back.
import type { NoArticle, Outcome, Removal, RemovalReason } from 'readwell';
import { clean } from '../page/cleaning.js';
import { type Message, t } from '../page/text.js';
import { showContent } from './article.js';
import { dropOne, droppedList } from './correct/dropped.js';
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
  // What has no words (scripts, pixels, rules) would only hide the rest in the list.
  const parts = (reading.outcome.trace?.removed ?? []).filter(({ text }) => text.trim() !== '');
  if (parts.length === 0 && !reading.outcome.ok) return [];
  const source = new TextEncoder().encode(reading.capture.html);
  const panel = new Panel('removed', (body) => {
    body.append(
      ...(reading.outcome.ok ? [button(t('dropPart'), drop)] : []),
      ...droppedList(reading),
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
    const items = parts.map((part) =>
      element('li', {}, element('p', { dir: 'auto' }, part.text), bringBackButton(part)),
    );
    return element('section', {}, element('h3', {}, t(REASONS[reason])), element('ul', { class: 'parts' }, ...items));
  };

  const bringBackButton = (part: Removal): HTMLButtonElement => {
    const made = button(t('bringBack'), () => {
      made.disabled = true;
      void bringBack(reading, source.subarray(part.start, part.end));
    });
    return made;
  };
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

/** Puts a part at the end of the article. It goes through the same wall as all else. */
async function bringBack({ capture, shown }: Reading, bytes: Uint8Array): Promise<void> {
  const html = `<!doctype html><body><article>${new TextDecoder().decode(bytes)}</article>`;
  const part = shown.createElement('section');
  part.className = 'brought-back';
  part.tabIndex = -1;
  const outcome = await clean({ ...capture, html }, []);
  if (outcome.ok) showContent(part, outcome.content);
  else part.append(...paragraphs(shown, outcome));
  shown.querySelector('main')?.append(part);
  part.scrollIntoView({ block: 'center' });
}

function paragraphs(shown: Document, outcome: Extract<Outcome, NoArticle>): HTMLElement[] {
  return outcome.textContent.split(/\n+/).map((line) => {
    const paragraph = shown.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
}
