// Shadow trees. Extensions may look into closed ones too, each browser in its own way.

import { isHtml } from './namespace.js';

type Peeking = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

export function shadowRootOf(element: Element): ShadowRoot | null {
  const inFirefox = (element as Peeking).openOrClosedShadowRoot;
  if (inFirefox !== undefined) return inFirefox;
  return isHtml(element) ? (chrome.dom.openOrClosedShadowRoot(element) as ShadowRoot | null) : element.shadowRoot;
}
