// Prism's grammars. Only its tokenizer is used, which gives no markup but a list of words and their kinds.
import { prism } from './prism.js';
import 'prismjs/components/prism-markup.min.js';
import 'prismjs/components/prism-css.min.js';
import 'prismjs/components/prism-clike.min.js';
import 'prismjs/components/prism-javascript.min.js';
import 'prismjs/components/prism-bash.min.js';
import 'prismjs/components/prism-c.min.js';
import 'prismjs/components/prism-cpp.min.js';
import 'prismjs/components/prism-csharp.min.js';
import 'prismjs/components/prism-diff.min.js';
import 'prismjs/components/prism-docker.min.js';
import 'prismjs/components/prism-go.min.js';
import 'prismjs/components/prism-ini.min.js';
import 'prismjs/components/prism-java.min.js';
import 'prismjs/components/prism-json.min.js';
import 'prismjs/components/prism-jsx.min.js';
import 'prismjs/components/prism-kotlin.min.js';
import 'prismjs/components/prism-lua.min.js';
import 'prismjs/components/prism-markup-templating.min.js';
import 'prismjs/components/prism-php.min.js';
import 'prismjs/components/prism-python.min.js';
import 'prismjs/components/prism-ruby.min.js';
import 'prismjs/components/prism-rust.min.js';
import 'prismjs/components/prism-scss.min.js';
import 'prismjs/components/prism-sql.min.js';
import 'prismjs/components/prism-swift.min.js';
import 'prismjs/components/prism-toml.min.js';
import 'prismjs/components/prism-typescript.min.js';
import 'prismjs/components/prism-tsx.min.js';
import 'prismjs/components/prism-yaml.min.js';
import type { Grammar } from 'prismjs';

/** What pages call a language that Prism calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  'c++': 'cpp',
  console: 'bash',
  golang: 'go',
  ipython: 'python',
  ipython3: 'python',
  json5: 'json',
  jsonc: 'json',
  mysql: 'sql',
  postgresql: 'sql',
  pycon: 'python',
  python2: 'python',
  python3: 'python',
  rs: 'rust',
  'shell-session': 'bash',
  vue: 'markup',
  svelte: 'markup',
  zsh: 'bash',
};

export function grammarOf(language: string): Grammar | undefined {
  const name = ALIASES[language.toLowerCase()] ?? language.toLowerCase();
  const grammar: unknown = Object.hasOwn(prism.languages, name) ? prism.languages[name] : undefined;
  // Beside the grammars there are functions.
  return typeof grammar === 'object' ? (grammar as Grammar) : undefined;
}
