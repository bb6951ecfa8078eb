// CSS selectors for an element: one that finds it on this page alone, and one that finds its like on other pages.

/** Names that a program made up, or that tell a state, are other ones on the next page. */
const MADE_UP = /\d|^(?:is|has|js)-|active|current|open|selected|visible|loaded|lazy|hidden/i;
const NAME = /^[a-z][a-z_-]{2,39}$/i;
/** Attributes whose values say what an element is for. */
const TELLING = ['role', 'itemprop', 'data-testid', 'data-component', 'aria-label'];

/** The element by its place in the page, in as few steps as tell it from all others. */
export function exactSelector(element: Element): string {
  let selector = stepTo(element);
  for (let at = element.parentElement; at && !isAlone(element, selector); at = at.parentElement) {
    selector = `${stepTo(at)} > ${selector}`;
  }
  return selector;
}

function isAlone(element: Element, selector: string): boolean {
  const found = element.ownerDocument.querySelectorAll(selector);
  return found.length === 1 && found[0] === element;
}

function stepTo(element: Element): string {
  if (element.id) return `${element.localName}#${CSS.escape(element.id)}`;
  const place = [...(element.parentElement?.children ?? [element])].indexOf(element) + 1;
  return `${element.localName}:nth-child(${place})`;
}

/** The element and its like, by what the site calls it; nothing, where that would take more than `bearable` lets it. */
export function generalSelector(element: Element, bearable: (found: Element[]) => boolean): string | undefined {
  const page = element.ownerDocument;
  return [...candidates(element)].find((selector) => bearable([...page.querySelectorAll(selector)]));
}

/** The most telling first. */
function* candidates(element: Element): Generator<string> {
  const own = [...namesOf(element)];
  yield* own;
  const boxes = [];
  for (let box = element.parentElement; box && box.localName !== 'body'; box = box.parentElement) boxes.push(box);
  for (const box of boxes) {
    for (const name of namesOf(box)) yield `${name} ${own[0] ?? element.localName}`;
  }
}

function* namesOf(element: Element): Generator<string> {
  if (isName(element.id)) yield `#${CSS.escape(element.id)}`;
  const classes = [...element.classList].filter(isName).map((name) => `.${CSS.escape(name)}`);
  for (const name of classes) yield `${element.localName}${name}`;
  if (classes.length > 1) yield element.localName + classes.join('');
  for (const attribute of TELLING) {
    const value = element.getAttribute(attribute);
    if (value && !/[\d"\\]/.test(value)) yield `${element.localName}[${attribute}="${value}"]`;
  }
}

function isName(text: string): boolean {
  return NAME.test(text) && !MADE_UP.test(text);
}
