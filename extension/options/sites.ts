// The sites that have settings of their own, and those whose articles open by themselves.
import { sitesByThemselves, stopOpening } from '../page/by-itself.js';
import { SITE_PREFIX } from '../page/settings.js';
import { t } from '../page/text.js';
import { button, element } from '../reader/element.js';

export async function listSites(list: HTMLElement): Promise<void> {
  const keys = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith(SITE_PREFIX));
  const items = keys
    .sort()
    .map((key) => item(key.slice(SITE_PREFIX.length), () => void chrome.storage.local.remove(key)));
  list.replaceChildren(...(items.length > 0 ? items : [none()]));
}

export async function listByThemselves(list: HTMLElement): Promise<void> {
  const items = (await sitesByThemselves()).map((site) => item(site, () => void stopOpening(site)));
  list.replaceChildren(...(items.length > 0 ? items : [none()]));
}

export function none(): HTMLElement {
  return element('li', {}, element('p', {}, t('noSites')));
}

function item(site: string, remove: () => void): HTMLElement {
  return element('li', {}, element('p', {}, element('bdi', {}, site)), button(t('remove'), remove));
}
