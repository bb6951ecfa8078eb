// The panel in which one sets how the article looks.
import { DEFAULTS, FACES, RANGES, type Settings, THEMES } from '../page/settings.js';
import { type Message, t } from '../page/text.js';
import { byItselfSwitch } from './by-itself.js';
import { button, element } from './element.js';
import { Panel } from './panels.js';
import type { Preferences } from './preferences.js';
import type { Command, Reading } from './reading.js';

const SWITCHES = ['justify', 'hyphens', 'pictures'] as const;
const COLOURS = ['paper', 'ink', 'link'] as const;

/** The messages of the values of a choice. */
const THEME_NAMES: Readonly<Record<Settings['theme'], Message>> = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
  sepia: 'themeSepia',
  contrast: 'themeContrast',
  custom: 'themeCustom',
};
const FACE_NAMES: Readonly<Record<Settings['face'], Message>> = {
  serif: 'faceSerif',
  sans: 'faceSans',
  mono: 'faceMono',
  clear: 'faceClear',
};

export function appearance({ preferences, site, capture }: Reading): Command[] {
  const panel = new Panel('appearance', (body) =>
    body.append(
      element('div', { class: 'this-site' }, onlyHereSwitch(preferences, site), ...byItselfSwitch(capture)),
      ...lookControls(preferences),
    ),
  );
  const turn = (name: 'size' | 'measure', by: number): void => {
    const [least, most, step] = RANGES[name];
    const value = preferences.now[name] + by * step;
    preferences.change({ [name]: Math.min(most, Math.max(least, value)) });
  };
  const nextTheme = (): void => {
    const { theme } = preferences.now;
    preferences.change({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system' });
  };
  return [
    { keys: ['a'], label: 'appearance', run: () => panel.toggle() },
    { keys: ['t'], label: 'nextTheme', run: nextTheme },
    { keys: ['+', '='], label: 'larger', run: () => turn('size', 1) },
    { keys: ['-'], label: 'smaller', run: () => turn('size', -1) },
    { keys: [']'], label: 'wider', run: () => turn('measure', 1) },
    { keys: ['['], label: 'narrower', run: () => turn('measure', -1) },
  ];
}

/** The controls of all that can be set about the look. */
export function lookControls(preferences: Preferences): Node[] {
  const sliders = (Object.keys(RANGES) as (keyof typeof RANGES)[]).map((name) => slider(preferences, name));
  const colours = element('div', { class: 'colours' }, ...COLOURS.map((name) => colour(preferences, name)));
  preferences.follow(({ theme }) => {
    colours.hidden = theme !== 'custom';
  });
  return [
    choice(preferences, 'theme', THEMES, THEME_NAMES),
    colours,
    choice(preferences, 'face', FACES, FACE_NAMES),
    element('fieldset', {}, element('legend', {}, t('type')), ...sliders),
    ...SWITCHES.map((name) => toggle(preferences, name)),
    element(
      'div',
      { class: 'buttons last' },
      button(t('reset'), () => preferences.change(DEFAULTS)),
    ),
  ];
}

function onlyHereSwitch(preferences: Preferences, site: string): HTMLElement {
  const onlyHere = element('input', { type: 'checkbox', name: 'only-here' });
  onlyHere.addEventListener('change', () => preferences.setOnlyHere(onlyHere.checked));
  preferences.follow(() => {
    onlyHere.checked = preferences.onlyHere;
  });
  return element('label', { class: 'switch' }, onlyHere, t('onlyHere', site || t('thisSite')));
}

function choice<K extends 'theme' | 'face'>(
  preferences: Preferences,
  name: K,
  values: readonly Settings[K][],
  names: Readonly<Record<Settings[K], Message>>,
): HTMLElement {
  const options = values.map((value) => {
    const radio = element('input', { type: 'radio', name, value });
    radio.addEventListener('change', () => preferences.change({ [name]: value }));
    preferences.follow((settings) => {
      radio.checked = settings[name] === value;
    });
    return element('label', { [`data-${name}`]: value }, radio, t(names[value]));
  });
  return element('fieldset', {}, element('legend', {}, t(name)), element('div', { class: 'choices' }, ...options));
}

function slider(preferences: Preferences, name: keyof typeof RANGES): HTMLElement {
  const [min, max, step] = RANGES[name];
  const input = element('input', { type: 'range', min, max, step, name });
  const output = element('output');
  input.addEventListener('input', () => preferences.change({ [name]: input.valueAsNumber }));
  preferences.follow((settings) => {
    input.value = String(settings[name]);
    output.textContent = settings[name].toLocaleString(chrome.i18n.getUILanguage());
  });
  return element('label', { class: 'slider' }, t(name), output, input);
}

export function toggle(preferences: Preferences, name: (typeof SWITCHES)[number] | 'keys'): HTMLElement {
  const input = element('input', { type: 'checkbox', name });
  input.addEventListener('change', () => preferences.change({ [name]: input.checked }));
  preferences.follow((settings) => {
    input.checked = settings[name];
  });
  return element('label', { class: 'switch' }, input, t(name === 'keys' ? 'letterKeys' : name));
}

function colour(preferences: Preferences, name: (typeof COLOURS)[number]): HTMLElement {
  const input = element('input', { type: 'color', name });
  input.addEventListener('input', () => preferences.change({ [name]: input.value }));
  preferences.follow((settings) => {
    input.value = settings[name];
  });
  return element('label', {}, t(name), input);
}
