// How a live page is shown. Style sheets and scripts decide that, and its serialization does not tell. Only reads the page.

/** Numbers for each element: visibility, size of its text, width and height of its box. */
const FIELDS = 4;
const SHOWN = 1;
const HIDDEN = 2;
const MOST = 0xffff;

/** Elements that are no boxes, or that are shown once something is loaded or opened: their visibility tells nothing. */
const NOT_ASKED = new Set(
  'area audio base br col colgroup datalist head html iframe img link meta noscript object option param picture script source style template title track video wbr'.split(
    ' ',
  ),
);

/** A loaded picture of no more than this a side is a placeholder, and its box tells nothing of what will be there. */
const PLACEHOLDER = 2;

/** The `hints` option for a document's serialization; nothing where the document is not on a screen. */
export function hintsOf(document: Document): Uint16Array | undefined {
  const view = document.defaultView;
  if (!view || typeof document.body?.checkVisibility !== 'function' || !document.body.checkVisibility())
    return undefined;
  const elements = document.querySelectorAll('*');
  const hints = new Uint16Array(elements.length * FIELDS);
  let at = 0;
  for (const element of elements) {
    if (element instanceof view.HTMLElement) hints.set(hintOf(view, element), at);
    at += FIELDS;
  }
  return hints;
}

/** The numbers of one element, but for those at the end that are 0. */
export function hintOf(view: Window, element: HTMLElement): number[] {
  if (element.localName === 'img') return isLoaded(element as HTMLImageElement) ? [0, 0, ...box(element)] : [];
  if (NOT_ASKED.has(element.localName)) return [];
  const isText = hasText(element);
  if (!isVisible(element)) return [isThrough(view, element, isText) ? 0 : HIDDEN];
  if (!isText) return [SHOWN];
  const { fontSize, position, overflow } = view.getComputedStyle(element);
  const size = box(element);
  // The way in which text is put by for those who listen.
  const isPutBy = Math.max(...size) <= 1 && /absolute|fixed/.test(position) && overflow !== 'visible';
  return [isPutBy ? HIDDEN : SHOWN, pixels(Number.parseFloat(fontSize)), ...size];
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/**
 * Whether an element that is not shown itself has something in it that is: it has no box of its own, or its content takes
 * itself out of what hides it. (A computed style costs much where nothing is shown, so it is asked for last.)
 */
function isThrough(view: Window, element: HTMLElement, isText: boolean): boolean {
  if ([...element.children].some(isVisible)) return true;
  const isOutermost = element.parentElement !== null && isVisible(element.parentElement);
  return isText && isOutermost && view.getComputedStyle(element).display === 'contents';
}

function box(element: Element): number[] {
  const { width, height } = element.getBoundingClientRect();
  return [pixels(width), pixels(height)];
}

function hasText(element: HTMLElement): boolean {
  for (const child of element.childNodes) if (child.nodeType === 3 && /\S/.test(child.nodeValue ?? '')) return true;
  return false;
}

function isLoaded(image: HTMLImageElement): boolean {
  return image.complete && Math.min(image.naturalWidth, image.naturalHeight) > PLACEHOLDER;
}

function pixels(length: number): number {
  return Math.min(MOST, Math.round(length || 0));
}
