// A form for one site rule.
import { mistakeIn } from '../page/cleaning.js';
import { LISTS, readRule, SINGLES, type SiteRule } from '../page/site-rules.js';
import { type Message, t } from '../page/text.js';
import { button, byId, element } from '../reader/element.js';

type Field = 'host' | (typeof LISTS)[number] | (typeof SINGLES)[number];

const LABELS: Readonly<Record<Field, Message>> = {
  host: 'ruleHost',
  content: 'ruleContent',
  remove: 'ruleRemove',
  title: 'ruleTitle',
  author: 'ruleAuthor',
  date: 'ruleDate',
};

/** Shows a rule in a form; `keep` gets what becomes of it. */
export function editRule(rule: SiteRule, keep: (rule: SiteRule) => Promise<void>): void {
  const dialog = byId<HTMLDialogElement>('rule');
  const inputs = new Map<Field, HTMLInputElement | HTMLTextAreaElement>([
    ['host', element('input', { type: 'text', spellcheck: 'false' })],
    ...LISTS.map((name): [Field, HTMLTextAreaElement] => [name, element('textarea', { rows: 3, spellcheck: 'false' })]),
    ...SINGLES.map((name): [Field, HTMLInputElement] => [
      name,
      element('input', { type: 'text', spellcheck: 'false' }),
    ]),
  ]);
  for (const [name, input] of inputs) {
    input.name = name;
    input.dir = 'ltr';
    input.value = [rule[name] ?? []].flat().join('\n');
  }
  const problem = element('p', { class: 'problem', role: 'alert' });
  const form = element(
    'form',
    { method: 'dialog' },
    element('h2', {}, t('siteRules')),
    ...[...inputs].map(([name, input]) => element('label', { class: 'field' }, t(LABELS[name]), input)),
    problem,
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'submit', class: 'button main' }, t('keep')),
      button(t('cancel'), () => dialog.close()),
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const read = ruleOf(inputs);
    const mistake = typeof read === 'string' ? read : await mistakeIn(read);
    if (typeof read === 'string' || mistake !== undefined) problem.textContent = mistake ?? '';
    else await keep(read).then(() => dialog.close());
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}

/** The rule that was written, or what is wrong with it. */
function ruleOf(inputs: Map<Field, { value: string }>): SiteRule | string {
  const lines = (name: Field): string[] =>
    (inputs.get(name)?.value ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const fields = [
    ['host', lines('host')[0]?.toLowerCase()],
    ...LISTS.map((name) => [name, lines(name)]),
    ...SINGLES.map((name) => [name, lines(name)[0]]),
  ];
  const bad = [...LISTS, ...SINGLES].flatMap(lines).find((selector) => !isSelector(selector));
  if (bad) return t('badSelector', bad);
  const rule = readRule(Object.fromEntries(fields));
  return rule && Object.keys(rule).length > 1 ? rule : t(rule ? 'emptyRule' : 'badHost');
}

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
