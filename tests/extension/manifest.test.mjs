// What the extension may do, word by word: a new permission or a wider policy has to be written here too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/steps.mjs';

const read = (file) => readFileSync(join(root, 'extension', file), 'utf8');
const manifest = JSON.parse(read('manifest.json'));
const policy = Object.fromEntries(
  manifest.content_security_policy.extension_pages.split('; ').map((directive) => {
    const [name, ...sources] = directive.split(' ');
    return [name, sources];
  }),
);

test('permissions', () => {
  assert.deepEqual(manifest.permissions, ['activeTab', 'contextMenus', 'scripting', 'storage']);
  assert.deepEqual(manifest.optional_host_permissions, ['https://*/*', 'http://*/*']);
  for (const absent of ['host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable'])
    assert.ok(!(absent in manifest), absent);
});

test('policy of our pages', () => {
  const { 'frame-src': frames, ...rest } = policy;
  assert.deepEqual(rest, {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'https:', 'http:', 'data:'],
    // Pictures inside a saved file, pages that the user lets us fetch: from anywhere, but only once asked.
    'connect-src': ["'self'", 'https:', 'http:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'self'"],
  });
  assert.equal(frames[0], "'self'");
});

test('frames may show the players that we know, and nothing else', () => {
  const players = [...read('reader/embeds/players.ts').matchAll(/['`](https:\/\/[^/'`]+)\//g)].map(
    ([, origin]) => origin,
  );
  assert.deepEqual([...new Set(players)].sort(), policy['frame-src'].slice(1).sort());
});
