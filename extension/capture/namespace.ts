const HTML = 'http://www.w3.org/1999/xhtml';

/** Whether an element is one of HTML. An element of a frame is, and yet no `HTMLElement` of our own window. */
export function isHtml(element: Element): element is HTMLElement {
  return element.namespaceURI === HTML;
}
