// Whether the site's articles open in the reader by themselves. The browser asks for the permission which that needs.
import { opensByItself, siteOf, startOpening, stopOpening } from '../page/by-itself.js';
import type { Capture } from '../page/capture.js';
import { t } from '../page/text.js';
import { element } from './element.js';

export function byItselfSwitch({ url }: Capture): HTMLElement[] {
  const site = siteOf(url);
  if (!site) return [];
  const input = element('input', { type: 'checkbox', name: 'by-itself' });
  void opensByItself(site).then((opens) => {
    input.checked = opens;
  });
  input.addEventListener('change', async () => {
    if (input.checked) input.checked = await startOpening(site).catch(() => false);
    else await stopOpening(site);
  });
  return [element('label', { class: 'switch' }, input, t('openByItself', new URL(site).hostname))];
}
