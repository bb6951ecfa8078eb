// Puts the settings on a page: a theme's name and a few CSS variables.
import type { Settings } from '../page/settings.js';

const NUMBERS = ['size', 'weight', 'measure', 'leading', 'letter', 'word'] as const;
const COLOURS = ['paper', 'ink', 'link'] as const;

export function applyLook(root: HTMLElement, settings: Settings): void {
  root.dataset.theme = settings.theme;
  for (const name of NUMBERS) root.style.setProperty(`--${name}`, String(settings[name]));
  root.style.setProperty('--face', `var(--${settings.face})`);
  root.style.setProperty('--align', settings.justify ? 'justify' : 'start');
  root.style.setProperty('--hyphens', settings.hyphens ? 'auto' : 'manual');
  for (const name of COLOURS) {
    if (settings.theme === 'custom') root.style.setProperty(`--${name}`, settings[name]);
    else root.style.removeProperty(`--${name}`);
  }
  root.style.setProperty('color-scheme', settings.theme === 'custom' ? schemeOf(settings.paper) : '');
}

/** Whether a paper of this colour is a light or a dark one. */
function schemeOf(paper: string): 'light' | 'dark' {
  const [red = 0, green = 0, blue = 0] = (paper.match(/[0-9a-f]{2}/gi) ?? []).map((digits) =>
    Number.parseInt(digits, 16),
  );
  // The brightness of WCAG's first working drafts: enough to tell night from day.
  return (red * 299 + green * 587 + blue * 114) / 1000 > 127 ? 'light' : 'dark';
}
