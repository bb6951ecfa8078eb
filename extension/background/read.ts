// Opens a tab's page in the reader, in the same tab, so that Back leads back to it.
import { isOurs, readerAddress } from '../page/address.js';
import type { Want } from '../page/capture.js';
import { keep } from '../page/captures.js';
import { captureTab, OutOfBounds } from './capture-tab.js';

export async function read(tab: chrome.tabs.Tab, want: Want): Promise<void> {
  if (tab.id === undefined) return;
  // The same button leads in and out.
  if (isOurs(tab.url)) return chrome.tabs.goBack(tab.id).catch(() => {});
  try {
    const capture = await keep(await captureTab(tab.id, want));
    await chrome.tabs.update(tab.id, { url: readerAddress({ capture }) });
  } catch (error) {
    if (!(error instanceof OutOfBounds)) throw error;
    await chrome.tabs.create({ url: readerAddress({ problem: 'out-of-bounds' }), openerTabId: tab.id });
  }
}
