import type { Cleaned } from '../page.js';

/** One tab of the result. */
export interface View {
  show(cleaned: Cleaned): void;
  /** What copying or downloading it gives. */
  content(cleaned: Cleaned): Content;
}

export interface Content {
  readonly text: string;
  readonly type: string;
  readonly extension: string;
}
