// Shadow trees. Extensions may look into closed ones too, each browser in its own way.

import { isHtml } from './namespace.js';

type Peeking = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

export function shadowRootOf(element: Element): ShadowRoot | null {
  const chromes = globalThis.chrome?.dom?.openOrClosedShadowRoot;
  if (chromes && isHtml(element)) return chromes(element) as ShadowRoot | null;
  return (element as Peeking).openOrClosedShadowRoot ?? element.shadowRoot;
}
