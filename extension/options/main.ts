// The options page: what holds for all sites, what differs at some, and the user's own data.
import { fillIn, speak, t } from '../page/text.js';
import { lookControls, toggle } from '../reader/appearance.js';
import { button, byId, element } from '../reader/element.js';
import { applyLook } from '../reader/look.js';
import { Preferences } from '../reader/preferences.js';
import { exportData, forgetEverything, importData } from './data.js';
import { listRules, ruleButtons } from './rules.js';
import { listByThemselves, listSites } from './sites.js';

speak(document.documentElement);
fillIn(document);
const preferences = await Preferences.load('');
preferences.follow((settings) => applyLook(document.documentElement, settings));
byId('look').append(...lookControls(preferences));
byId('keyboard').append(toggle(preferences, 'keys'), element('p', {}, t('changeShortcut')));

const showLists = async (): Promise<void> => {
  await listByThemselves(byId('by-themselves'));
  await listSites(byId('sites'));
  await listRules(byId('rules'));
};
await showLists();
chrome.storage.onChanged.addListener(() => void showLists());
byId('rule-buttons').append(...ruleButtons());

byId('data').append(
  button(t('exportData'), () => void exportData()),
  button(t('importData'), () => void importData()),
  button(t('forget'), () => void forgetEverything()),
);
document.documentElement.dataset.state = 'ready';
