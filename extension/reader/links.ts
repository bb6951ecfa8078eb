// Links of the article. Its frame may not open anything by itself, so we do it.

/** Follows links: within the article by scrolling, all others in a tab of their own. */
export function followLinks(shown: Document): void {
  shown.addEventListener('click', follow);
  shown.addEventListener('auxclick', (event) => {
    if (event.button === 1) follow(event);
  });
}

function follow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (!link) return;
  event.preventDefault();
  const address = link.getAttribute('href') ?? '';
  if (address.startsWith('#')) scrollTo(link.ownerDocument.getElementById(decodeURIComponent(address.slice(1))));
  else if (/^(https?|mailto|tel):/i.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
}

/** Brings an element into view, and the keyboard's focus with it. */
export function scrollTo(target: HTMLElement | null, block: ScrollLogicalPosition = 'start'): void {
  if (!target) return;
  target.scrollIntoView({ block });
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
