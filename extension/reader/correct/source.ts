// The captured page as a document, and where in it the parts of the shown article come from.
import type { Outcome } from 'readwell';
import type { Capture } from '../../page/capture.js';

/** A part of the source that holds this many times the letters of a shown part is more than that part. */
const MORE = 1.5;

export class Source {
  readonly #elements: Element[];
  readonly #kept: Element[];
  readonly #letters = new Map<Element, string>();

  constructor(
    { html }: Capture,
    readonly outcome: Outcome,
  ) {
    // What stands in `<noscript>` is text to whoever numbers elements, and would be elements here.
    const plain = html.replace(/(<noscript\b[^>]*>)[\s\S]*?(<\/noscript>)/gi, '$1$2');
    this.#elements = [...new DOMParser().parseFromString(plain, 'text/html').querySelectorAll('*')];
    this.#kept = outcome.trace?.kept.flatMap((ordinal) => this.#elements[ordinal] ?? []) ?? [];
  }

  /** The element whose start tag has that place among all start tags. */
  at(ordinal: number): Element | undefined {
    return this.#elements[ordinal];
  }

  ordinalOf(element: Element): number {
    return this.#elements.indexOf(element);
  }

  /** The element that a part of the shown article was made of; nothing, if the source has it as a piece of a larger one. */
  of(part: Element, article: Element): Element | undefined {
    const letters = lettersOf(part);
    if (letters === '') return this.#ofPicture(part);
    const twins = [...article.querySelectorAll(part.localName)].filter((other) => lettersOf(other) === letters);
    const found = this.#kept.filter((element) => this.#lettersOf(element).includes(letters));
    const least = Math.min(...found.map((element) => this.#lettersOf(element).length));
    if (least > letters.length * MORE) return undefined;
    const smallest = found.filter((element) => this.#lettersOf(element).length === least);
    // An element and the boxes around it, which hold nothing else: the outermost is the part.
    const outermost = smallest.filter(
      (element) => !smallest.some((other) => other !== element && other.contains(element)),
    );
    return outermost[twins.indexOf(part)] ?? outermost[0];
  }

  #ofPicture(part: Element): Element | undefined {
    const shown = part.matches('img, video, audio') ? part : part.querySelector('img, video, audio');
    const name = fileOf(shown?.getAttribute('src') ?? shown?.querySelector('source')?.getAttribute('src') ?? '');
    if (!name) return undefined;
    const picture = this.#kept.find((element) => [...element.attributes].some(({ value }) => value.includes(name)));
    return picture && alone(picture);
  }

  #lettersOf(element: Element): string {
    const known = this.#letters.get(element) ?? lettersOf(element);
    this.#letters.set(element, known);
    return known;
  }
}

/** Letters and digits alone: quotes, dashes and spaces are set anew in the article. */
function lettersOf(element: Element): string {
  return (element.textContent ?? '').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The last part of a picture's address, which its page has in some attribute. */
function fileOf(address: string): string {
  return /^data:/.test(address) ? address.slice(0, 200) : (/([^/?#]+)(?:[?#]|$)/.exec(address)?.[1] ?? '');
}

/** A picture with the boxes that hold nothing else. */
function alone(picture: Element): Element {
  let box = picture;
  while (box.parentElement && box.parentElement.localName !== 'body') {
    if (lettersOf(box.parentElement) !== '' || box.parentElement.querySelectorAll('img').length > 1) break;
    box = box.parentElement;
  }
  return box;
}
