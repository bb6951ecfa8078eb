// A footnote where its number is: the note comes to the reader, not the reader to the note.
import { t } from '../page/text.js';
import { element } from './element.js';

/** A link with a longer text is a link to a part of the article, and no footnote's number. */
const LONGEST_NUMBER = 4;

export function footnotes(shown: Document): void {
  const note = shown.importNode(
    element('aside', { class: 'footnote', role: 'note', tabindex: -1, hidden: true }),
    true,
  );
  shown.body.append(note);
  let from: HTMLElement | undefined;
  const close = (): void => {
    if (note.hidden) return;
    note.hidden = true;
    from?.focus({ preventScroll: true });
  };
  const open = (link: HTMLElement, target: Element): void => {
    from = link;
    note.setAttribute('aria-label', t('footnote'));
    note.replaceChildren(...[...target.cloneNode(true).childNodes].filter((child) => !isWayBack(child)));
    note.hidden = false;
    const { bottom } = link.getBoundingClientRect();
    note.style.top = `${bottom + (shown.scrollingElement?.scrollTop ?? 0) + 6}px`;
    note.focus({ preventScroll: true });
  };
  // Before all other listeners, which would scroll to the note.
  shown.addEventListener(
    'click',
    (event) => {
      const target = event.target as Element | null;
      const link = target?.closest<HTMLElement>('a[href^="#"]');
      const to = link && footnoteOf(shown, link);
      if (to && !note.contains(link)) {
        event.preventDefault();
        event.stopPropagation();
        open(link, to);
      } else if (!note.contains(target)) close();
    },
    { capture: true },
  );
  shown.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || note.hidden) return;
      event.preventDefault();
      close();
    },
    { capture: true },
  );
}

/** What a footnote's number leads to; nothing, for any other link. */
function footnoteOf(shown: Document, link: HTMLElement): Element | null {
  const text = link.textContent?.replace(/[[\]()\s]/g, '') ?? '';
  if (text.length === 0 || text.length > LONGEST_NUMBER || !link.closest('sup')) return null;
  const target = shown.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
  return target?.closest('li, dd, p, aside') ?? target;
}

/** The arrow that leads from a note back to its number. */
function isWayBack(node: Node): boolean {
  return node.nodeName === 'A' && /^(?:[\s↩↑^⤴]|\uFE0E)*$/u.test(node.textContent ?? '');
}
