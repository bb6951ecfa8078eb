// The article's pictures, which the user may not want fetched: what each shows, in words, then stands in its place.
import { t } from '../page/text.js';

/** What stands in for which picture. */
const instead = new WeakMap<Element, Element>();

/** Puts words in the place of pictures, or the pictures back. None is fetched that has not been in a shown document. */
export function showPictures(main: ParentNode, wanted: boolean): void {
  if (wanted) for (const words of main.querySelectorAll('.withheld')) words.replaceWith(instead.get(words) ?? '');
  else for (const picture of main.querySelectorAll('picture, img, video')) if (picture.isConnected) withhold(picture);
}

/** The words come from the style sheet, so that the text is the same with pictures and without. */
function withhold(picture: Element): void {
  const alt = picture.getAttribute('alt') ?? picture.querySelector('img')?.getAttribute('alt');
  const words = picture.ownerDocument.createElement('span');
  words.className = 'withheld';
  words.setAttribute('role', 'img');
  words.setAttribute('aria-label', alt || t('picture'));
  instead.set(words, picture);
  picture.replaceWith(words);
}
