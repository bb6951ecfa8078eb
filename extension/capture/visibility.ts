// Which elements of a page are not shown. Style sheets decide that, and a serialized page comes without them.

import { isHtml } from './namespace.js';

/** Hidden text of more characters, links aside, may be the article that a script has yet to show. */
const WORTH_READING = 140;

/** Elements that are no boxes, or that are shown once a reader opens or loads something. */
const NOT_ASKED = new Set(
  'area audio base br col colgroup head html link meta noscript option param picture script source summary svg img title track video wbr math'.split(
    ' ',
  ),
);

export type Visibility = 'shown' | 'hidden' | 'waiting';

/** `waiting` is what is not on the screen, and yet too long to be a menu or a dialog. */
export function isHidden(element: Element): Visibility {
  if (NOT_ASKED.has(element.localName) || !isHtml(element)) return 'shown';
  if (element.checkVisibility({ visibilityProperty: true })) return 'shown';
  if (element.closest('details, [hidden="until-found"]')) return 'waiting';
  if (getComputedStyle(element).display === 'contents') return 'shown';
  return prose(element) > WORTH_READING ? 'waiting' : 'hidden';
}

function prose(element: Element): number {
  let length = (element.textContent ?? '').trim().length;
  for (const link of element.querySelectorAll('a')) length -= (link.textContent ?? '').length;
  return length;
}
