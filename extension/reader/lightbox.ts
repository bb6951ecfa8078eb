// A picture as large as the window.
import { t } from '../page/text.js';
import { byId, element } from './element.js';
import type { Reading } from './reading.js';

/** Smaller pictures have nothing more to show. In CSS pixels. */
const LEAST = 160;

export function lightbox({ shown, preferences }: Reading): void {
  const dialog = byId<HTMLDialogElement>('lightbox');
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.replaceChildren());
  const enlarge = (image: HTMLImageElement): void => {
    const close = element('button', { type: 'button', class: 'close', 'aria-label': t('close') }, '×');
    const large = element('img', { src: image.currentSrc || image.src, alt: image.alt, referrerpolicy: 'no-referrer' });
    const words = image.closest('figure')?.querySelector('figcaption')?.textContent ?? image.alt;
    dialog.replaceChildren(close, large, element('p', { dir: 'auto' }, words));
    dialog.showModal();
  };
  // Pictures that were withheld come later.
  preferences.follow(({ pictures }) => {
    if (pictures) for (const image of shown.querySelectorAll<HTMLImageElement>('main img')) whenLoaded(image);
  });
  const asked = (event: Event): void => {
    const image = event.target as Element | null;
    if (!image?.matches?.('img.enlargeable')) return;
    event.preventDefault();
    enlarge(image as HTMLImageElement);
  };
  shown.addEventListener('click', asked);
  shown.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') asked(event);
  });
}

function whenLoaded(image: HTMLImageElement): void {
  if (image.closest('a')) return;
  if (image.complete) prepare(image);
  else image.addEventListener('load', () => prepare(image), { once: true });
}

function prepare(image: HTMLImageElement): void {
  if (image.clientWidth < LEAST) return;
  image.tabIndex = 0;
  image.setAttribute('role', 'button');
  image.setAttribute('aria-label', [t('enlarge'), image.alt].filter(Boolean).join(': '));
  image.classList.add('enlargeable');
}
