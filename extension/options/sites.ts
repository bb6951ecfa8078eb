// The sites that have settings of their own.
import { SITE_PREFIX } from '../page/settings.js';
import { t } from '../page/text.js';
import { button, element } from '../reader/element.js';

export async function listSites(list: HTMLElement): Promise<void> {
  const keys = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith(SITE_PREFIX));
  const items = keys.sort().map((key) => {
    const remove = button(t('remove'), () => void chrome.storage.local.remove(key));
    return element('li', {}, element('p', {}, key.slice(SITE_PREFIX.length)), remove);
  });
  list.replaceChildren(...(items.length > 0 ? items : [element('li', {}, element('p', {}, t('noSites')))]));
}
