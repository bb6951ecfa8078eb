// Cards of what other sites play or draw. Nothing is loaded from them before the user asks for it.
import { t } from '../../page/text.js';
import { byId, element } from '../element.js';
import { playerOf } from './players.js';

/** What a player needs. It is of its own origin: to that one alone it may speak. */
const SANDBOX = 'allow-scripts allow-same-origin allow-presentation';

export function embedCards(shown: Document): void {
  for (const card of shown.querySelectorAll('figure.embed')) {
    const link = card.querySelector<HTMLAnchorElement>('figcaption a[href]');
    const address = link && playerOf(link.href);
    if (!address) continue;
    const name = link.textContent ?? '';
    // Its word comes from the style sheet, as that of the other buttons in the article.
    const play = shown.createElement('button');
    play.className = 'play';
    play.dataset.word = t('showHere');
    play.setAttribute('aria-label', `${t('showHere')}: ${name}`);
    play.addEventListener('click', () => show(address, name));
    card.append(play);
  }
}

/** The article's frame lets no script run, so that a player is shown above it. */
function show(address: string, name: string): void {
  const dialog = byId<HTMLDialogElement>('lightbox');
  const close = element('button', { type: 'button', class: 'close', 'aria-label': t('close') }, '×');
  const player = element('iframe', {
    src: address,
    title: name,
    sandbox: SANDBOX,
    allow: 'fullscreen; encrypted-media',
    referrerpolicy: 'no-referrer',
  });
  dialog.replaceChildren(close, player, element('p', { dir: 'auto' }, name));
  dialog.showModal();
}
