// Hides elements in place, and shows them again just as they were.

/** What each hidden element's `style` attribute was before. */
const before = new Map<HTMLElement | SVGElement, string | null>();

let listening: AbortController | undefined;

/** Hides elements, but for those that hold the article's title. Escape shows them again. Says how many were hidden. */
export function hide(elements: Element[], title: string): number {
  for (const element of elements) if (isStyled(element) && !holds(element, title)) hideOne(element);
  listening ??= listen();
  return before.size;
}

/** Shows again what was hidden. Says whether there was anything to show. */
export function restore(): boolean {
  const any = before.size > 0;
  for (const [element, style] of before) {
    // Set first in any case: Chrome leaves an empty attribute behind where it had none written down yet.
    element.setAttribute('style', style ?? '');
    if (style === null) element.removeAttribute('style');
  }
  before.clear();
  listening?.abort();
  listening = undefined;
  return any;
}

function hideOne(element: HTMLElement | SVGElement): void {
  if (before.has(element)) return;
  before.set(element, element.getAttribute('style'));
  element.style.setProperty('display', 'none', 'important');
}

function holds(element: Element, title: string): boolean {
  return title !== '' && [...element.querySelectorAll('h1')].some((heading) => heading.textContent?.includes(title));
}

function isStyled(element: Element): element is HTMLElement | SVGElement {
  return 'style' in element;
}

function listen(): AbortController {
  const listening = new AbortController();
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') restore();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal: listening.signal });
  return listening;
}
