// Says plainly why there is no article, and shows what text there is.
import type { NoArticle } from 'readwell';
import type { Problem } from '../page/address.js';
import type { Capture } from '../page/capture.js';
import { type Message, t } from '../page/text.js';
import { setLanguage } from './article.js';
import { element } from './element.js';

const REASONS: Readonly<Record<NoArticle['reason'], Message>> = {
  'empty-input': 'whyEmpty',
  'not-html': 'whyNotHtml',
  'too-little-text': 'whyTooLittle',
  'needs-scripts': 'whyNeedsScripts',
  'limit-exceeded': 'whyLimit',
};

/** Why, and what can be done. */
const PROBLEMS: Readonly<Record<Problem, [why: Message, now: Message]>> = {
  'out-of-bounds': ['whyOutOfBounds', 'whatNow'],
  pdf: ['whyPdf', 'whatNow'],
  'too-large': ['whyTooLarge', 'selectPart'],
  gone: ['whyGone', 'whatNow'],
};

export function showNoArticle(shown: Document, outcome: NoArticle, capture: Capture): void {
  setLanguage(shown, outcome);
  const why = capture.contentType === 'application/pdf' ? 'whyPdf' : REASONS[outcome.reason];
  const text = outcome.textContent.trim();
  const paragraphs = text ? text.split(/\n+/).map((line) => element('p', { dir: 'auto' }, line)) : [];
  show(shown, [
    notice(t(why), text ? t('textThereIs') : ''),
    element('main', {}, ...(outcome.title ? [element('h2', { dir: 'auto' }, outcome.title)] : []), ...paragraphs),
  ]);
}

export function showProblem(shown: Document, problem: Problem): void {
  shown.documentElement.lang = chrome.i18n.getUILanguage();
  const [why, now] = PROBLEMS[problem];
  show(shown, [element('main', {}, notice(t(why), t(now)))]);
}

function notice(why: string, more: string): HTMLElement {
  const lines = [why, more].filter(Boolean).map((line) => element('p', {}, line));
  const attributes = { class: 'notice', lang: chrome.i18n.getUILanguage(), dir: chrome.i18n.getMessage('@@bidi_dir') };
  return element('div', attributes, element('h1', {}, t('noArticle')), ...lines);
}

function show(shown: Document, nodes: Node[]): void {
  shown.title = t('noArticle');
  shown.body.replaceChildren(...nodes.map((node) => shown.importNode(node, true)));
}
