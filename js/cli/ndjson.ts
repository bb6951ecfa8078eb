// Many pages in, one JSON object a line; as many answers out, in the same order, each as soon as it is there.
import { clean, type Options, type ReadwellError } from '../node.js';
import { lines } from './lines.js';
import { print } from './output.js';

export async function answerLines(input: AsyncIterable<Uint8Array>, options: Options): Promise<void> {
  for await (const line of lines(input)) {
    if (line.trim() !== '') await print(`${JSON.stringify(answer(line, options))}\n`);
  }
}

/** A line that can't be used is answered as well: its caller counts lines. */
function answer(line: string, options: Options): object {
  let id: unknown = null;
  try {
    const page = JSON.parse(line) as unknown;
    if (!isRecord(page)) throw invalid('a line is a JSON object');
    id = page.id ?? null;
    return cleaned(id, page, options);
  } catch (error) {
    return { id, ok: false, error: { code: codeOf(error), message: (error as Error).message } };
  }
}

function cleaned(id: unknown, { url, html }: Record<string, unknown>, options: Options): object {
  if (typeof html !== 'string') throw invalid('"html" is a string');
  if (url != null && typeof url !== 'string') throw invalid('"url" is a string or null');
  const pageOptions = url == null ? options : { ...options, url };
  const begin = performance.now();
  const outcome = clean(html, pageOptions);
  const ms = performance.now() - begin;
  return { id, ms, ...outcome };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string): Error {
  return Object.assign(new Error(message), { code: 'bad-line' });
}

function codeOf(error: unknown): string {
  return (error as ReadwellError).code ?? 'bad-line';
}
