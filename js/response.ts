import { charsetOf } from './content-type.js';
import { call, release } from './engine.js';
import { coded } from './errors.js';
import { checked } from './options.js';
import type { Options, Outcome } from './types.js';
import type { Cleaner as WasmCleaner } from './wasm/glue.js';

/**
 * Cleans the page of a `fetch`, while it comes in. Its address and charset are those of the response unless the options
 * name others.
 */
export async function cleanResponse(response: Response, options?: Options): Promise<Outcome> {
  const cleaner = await filled(response, options);
  return call(() => cleaner.end());
}

/** A cleaner that has the whole page of a `fetch`. */
export async function filled(response: Response, options?: Options): Promise<WasmCleaner> {
  if (typeof response?.headers?.get !== 'function') throw coded('invalid-input', 'a response is what `fetch` gives');
  const charset = charsetOf(response.headers.get('content-type'));
  const cleaner = call((glue) => glue.Cleaner.forResponse(response.url, charset, checked(options)));
  try {
    await pump(response, cleaner);
  } catch (error) {
    release(cleaner);
    throw error;
  }
  return cleaner;
}

async function pump(response: Response, cleaner: WasmCleaner): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const chunk = next.value;
      if (!ArrayBuffer.isView(chunk)) throw coded('invalid-input', "the chunks of a response's body are bytes");
      call(() => cleaner.write(chunk));
    }
  } catch (error) {
    await reader.cancel(error).catch(() => {});
    throw error;
  }
}
