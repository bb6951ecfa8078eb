// The site rules: listed, written, and exchanged as files.
import { loadRules, merged, type SiteRule, saveRules } from '../page/site-rules.js';
import { t } from '../page/text.js';
import { button, element } from '../reader/element.js';
import { save } from '../reader/take/file.js';
import { importData } from './data.js';
import { editRule } from './rule-editor.js';
import { none } from './sites.js';

export async function listRules(list: HTMLElement): Promise<void> {
  const items = (await loadRules()).map((rule) =>
    element(
      'li',
      {},
      element('p', {}, element('bdi', {}, rule.host), element('br'), element('code', { dir: 'ltr' }, summary(rule))),
      element(
        'div',
        { class: 'buttons' },
        button(t('edit'), () => editRule(rule, (edited) => replace(rule, edited))),
        button(t('remove'), () => void replace(rule, undefined)),
      ),
    ),
  );
  list.replaceChildren(...(items.length > 0 ? items : [none()]));
}

export function ruleButtons(): HTMLElement[] {
  return [
    button(t('addRule'), () => editRule({ host: '' }, (rule) => replace(undefined, rule))),
    button(t('exportData'), () => void exportRules()),
    button(t('importData'), () => void importData()),
  ];
}

function summary({ host: _, ...fields }: SiteRule): string {
  return Object.values(fields).flat().join(', ');
}

async function replace(old: SiteRule | undefined, rule: SiteRule | undefined): Promise<void> {
  const others = (await loadRules()).filter(({ host }) => host !== old?.host);
  await saveRules(merged(others, rule ? [rule] : []));
}

async function exportRules(): Promise<void> {
  save('readwell-site-rules.json', 'application/json', `${JSON.stringify(await loadRules(), null, 2)}\n`);
}
