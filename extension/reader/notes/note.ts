/** A highlighted passage, and what the reader wrote about it. */
export interface Note {
  id: string;
  quote: string;
  /** Where it is in the shown article's text, in UTF-16 units, white space aside. */
  start: number;
  end: number;
  text: string;
}
