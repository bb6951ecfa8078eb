import { call } from './engine.js';
import { coded } from './errors.js';
import { checked } from './options.js';
import { TextChunks } from './text-chunks.js';
import type { Options, Outcome } from './types.js';
import type { Cleaner as WasmCleaner } from './wasm/glue.js';

/**
 * Cleans a page that comes in pieces: `write` each, then `end` once. Any way of cutting the same page into pieces gives
 * the same outcome. All pieces are bytes, or all are strings.
 */
export class Cleaner {
  readonly #options: Options | undefined;
  #cleaner: WasmCleaner | undefined;
  #text: TextChunks | undefined;
  #written = false;

  constructor(options?: Options) {
    this.#options = options;
    this.#cleaner = call((glue) => new glue.Cleaner(checked(options)));
  }

  /** Takes the next piece. */
  write(chunk: string | Uint8Array): void {
    const cleaner = this.#open();
    if (typeof chunk === 'string') this.#writeText(chunk);
    else if (chunk instanceof Uint8Array) this.#writeBytes(cleaner, chunk);
    else throw coded('invalid-input', 'a piece of a page is a string or a Uint8Array');
  }

  /** Says that the page has ended. The cleaner can't be used again. */
  end(): Outcome {
    if (this.#text) this.#send(this.#open(), this.#text.end());
    const cleaner = this.#open();
    this.#cleaner = undefined;
    return call(() => cleaner.end());
  }

  #writeText(chunk: string): void {
    if (!this.#text) {
      if (this.#written) throw mixed();
      this.#text = new TextChunks();
      // A string is decoded already: no BOM, header or <meta> has a say in it.
      this.#open().free();
      this.#cleaner = call((glue) => glue.Cleaner.forText(this.#options));
    }
    this.#send(this.#open(), this.#text.encode(chunk));
  }

  #writeBytes(cleaner: WasmCleaner, chunk: Uint8Array): void {
    if (this.#text) throw mixed();
    this.#send(cleaner, chunk);
  }

  #send(cleaner: WasmCleaner, bytes: Uint8Array): void {
    this.#written = true;
    try {
      call(() => cleaner.write(bytes));
    } catch (error) {
      this.#cleaner = undefined;
      throw error;
    }
  }

  #open(): WasmCleaner {
    if (!this.#cleaner) throw coded('closed', 'this cleaner has ended: make another one for the next page');
    return this.#cleaner;
  }
}

function mixed(): Error {
  return coded('invalid-input', 'the pieces of a page are all strings or all bytes');
}
