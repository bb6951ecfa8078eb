import { call } from './engine.js';
import { coded } from './errors.js';
import { TextChunks } from './text-chunks.js';
import type { DeclutterOptions } from './types.js';
import type { Declutterer } from './wasm/glue.js';

/**
 * A stream that takes the clutter out of a page while it flows through: scripts, trackers, adverts, navigation,
 * banners. Memory stays the same however long the page is, and no more is read than is asked for.
 */
export function declutter(options?: DeclutterOptions): TransformStream<string | Uint8Array, Uint8Array> {
  const declutterer = call((glue) => new glue.Declutterer(options));
  return new TransformStream(new Transformation(declutterer));
}

class Transformation implements Transformer<string | Uint8Array, Uint8Array> {
  readonly #declutterer: Declutterer;
  readonly #text = new TextChunks();

  constructor(declutterer: Declutterer) {
    this.#declutterer = declutterer;
  }

  transform(chunk: string | Uint8Array, controller: TransformStreamDefaultController<Uint8Array>): void {
    const bytes = typeof chunk === 'string' ? this.#text.encode(chunk) : chunk;
    if (!(bytes instanceof Uint8Array)) throw coded('invalid-input', 'a piece of a page is a string or a Uint8Array');
    call(() => this.#declutterer.transform(bytes, controller));
  }

  flush(controller: TransformStreamDefaultController<Uint8Array>): void {
    call(() => this.#declutterer.transform(this.#text.end(), controller));
    call(() => this.#declutterer.flush(controller));
    this.#declutterer.free();
  }

  cancel(): void {
    this.#declutterer.free();
  }
}
