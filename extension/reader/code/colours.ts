// Colours code by the language that its page names. Nothing is put into the article: parts of its text are marked.
import type { Token } from 'prismjs';
import { type Mark, mark } from '../marks.js';
import { TextIndex } from '../text-index.js';
import { grammarOf } from './grammars.js';
import { prism } from './prism.js';

/** More characters than this are no example, and would take long. */
const LONGEST = 50_000;

/** What is told apart, of the many kinds that grammars know. */
const KINDS: Readonly<Record<string, Mark>> = {
  atrule: 'code-keyword',
  'attr-name': 'code-name',
  'attr-value': 'code-string',
  boolean: 'code-number',
  builtin: 'code-type',
  char: 'code-string',
  'class-name': 'code-type',
  comment: 'code-comment',
  constant: 'code-number',
  deleted: 'code-deleted',
  'deleted-sign': 'code-deleted',
  doctype: 'code-comment',
  function: 'code-function',
  important: 'code-keyword',
  inserted: 'code-inserted',
  'inserted-sign': 'code-inserted',
  keyword: 'code-keyword',
  key: 'code-name',
  macro: 'code-function',
  number: 'code-number',
  prolog: 'code-comment',
  property: 'code-name',
  regex: 'code-string',
  section: 'code-type',
  selector: 'code-name',
  shebang: 'code-comment',
  string: 'code-string',
  symbol: 'code-number',
  table: 'code-type',
  tag: 'code-name',
  'template-string': 'code-string',
  'triple-quoted-string': 'code-string',
  variable: 'code-name',
};

export function colourCode(shown: Document): void {
  const found = new Map<Mark, AbstractRange[]>();
  for (const code of shown.querySelectorAll('pre code[class^="language-"]')) {
    const index = new TextIndex(code);
    const grammar = grammarOf(code.className.slice('language-'.length));
    if (!grammar || index.text.length > LONGEST) continue;
    for (const { kind, start, end } of wordsOf(prism.tokenize(index.text, grammar))) {
      const range = index.staticRange(start, end);
      if (range) found.set(kind, [...(found.get(kind) ?? []), range]);
    }
  }
  for (const [kind, ranges] of found) mark(shown, kind, ranges);
}

/** The words of one kind each, as places in the text; a kind within another comes after it. */
function* wordsOf(
  tokens: (string | Token)[],
  at = 0,
  within?: Mark,
): Generator<{ kind: Mark; start: number; end: number }> {
  for (const token of tokens) {
    const end = at + token.length;
    if (typeof token === 'string') {
      if (within) yield { kind: within, start: at, end };
    } else {
      const kind = KINDS[token.type] ?? (token.type === 'punctuation' ? undefined : within);
      const inner = [token.content].flat() as (string | Token)[];
      yield* wordsOf(inner, at, kind);
    }
    at = end;
  }
}
