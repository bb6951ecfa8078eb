// The reader page: takes the captured page, finds its article, shows it, and adds the features one by one.
import type { Outcome } from 'readwell';
import { type Problem, problemOf } from '../page/address.js';
import type { Capture } from '../page/capture.js';
import { find } from '../page/captures.js';
import { clean, start as startCore } from '../page/cleaning.js';
import { asRules, loadDrops } from '../page/corrections.js';
import { cleanTogether, loadPages, type Page } from '../page/pages.js';
import { loadRules, type SiteRule } from '../page/site-rules.js';
import { fillIn, speak, t } from '../page/text.js';
import { readAgain, takePlace } from './again.js';
import { appearance } from './appearance.js';
import { showArticle } from './article.js';
import { goBack, nameTheWayBack } from './back.js';
import { prepareWideParts } from './code/boxes.js';
import { byId } from './element.js';
import { embedCards } from './embeds/cards.js';
import { footnotes } from './footnotes.js';
import { openFrame } from './frame.js';
import { further } from './further.js';
import { listenForKeys } from './keys.js';
import { lightbox } from './lightbox.js';
import { followLinks } from './links.js';
import { listen } from './listen/panel.js';
import { applyLook } from './look.js';
import { notes } from './notes/panel.js';
import { showNoArticle, showProblem } from './notice.js';
import { outline } from './outline.js';
import { openPanel } from './panels.js';
import { Preferences } from './preferences.js';
import { progress } from './progress.js';
import type { Command, Reading } from './reading.js';
import { removed } from './removed.js';
import { take } from './take/panel.js';

const NOWHERE = { host: '', hostname: '' };

async function start(): Promise<void> {
  // Under way while the capture is looked up.
  void startCore().catch(() => {});
  speak(document.documentElement);
  fillIn(document);
  const asked = new URLSearchParams(location.search);
  const id = asked.get('capture') ?? '';
  const capture = await find(id);
  if (capture) await read(id, capture);
  else await explain(problemOf(asked.get('problem')));
  document.documentElement.dataset.state = 'ready';
}

async function read(id: string, capture: Capture): Promise<void> {
  const { host: site, hostname: host } = URL.canParse(capture.url) ? new URL(capture.url) : NOWHERE;
  const [preferences, drops, siteRules, pages] = await Promise.all([
    Preferences.load(site),
    loadDrops(id),
    loadRules(),
    loadPages(id),
  ]);
  const rules = [...siteRules, ...asRules(host, drops)];
  const working = byId('working');
  const [shown, first] = await Promise.all([
    openFrame(byId('main'), t('article')),
    clean(capture, rules, async (part) => {
      working.textContent = t('working', Math.round(part * 100));
      await new Promise(requestAnimationFrame);
    }),
  ]);
  const outcome = pages.length > 0 ? await together(capture, pages, rules, first) : first;
  working.remove();
  const title = outcome.title ?? capture.title;
  document.title = title ? `${title} · Readwell` : 'Readwell';
  nameTheWayBack(outcome.siteName ?? site);
  if (outcome.ok) showArticle(shown, outcome, preferences.now.pictures);
  else showNoArticle(shown, outcome, capture);
  // The look is there before the first frame is drawn, the rest comes after it.
  preferences.follow((settings) => applyLook(document.documentElement, settings));
  preferences.follow((settings) => applyLook(shown.documentElement, settings));
  const { pictures } = preferences.now;
  preferences.follow((settings) => {
    if (settings.pictures !== pictures) void preferences.stored().then(() => readAgain(shown, 'appearance'));
  });
  const place = takePlace();
  shown.scrollingElement?.scrollTo({ top: place?.top ?? 0, behavior: 'instant' });
  await drawn();
  const rule = siteRules.find((rule) => rule.host === host);
  await addFeatures({
    id,
    capture,
    outcome,
    site,
    host,
    shown,
    preferences,
    drops,
    pages,
    rules,
    rule,
    notes: () => [],
  });
  if (place?.panel) openPanel(place.panel);
}

/** The article of all its pages. What was removed is told of the first one. */
async function together(capture: Capture, pages: Page[], rules: SiteRule[], first: Outcome): Promise<Outcome> {
  const outcome = await cleanTogether(capture, pages, rules);
  return first.trace ? { ...outcome, trace: first.trace } : outcome;
}

async function explain(problem: Problem): Promise<void> {
  byId('working').remove();
  const preferences = await Preferences.load('');
  const shown = await openFrame(byId('main'), t('noArticle'));
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

async function addFeatures(reading: Reading): Promise<void> {
  const { shown, preferences } = reading;
  prepareWideParts(shown);
  footnotes(shown);
  followLinks(shown);
  lightbox(shown);
  embedCards(shown);
  further(reading);
  progress(reading);
  const commands = [
    goBack(),
    outline(reading),
    listen(reading),
    await notes(reading),
    take(reading),
    removed(reading),
    appearance(reading),
  ].flat();
  listenForKeys(commands, [document, shown], preferences);
  shown.defaultView?.focus();
  if (shown.querySelector('pre code[class]')) (await import('./code/colours.js')).colourCode(shown);
}

await start();
