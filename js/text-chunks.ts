const HIGH_SURROGATE_AT_END = /[\uD800-\uDBFF]$/;
const encoder = new TextEncoder();

/** Turns the chunks of a text into UTF-8. A character that is cut in two by a chunk's end waits for its other half. */
export class TextChunks {
  #held = '';

  encode(chunk: string): Uint8Array {
    const text = this.#held + chunk;
    const whole = text.replace(HIGH_SURROGATE_AT_END, '');
    this.#held = text.slice(whole.length);
    return encoder.encode(whole);
  }

  /** What was held back, as the text has ended. */
  end(): Uint8Array {
    return encoder.encode(this.#held);
  }
}
