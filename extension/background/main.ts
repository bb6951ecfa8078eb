// What the user does with the browser, and what comes of it.
import { dropForbidden } from '../page/by-itself.js';
import { openByItself } from './by-itself.js';
import { declutter } from './declutter.js';
import { addMenus, MENUS } from './menus.js';
import { forgetTab } from './opened.js';
import { read } from './read.js';

chrome.runtime.onInstalled.addListener(({ reason }) => {
  void addMenus();
  // The options page begins with how to use it.
  if (reason === 'install') void chrome.runtime.openOptionsPage();
});

chrome.action.onClicked.addListener((tab) => void read(tab, 'auto'));

chrome.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  if (!tab) return;
  if (menuItemId === MENUS.page) void read(tab, 'page');
  if (menuItemId === MENUS.selection) void read(tab, 'selection');
  if (menuItemId === MENUS.declutter) void declutter(tab);
});

chrome.tabs.onUpdated.addListener((_id, { status }, tab) => {
  if (status === 'complete') void openByItself(tab);
});

chrome.tabs.onRemoved.addListener((id) => void forgetTab(id));

chrome.permissions.onRemoved.addListener(() => void dropForbidden());

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === 'declutter' && tab) void declutter(tab);
});
