// The entry for browsers, bundlers and every host that fetches.
import { isReady, provide } from './engine.js';

export * from './api.js';

/** Where the wasm module comes from: its address, its bytes, or the module itself. */
export type InitInput = string | URL | Request | Response | BufferSource | WebAssembly.Module;

let starting: Promise<void> | undefined;

/**
 * Loads the wasm module. It has to be awaited once before the first call; again does no harm, and loads nothing.
 * Without an input the module is fetched from where this package lies.
 */
export function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  if (isReady()) return Promise.resolve();
  starting ??= start(input).finally(() => {
    starting = undefined;
  });
  return starting;
}

async function start(input?: InitInput | Promise<InitInput>): Promise<void> {
  const module = await compile((await input) ?? new URL('./readwell.wasm', import.meta.url));
  provide(() => module);
}

async function compile(input: InitInput): Promise<WebAssembly.Module> {
  if (input instanceof WebAssembly.Module) return input;
  if (input instanceof Response) return compileResponse(input);
  if (typeof input === 'string' || input instanceof URL || input instanceof Request) {
    return compileResponse(await fetch(input));
  }
  return WebAssembly.compile(input);
}

async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`the wasm module could not be fetched: ${response.status} ${response.url}`);
  // Compiling while it comes in is for servers that give the type, and nothing after it.
  const streams = response.headers.get('content-type')?.trim().toLowerCase() === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
