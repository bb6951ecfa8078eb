// The reader page: takes the captured page, finds its article, shows it, and adds the features.
import type { Outcome } from 'readwell';
import { type Problem, problemOf } from '../page/address.js';
import type { Capture } from '../page/capture.js';
import { find } from '../page/captures.js';
import { clean, start as startCore } from '../page/cleaning.js';
import { type Corrections, loadCorrections } from '../page/corrections.js';
import { cleanTogether, loadPages, type Page } from '../page/pages.js';
import { loadRules, type SiteRule } from '../page/site-rules.js';
import { fillIn, speak, t } from '../page/text.js';
import { goTo, takePlace } from './again.js';
import { showArticle } from './article.js';
import { goBack, nameTheWayBack } from './back.js';
import { byId } from './element.js';
import { addFeatures } from './features.js';
import { frameDocument } from './frame.js';
import { listenForKeys } from './keys.js';
import { applyLook } from './look.js';
import { showNoArticle, showProblem } from './notice.js';
import { Preferences } from './preferences.js';
import { printWhole } from './print.js';
import type { Command } from './reading.js';

const NOWHERE = { host: '', hostname: '' };

async function start(): Promise<void> {
  // Under way while the capture is looked up.
  void startCore().catch(() => {});
  speak(document.documentElement);
  fillIn(document);
  const asked = new URLSearchParams(location.search);
  const id = asked.get('capture') ?? '';
  const [capture, corrections, siteRules, pages] = await Promise.all([
    find(id),
    loadCorrections(id),
    loadRules(),
    loadPages(id),
  ]);
  if (capture) await read({ id, capture, corrections, siteRules, pages });
  else await explain(problemOf(asked.get('problem')));
  document.documentElement.dataset.state = 'ready';
}

/** What is at hand before the article is. */
interface Start {
  id: string;
  capture: Capture;
  corrections: Corrections;
  siteRules: SiteRule[];
  pages: Page[];
}

async function read({ id, capture, corrections, siteRules, pages }: Start): Promise<void> {
  const { host: site, hostname: host } = URL.canParse(capture.url) ? new URL(capture.url) : NOWHERE;
  const finding = articleOf(capture, corrections, siteRules, pages);
  const [preferences, shown] = await Promise.all([Preferences.load(site), frameDocument(t('article'))]);
  preferences.follow((settings) => applyLook(document.documentElement, settings));
  preferences.follow((settings) => applyLook(shown.documentElement, settings));
  const outcome = await finding;
  byId('working').remove();
  const title = outcome.title ?? capture.title;
  document.title = title ? `${title} · Readwell` : 'Readwell';
  nameTheWayBack(outcome.siteName ?? site);
  if (outcome.ok) showArticle(shown, outcome, preferences.now.pictures);
  else showNoArticle(shown, outcome, capture);
  printWhole(shown);
  const place = takePlace();
  shown.scrollingElement?.scrollTo({ top: place?.top ?? 0, behavior: 'instant' });
  // The look is there before the first frame is drawn, the features come after it.
  await drawn();
  const rule = siteRules.find((rule) => rule.host === host);
  const read = { id, capture, outcome, site, host, shown, preferences };
  await addFeatures({ ...read, corrections, pages, rules: siteRules, rule, notes: () => [] });
  if (place) goTo(shown, place);
}

/** The article of all its pages. What was removed is told of the first one. */
async function articleOf(
  capture: Capture,
  corrections: Corrections,
  rules: SiteRule[],
  pages: Page[],
): Promise<Outcome> {
  const working = byId('working');
  const first = await clean(capture, rules, corrections, async (part) => {
    working.textContent = t('working', Math.round(part * 100));
    await new Promise(requestAnimationFrame);
  });
  if (pages.length === 0) return first;
  const outcome = await cleanTogether(capture, pages, rules, corrections);
  return first.trace ? { ...outcome, trace: first.trace } : outcome;
}

async function explain(problem: Problem): Promise<void> {
  byId('working').remove();
  const preferences = await Preferences.load('');
  const shown = await frameDocument(t('noArticle'));
  preferences.follow((settings) => applyLook(document.documentElement, settings));
  preferences.follow((settings) => applyLook(shown.documentElement, settings));
  showProblem(shown, problem);
  const commands: Command[] = [goBack()];
  listenForKeys(commands, [document, shown], preferences);
}

/** Waits until what is in the page so far is on the screen, and notes the time. */
async function drawn(): Promise<void> {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  document.documentElement.dataset.shown = String(Date.now());
}

await start();
