// What the page and its worker say to each other.
import type { Outcome } from 'readwell';
import type { Page } from './page.js';

export type Order =
  | { readonly kind: 'clean'; readonly html: Page['html']; readonly url: string | undefined }
  | { readonly kind: 'stream'; readonly html: Page['html']; readonly chunkBytes: number; readonly pause: number };

export type Report =
  | { readonly kind: 'progress'; readonly part: number }
  | ({ readonly kind: 'cleaned'; readonly outcome: Outcome } & Timing)
  | ({ readonly kind: 'step' } & StreamStep)
  | { readonly kind: 'streamed' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** Milliseconds inside Readwell: the median of so many runs. */
export interface Timing {
  readonly milliseconds: number;
  readonly runs: number;
}

/** How far a stream is after one chunk went in. */
export interface StreamStep {
  /** Bytes that went in so far, of `total`. */
  readonly bytesIn: number;
  readonly total: number;
  /** Bytes that came out so far. */
  readonly bytesOut: number;
  /** What came out for this chunk. */
  readonly text: string;
}
