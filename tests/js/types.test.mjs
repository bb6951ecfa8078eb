// The hand-written types say what the core gives: its enums' names, and its structs' fields.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean } from 'readwell';
import { page, root } from './pages.mjs';

const types = readFileSync(join(root, 'src', 'wasm', 'types.ts'), 'utf8');
const core = readFileSync(join(root, 'src', 'article.rs'), 'utf8');

/** The strings of `type NAME = 'a' | 'b'`. */
function union(name) {
  const [, body] = types.match(new RegExp(`type ${name} =([^;]+);`));
  return [...body.matchAll(/'([^']+)'/g)].map(([, literal]) => literal);
}

/** The variants of `enum NAME`, as serde writes them. */
function variants(name) {
  const [, body] = core.match(new RegExp(`pub enum ${name} \\{([^}]+)\\}`));
  const names = [...body.matchAll(/^ {4}(\w+),/gm)].map(([, variant]) => variant);
  return names.map((variant) => variant.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase());
}

/** The fields of `interface NAME`, with those that it extends; an optional one ends in "?". */
function fields(name) {
  const [, base, body] = types.match(new RegExp(`interface ${name} (?:extends (\\w+) )?\\{\\n([^}]+)\\}`));
  const own = [...body.matchAll(/^ {2}(\w+\??):/gm)].map(([, field]) => field);
  return [...(base ? fields(base) : []), ...own];
}

for (const [union_, enum_] of [
  ['NoArticleReason', 'Reason'],
  ['Source', 'Source'],
  ['PageType', 'PageType'],
  ['RemovalReason', 'Removed'],
]) {
  test(`${union_} has the core's names`, () => assert.deepEqual(union(union_), variants(enum_)));
}

test('outcomes have the fields of their types', () => {
  const sorted = (names) => names.filter((name) => !name.endsWith('?')).sort();
  const article = clean(page());
  assert.deepEqual(Object.keys(article).sort(), sorted(fields('Article')));
  assert.deepEqual(Object.keys(clean('')).sort(), sorted(fields('NoArticle')));
  const { trace } = clean(page(), { trace: true });
  assert.deepEqual(Object.keys(trace).sort(), sorted(fields('Trace')));
  assert.deepEqual(Object.keys(trace.removed[0]).sort(), sorted(fields('Removal')));
});
