// A CSS selector that finds an element, and its like on other pages of the site.

/** Names that a program made up, or that tell a state, are other ones on the next page. */
const MADE_UP = /\d|^(?:is|has|js)-|active|current|open|selected|visible|loaded|lazy|hidden/i;
const NAME = /^[a-z][a-z_-]{2,39}$/i;
/** Attributes whose values say what an element is for. */
const TELLING = ['role', 'itemprop', 'data-testid', 'data-component', 'aria-label'];

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
