/** A highlighted passage, and what the reader wrote about it. */
export interface Note {
  id: string;
  quote: string;
  /** Where it is in the shown article's text, in UTF-16 units, white space aside. */
  start: number;
  end: number;
  text: string;
}

export function isNote(value: unknown): value is Note {
  const { id, quote, start, end, text } = (value ?? {}) as Partial<Record<string, unknown>>;
  const isPlace = Number.isInteger(start) && Number.isInteger(end) && Number(start) >= 0 && Number(end) > Number(start);
  return isPlace && [id, quote, text].every((field) => typeof field === 'string');
}
