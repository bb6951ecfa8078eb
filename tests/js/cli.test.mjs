import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { test } from 'node:test';
import { clean } from 'readwell';
import { page, root } from './pages.mjs';

const cli = join(root, 'dist', 'cli.js');
const url = 'https://example.org/news/ferry';

function start(args) {
  return spawn(process.execPath, [cli, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

async function readwell(args, input = '') {
  const child = start(args);
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, code: child.exitCode };
}

async function text(stream) {
  const chunks = await stream.toArray();
  return Buffer.concat(chunks).toString();
}

test('each format prints its form of the article', async () => {
  const article = clean(page(), { url });
  const expected = { html: article.content, markdown: article.markdown, text: article.textContent };
  for (const [format, form] of Object.entries(expected)) {
    const { stdout, code } = await readwell(['--format', format, '--url', url], page());
    assert.equal(stdout, `${form}\n`);
    assert.equal(code, 0);
  }
  const { stdout } = await readwell(['--format=json', '--url', url, '-'], page());
  assert.deepEqual(JSON.parse(stdout), article);
});

test('a page can come from a file, in its charset', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'readwell-')), 'page.html');
  writeFileSync(file, page('Na\xefve'), 'latin1');
  const { stdout } = await readwell([file, '--charset', 'latin1', '--format', 'text']);
  assert.match(stdout, /Naïve/);
});

test('no article: exit code 1, and the reason on standard error', async () => {
  const { stdout, stderr, code } = await readwell([], '');
  assert.deepEqual({ stdout, code }, { stdout: '', code: 1 });
  assert.match(stderr, /^readwell: .*empty/);
  const json = await readwell(['--format', 'json'], '');
  assert.equal(JSON.parse(json.stdout).reason, 'empty-input');
  assert.equal(json.code, 1);
});

test('mistakes: exit code 2, and one line on standard error', async () => {
  const mistakes = [
    ['--bogus'],
    ['--format', 'pdf'],
    ['no-such-file.html'],
    ['a', 'b'],
    ['--url', 'not a URL'],
    ['--declutter', '--trace'],
  ];
  for (const args of mistakes) {
    const { stdout, stderr, code } = await readwell(args, page());
    assert.deepEqual({ args, stdout, code }, { args, stdout: '', code: 2 });
    assert.match(stderr, /^readwell: .+\n$/);
  }
});

test('declutter streams the page through', async () => {
  const { stdout, code } = await readwell(['--declutter'], page());
  assert.equal(code, 0);
  assert.match(stdout, /<title>Ferry returns<\/title>.*<article>.*Naïve words, 漢字 and 😀 come through\./s);
  assert.doesNotMatch(stdout, /track\(\)|Home/);
});

test('help and version', async () => {
  assert.match((await readwell(['--help'])).stdout, /--ndjson/);
  assert.match((await readwell(['--version'])).stdout, /^readwell \d+\.\d+\.\d+\n$/);
});

test('ndjson: a line in, a line out, and a bad line does not stop the rest', async () => {
  const lines = [
    JSON.stringify({ id: 'a', url, html: page() }),
    'this is no JSON',
    JSON.stringify({ id: 7, html: 1 }),
    JSON.stringify({ id: 8, html: page(), url: 'not a URL' }),
    '[]',
    '',
    JSON.stringify({ html: page('A line\u2028separator stands in here.') }),
    JSON.stringify({ id: 'z', html: '' }),
  ];
  const { stdout, code } = await readwell(['--ndjson'], lines.join('\r\n'));
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(code, 0);
  assert.deepEqual(
    answers.map(({ id, ok, reason, error }) => [id, ok, reason ?? error?.code ?? null]),
    [
      ['a', true, null],
      [null, false, 'bad-line'],
      [7, false, 'bad-line'],
      [8, false, 'invalid-url'],
      [null, false, 'bad-line'],
      [null, true, null],
      ['z', false, 'empty-input'],
    ],
  );
  const { id, ms, ...fields } = answers[0];
  assert.deepEqual(fields, clean(page(), { url }));
  assert.ok(id === 'a' && ms > 0);
});

test('ndjson: each answer comes before the next line is sent', async () => {
  const child = start(['--ndjson']);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const id of [1, 2, 3]) {
    child.stdin.write(`${JSON.stringify({ id, html: page() })}\n`);
    assert.equal(JSON.parse((await answers.next()).value).id, id);
  }
  child.stdin.end();
  await once(child, 'close');
});

test('a reader that goes away ends it quietly', async () => {
  const child = start(['--ndjson']);
  child.stdin.on('error', () => {});
  child.stdout.destroy();
  for (let count = 0; count < 100; count += 1) child.stdin.write(`${JSON.stringify({ id: count, html: page() })}\n`);
  child.stdin.end();
  const [errors] = await Promise.all([text(child.stderr), once(child, 'close')]);
  assert.deepEqual({ errors, code: child.exitCode }, { errors: '', code: 0 });
});
