// The entry for Node: the module lies beside this file, and is read at the first call.
import { readFileSync } from 'node:fs';
import { provide } from './engine.js';
import type { InitInput } from './index.js';

export * from './api.js';
export type { InitInput } from './index.js';

let module: WebAssembly.Module | undefined;

provide(() => {
  module ??= new WebAssembly.Module(readFileSync(new URL('./readwell.wasm', import.meta.url)));
  return module;
});

/** There is nothing to wait for in Node: this is here so that the same code runs everywhere. */
export function init(_input?: InitInput | Promise<InitInput>): Promise<void> {
  return Promise.resolve();
}
