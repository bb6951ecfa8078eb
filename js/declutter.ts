import { call, release } from './engine.js';
import { coded } from './errors.js';
import { checked } from './options.js';
import { TextChunks } from './text-chunks.js';
import type { DeclutterOptions } from './types.js';
import type { Declutterer } from './wasm/glue.js';

/**
 * A stream that takes the clutter out of a page while it flows through: scripts, trackers, adverts, navigation,
 * banners. Memory stays the same however long the page is, and no more is read than is asked for. What comes out is the
 * page's own markup: it is not made safe. All chunks are bytes, or all are strings; bytes come out.
 */
export function declutter(options?: DeclutterOptions): TransformStream<string | Uint8Array, Uint8Array> {
  return new TransformStream(new Transformation(options));
}

class Transformation implements Transformer<string | Uint8Array, Uint8Array> {
  readonly #options: DeclutterOptions | undefined;
  #declutterer: Declutterer;
  #text: TextChunks | undefined;
  #started = false;

  constructor(options: DeclutterOptions | undefined) {
    this.#options = options;
    this.#declutterer = call((glue) => new glue.Declutterer(checked(options)));
  }

  transform(chunk: string | Uint8Array, controller: TransformStreamDefaultController<Uint8Array>): void {
    if (!this.#started && typeof chunk === 'string') this.#startText();
    this.#started = true;
    const bytes = this.#text ? encoded(this.#text, chunk) : chunk;
    if (!(bytes instanceof Uint8Array)) throw mixed();
    call(() => this.#declutterer.transform(bytes, controller));
  }

  flush(controller: TransformStreamDefaultController<Uint8Array>): void {
    const rest = this.#text?.end();
    if (rest) call(() => this.#declutterer.transform(rest, controller));
    call(() => this.#declutterer.flush(controller));
    this.#declutterer.free();
  }

  cancel(): void {
    release(this.#declutterer);
  }

  /** A string is decoded already: no BOM, header or <meta> has a say in it. */
  #startText(): void {
    this.#text = new TextChunks();
    this.#declutterer.free();
    this.#declutterer = call((glue) => new glue.Declutterer({ ...this.#options, charset: 'utf-8' }));
  }
}

function encoded(text: TextChunks, chunk: string | Uint8Array): Uint8Array {
  if (typeof chunk !== 'string') throw mixed();
  return text.encode(chunk);
}

function mixed(): Error {
  return coded('invalid-input', 'the chunks of a page are all strings or all Uint8Arrays');
}
