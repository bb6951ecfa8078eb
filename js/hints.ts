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
    if (element instanceof view.HTMLElement) hints.set(hint(view, element), at);
    at += FIELDS;
  }
  return hints;
}

function hint(view: Window, element: HTMLElement): number[] {
  const image = element.localName === 'img';
  if (image && !isLoaded(element as HTMLImageElement)) return [];
  const { width, height } = element.getBoundingClientRect();
  const box = [pixels(width), pixels(height)];
  if (NOT_ASKED.has(element.localName)) return [0, 0, ...(image ? box : [])];
  const visibility = visibilityOf(view, element, width <= 1 && height <= 1);
  const size =
    visibility === SHOWN && hasText(element) ? Number.parseFloat(view.getComputedStyle(element).fontSize) : 0;
  return [visibility, pixels(size), ...box];
}

function visibilityOf(view: Window, element: HTMLElement, isTiny: boolean): number {
  const isVisible = element.checkVisibility({ visibilityProperty: true });
  if (isVisible && !isTiny) return SHOWN;
  const { display, position, overflow } = view.getComputedStyle(element);
  // It has no box of its own, and what is in it may well be shown.
  if (display === 'contents') return 0;
  if (!isVisible) return HIDDEN;
  // The way in which text is put by for those who listen.
  return hasText(element) && /absolute|fixed/.test(position) && overflow !== 'visible' ? HIDDEN : 0;
}

function hasText(element: HTMLElement): boolean {
  for (const child of element.childNodes) if (child.nodeType === 3 && child.nodeValue?.trim()) return true;
  return false;
}

function isLoaded(image: HTMLImageElement): boolean {
  return image.complete && Math.min(image.naturalWidth, image.naturalHeight) > PLACEHOLDER;
}

function pixels(length: number): number {
  return Math.min(MOST, Math.round(length || 0));
}
