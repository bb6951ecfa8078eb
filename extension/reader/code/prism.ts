// Prism's grammars look for it among the globals, so that this has to be imported before them.
import core from 'prismjs/components/prism-core.min.js';

export const prism = core;
Object.assign(globalThis, { Prism: prism });
