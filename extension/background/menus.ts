import { t } from '../page/text.js';

/** The ids of our items in the context menu. */
export const MENUS = { page: 'read-page', selection: 'read-selection', declutter: 'declutter' } as const;

export async function addMenus(): Promise<void> {
  await chrome.contextMenus.removeAll();
  chrome.contextMenus.create({ id: MENUS.page, title: t('readThisPage'), contexts: ['page', 'link', 'image'] });
  chrome.contextMenus.create({ id: MENUS.selection, title: t('readSelection'), contexts: ['selection'] });
  chrome.contextMenus.create({ id: MENUS.declutter, title: t('declutterThisPage'), contexts: ['page'] });
}
