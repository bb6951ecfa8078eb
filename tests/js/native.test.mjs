// The native command and the npm one give the same answers.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fixtures, page, root } from './pages.mjs';

const native = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release', 'readwell');
const npm = join(root, 'dist', 'cli.js');

function answers(program, args, input) {
  const { stdout, status, error } = spawnSync(program, args, { input, maxBuffer: 1 << 30, encoding: 'utf8' });
  if (error) throw error;
  assert.equal(status, 0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function withoutTime({ ms, error, ...answer }) {
  return { ...answer, ...(error && { code: error.code }) };
}

test('the same answers on every fixture', () => {
  const lines = fixtures().map(({ name, bytes }) =>
    JSON.stringify({ id: name, url: `https://example.org/${name}/`, html: bytes.toString() }),
  );
  lines.push('bad', JSON.stringify({ id: 1, html: page(), url: 'bad' }), '{"id":2}', JSON.stringify({ html: '' }));
  const input = `${lines.join('\n')}\n`;
  const ours = answers(process.execPath, [npm, '--ndjson', '--trace'], input).map(withoutTime);
  const theirs = answers(native, ['--ndjson', '--trace'], input).map(withoutTime);
  assert.equal(ours.length, lines.length);
  for (const [index, answer] of ours.entries()) assert.deepEqual(answer, theirs[index], `answer ${index + 1}`);
});
