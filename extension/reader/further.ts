// An article that goes on on a further page: it is fetched and put behind when the user asks for it.
import { opensByItself, siteOf } from '../page/by-itself.js';
import { TooLarge } from '../page/captures.js';
import { fetchFurther, savePages } from '../page/pages.js';
import { t } from '../page/text.js';
import { readAgain } from './again.js';
import type { Reading } from './reading.js';
import { say } from './say.js';

export function further(reading: Reading): void {
  const { outcome, shown } = reading;
  const site = outcome.ok ? siteOf(outcome.nextPage) : undefined;
  if (!site) return;
  // Its word comes from the style sheet, as that of the other buttons in the article.
  const more = shown.createElement('button');
  more.className = 'further';
  more.setAttribute('aria-label', t('further'));
  more.addEventListener('click', async () => {
    const permission = { origins: [`${site}/*`] };
    if (!(await chrome.permissions.request(permission).catch(() => false))) return;
    more.disabled = true;
    say(t('fetching'));
    const fetched = await fetchInto(reading).finally(async () => {
      more.disabled = false;
      // It was for these pages alone, unless the user has allowed more before.
      if (!(await opensByItself(site))) await chrome.permissions.remove(permission).catch(() => false);
    });
    if (fetched) readAgain(shown);
  });
  shown.body.append(more);
}

/** Says whether the pages are there. */
async function fetchInto({ id, capture, pages, rules }: Reading): Promise<boolean> {
  const all = await fetchFurther(capture, pages, rules);
  try {
    await savePages(id, all);
    return true;
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    say(t('whyTooLarge'));
    return false;
  }
}
