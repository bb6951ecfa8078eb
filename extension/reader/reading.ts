// What is being read, and what the features of the reader share.
import type { Outcome } from 'readwell';
import type { Capture } from '../page/capture.js';
import type { Corrections } from '../page/corrections.js';
import type { Page } from '../page/pages.js';
import type { SiteRule } from '../page/site-rules.js';
import type { Message } from '../page/text.js';
import type { Note } from './notes/note.js';
import type { Preferences } from './preferences.js';

export interface Reading {
  /** The capture's name. */
  id: string;
  capture: Capture;
  outcome: Outcome;
  /** The site's host with its port, by which settings are kept. */
  site: string;
  /** The site's host, which rules name. */
  host: string;
  /** The document in the frame. No script runs in it; ours look at it from outside. */
  shown: Document;
  preferences: Preferences;
  /** What the user has dropped from this page, and brought back. */
  corrections: Corrections;
  /** The further pages that were fetched. */
  pages: Page[];
  /** What the user has taught us about sites. */
  rules: SiteRule[];
  /** The rule for this very host. */
  rule: SiteRule | undefined;
  /** The reader's own highlights and notes, as they stand. */
  notes(): Note[];
}

/** Something that can be done by a key. */
export interface Command {
  /** As in `KeyboardEvent.key`; the first is the one that the help names. */
  keys: readonly string[];
  label: Message;
  run(): void;
}
