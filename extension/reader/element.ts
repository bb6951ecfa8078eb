/** Makes an element, with text and elements in it. Text is never read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number | boolean | null | undefined> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(attribute, value === true ? '' : String(value));
    }
  }
  made.append(...children);
  return made;
}

/** The element of that id, which the page's HTML has for certain. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found as T;
}

/** A button with a word on it. */
export function button(label: string, action: () => void, kind = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', class: `button ${kind}`.trim() }, label);
  made.addEventListener('click', action);
  return made;
}
