// How the elements of a captured page are shown, as a text: it has to pass through channels that take little else.

/** Numbers for each element; those that are 0 at the end are left out. */
const FIELDS = 4;

export function writeHints(hints: readonly number[][]): string {
  return hints.map((numbers) => numbers.join(' ')).join(',');
}

/** The core's option of that name; nothing, where nothing is known. What is no number is 0, as what is not known. */
export function readHints(text: string): Uint16Array | null {
  if (text === '') return null;
  const elements = text.split(',');
  const hints = new Uint16Array(elements.length * FIELDS);
  for (const [at, numbers] of elements.entries()) {
    if (numbers !== '') hints.set(numbers.split(' ').slice(0, FIELDS).map(Number), at * FIELDS);
  }
  return hints;
}
