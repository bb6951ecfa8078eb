// Every locale has every message, each with the values that the English one has; no message is without use.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/steps.mjs';

/** The browsers' limit, in characters. */
const LONGEST_DESCRIPTION = 132;

const folder = join(root, 'extension');
const files = readdirSync(join(folder, 'locales'));
const read = (file) => JSON.parse(readFileSync(join(folder, 'locales', file), 'utf8'));
const english = read('en.json');

for (const file of files) {
  test(file, () => {
    const messages = read(file);
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(english).sort());
    for (const [key, message] of Object.entries(messages)) {
      assert.ok(message.trim() !== '', key);
      assert.deepEqual(message.match(/\$\d/g), english[key].match(/\$\d/g), key);
    }
    assert.ok(messages.extensionDescription.length <= LONGEST_DESCRIPTION);
  });
}

test('each message is used', () => {
  const sources = readdirSync(folder, { recursive: true })
    .filter((file) => /\.(ts|html)$|^manifest\.json$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const unused = Object.keys(english).filter((key) => !new RegExp(`\\b(__MSG_)?${key}(__)?\\b`).test(sources));
  assert.deepEqual(unused, []);
});
