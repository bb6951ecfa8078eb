// What the extension can ask of the script that it has put into a page. That script keeps to an isolated world of its own.
import type { Capture, Want } from './capture.js';

export interface PageSide {
  /** Takes the page down as HTML, without changing it. */
  capture(want: Want): Capture;
  /** Hides the elements of these ordinals of the last capture, but for the title's. Says how many it hid. */
  hide(ordinals: number[], title: string): number;
  /** Shows again what `hide` has hidden. Says whether there was anything to show. */
  restore(): boolean;
}

declare global {
  var readwell: PageSide | undefined;
}
