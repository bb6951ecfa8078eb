// What the user does with the browser, and what comes of it.
import { declutter } from './declutter.js';
import { addMenus, MENUS } from './menus.js';
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

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === 'declutter' && tab) void declutter(tab);
});
