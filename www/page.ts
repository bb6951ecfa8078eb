import type { Outcome } from 'readwell';
import type { Timing } from './messages.js';

/** A page to clean. */
export interface Page {
  /** What it is called here: a sample's or a file's name. */
  readonly name: string;
  readonly html: string | Uint8Array<ArrayBuffer>;
  /** Its own address, if that is known. */
  readonly url?: string;
  /** Pictures that this demo has itself, by the last part of their address in the page. */
  readonly pictures?: Readonly<Record<string, string>>;
}

/** A page and what cleaning it gave. */
export interface Cleaned extends Timing {
  readonly page: Page;
  /** The page as text. */
  readonly source: string;
  readonly outcome: Outcome;
  /** UTF-8 bytes of the page. */
  readonly bytesIn: number;
  /** UTF-8 bytes of the article's HTML, or of the text where there is no article. */
  readonly bytesOut: number;
}
