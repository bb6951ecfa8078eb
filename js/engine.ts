// Owns the compiled wasm module and its one live instance.
import { coded, isCoded } from './errors.js';
import instantiate, { type Glue } from './wasm/glue.js';

let load: (() => WebAssembly.Module) | undefined;
let live: Glue | undefined;

/** Says where the compiled module comes from. It is asked once for each instance, the first time when it is needed. */
export function provide(source: () => WebAssembly.Module): void {
  load = source;
}

/** Whether a module has been provided. */
export function isReady(): boolean {
  return load !== undefined;
}

/**
 * Calls into the live instance, making one where there is none, so that the next call works whatever happens in this one:
 * an instance counts as lost until it has answered. An error with a code was raised on purpose; anything else (a panic,
 * an overflow of the stack) may have left its memory half written.
 */
export function call<T>(action: (glue: Glue) => T): T {
  const glue = live ?? start();
  live = undefined;
  try {
    const result = action(glue);
    live = glue;
    return result;
  } catch (error) {
    if (!isCoded(error))
      throw coded('internal', 'the cleaner failed on this input; the next call starts afresh', error);
    live = glue;
    throw error;
  }
}

/** Gives back what an object holds. What a lost instance held went with it, and its objects can't be freed any more. */
export function release(object: { free(): void }): void {
  try {
    object.free();
  } catch {
    // What comes of the failure that lost the instance is told by that failure.
  }
}

function start(): Glue {
  if (!load)
    throw coded('not-initialized', 'the wasm module is not loaded yet: `await init()` once before the first call');
  const glue = instantiate();
  glue.initSync({ module: load() });
  return glue;
}
