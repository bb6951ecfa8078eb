// The options page: what holds for all sites, what differs at some, and the user's own data.
import { fillIn, speak, t } from '../page/text.js';
import { lookControls, toggle } from '../reader/appearance.js';
import { button, byId, element } from '../reader/element.js';
import { applyLook } from '../reader/look.js';
import { Preferences } from '../reader/preferences.js';
import { exportData, forgetEverything, importData } from './data.js';
import { listSites } from './sites.js';

speak(document.documentElement);
fillIn(document);
const preferences = await Preferences.load('');
preferences.follow((settings) => applyLook(document.documentElement, settings));
byId('look').append(...lookControls(preferences));
byId('keyboard').append(toggle(preferences, 'keys'), element('p', {}, t('changeShortcut')));

const showSites = (): Promise<void> => listSites(byId('sites'));
await showSites();
chrome.storage.onChanged.addListener(() => void showSites());

byId('data').append(
  button(t('exportData'), () => void exportData()),
  button(t('importData'), () => importData()),
  button(t('forget'), () => void forgetEverything()),
);
document.documentElement.dataset.state = 'ready';
