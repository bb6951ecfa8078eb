// How the reader looks and behaves. Each site may differ from the rest in any of it.

export const THEMES = ['system', 'light', 'dark', 'sepia', 'contrast', 'custom'] as const;
export const FACES = ['serif', 'sans', 'mono', 'clear'] as const;

export type Theme = (typeof THEMES)[number];
export type Face = (typeof FACES)[number];

export interface Settings {
  theme: Theme;
  /** The colours of the theme `custom`, as `#rrggbb`. */
  paper: string;
  ink: string;
  link: string;
  face: Face;
  /** In pixels. */
  size: number;
  weight: number;
  /** Characters in a line, about. */
  measure: number;
  /** Of a line, in the size of its type; as are the two spacings. */
  leading: number;
  letter: number;
  word: number;
  justify: boolean;
  hyphens: boolean;
  pictures: boolean;
  /** Whether single letters are commands. */
  keys: boolean;
  /** How it is read aloud; no voice is the browser's own choice. */
  speech: { rate: number; voice: string | undefined };
}

export const DEFAULTS: Readonly<Settings> = {
  theme: 'system',
  paper: '#eef3ee',
  ink: '#1f2a24',
  link: '#1c5a8a',
  face: 'serif',
  size: 19,
  weight: 400,
  measure: 66,
  leading: 1.6,
  letter: 0,
  word: 0,
  justify: false,
  hyphens: true,
  pictures: true,
  keys: true,
  speech: { rate: 1, voice: undefined },
};

/** Least, most and step of each number. */
export const RANGES = {
  size: [13, 34, 1],
  weight: [300, 700, 50],
  measure: [36, 110, 2],
  leading: [1.2, 2.4, 0.05],
  letter: [0, 0.15, 0.01],
  word: [0, 0.5, 0.02],
} as const satisfies Partial<Record<keyof Settings, readonly [number, number, number]>>;

/** Of speech. */
export const RATES = [0.5, 3, 0.1] as const;

type Check = (value: unknown) => boolean;

const isSwitch: Check = (value) => typeof value === 'boolean';
const isColour: Check = (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
const isOneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const isWithin =
  ([least, most]: readonly [number, number, number]): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;

/** What each setting may be. */
const CHECKS: Readonly<Record<keyof Settings, Check>> = {
  theme: isOneOf(THEMES),
  paper: isColour,
  ink: isColour,
  link: isColour,
  face: isOneOf(FACES),
  size: isWithin(RANGES.size),
  weight: isWithin(RANGES.weight),
  measure: isWithin(RANGES.measure),
  leading: isWithin(RANGES.leading),
  letter: isWithin(RANGES.letter),
  word: isWithin(RANGES.word),
  justify: isSwitch,
  hyphens: isSwitch,
  pictures: isSwitch,
  keys: isSwitch,
  speech: isManner,
};

function isManner(value: unknown): boolean {
  const { rate, voice } = (value ?? {}) as Partial<Record<string, unknown>>;
  return isWithin(RATES)(rate) && (voice === undefined || typeof voice === 'string');
}

/** The settings of a file or a store that can be used, and the names of those that can't. */
export function readSettings(value: unknown): { settings: Partial<Settings>; bad: string[] } {
  const given = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const isGood = ([name, value]: [string, unknown]): boolean =>
    Object.hasOwn(CHECKS, name) && CHECKS[name as keyof Settings](value);
  return {
    settings: Object.fromEntries(given.filter(isGood)),
    bad: given.filter((field) => !isGood(field)).map(([name]) => name),
  };
}

/** The settings as they are stored: those for everywhere, and what is different at one site. */
export interface Stored {
  everywhere: Settings;
  /** Nothing, while the site has no settings of its own. */
  here: Partial<Settings> | undefined;
}

/** Where the settings are kept: those for everywhere, and by host those of sites that have their own. */
export const EVERYWHERE = 'settings';
export const SITE_PREFIX = 'site:';
const siteKey = (site: string): string => SITE_PREFIX + site;

export async function loadSettings(site: string): Promise<Stored> {
  const found = await chrome.storage.local.get([EVERYWHERE, siteKey(site)]);
  return {
    everywhere: { ...DEFAULTS, ...readSettings(found[EVERYWHERE]).settings },
    here: found[siteKey(site)] === undefined ? undefined : readSettings(found[siteKey(site)]).settings,
  };
}

/** What holds at the site. */
export function effective({ everywhere, here }: Stored): Settings {
  return { ...everywhere, ...here };
}

export async function saveSettings(site: string, { everywhere, here }: Stored): Promise<void> {
  await chrome.storage.local.set({ [EVERYWHERE]: everywhere });
  if (here) await chrome.storage.local.set({ [siteKey(site)]: here });
  else await chrome.storage.local.remove(siteKey(site));
}
