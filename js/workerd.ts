// The entry for Cloudflare's workerd, where importing a wasm file gives its compiled module.
import { provide } from './engine.js';
import type { InitInput } from './index.js';
import module from './readwell.wasm';

export * from './api.js';
export type { InitInput } from './index.js';

provide(() => module);

/** There is nothing to wait for in workerd: this is here so that the same code runs everywhere. */
export function init(_input?: InitInput | Promise<InitInput>): Promise<void> {
  return Promise.resolve();
}
