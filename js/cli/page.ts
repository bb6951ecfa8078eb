// One page in, one article out.
import { Cleaner, declutter, type Options, type Outcome } from '../node.js';
import type { Format } from './arguments.js';
import { print } from './output.js';

export async function cleanStream(input: AsyncIterable<Uint8Array>, options: Options): Promise<Outcome> {
  const cleaner = new Cleaner(options);
  for await (const chunk of input) cleaner.write(chunk);
  return cleaner.end();
}

/** The page's own markup less its clutter, while it comes in. */
export async function declutterStream(input: AsyncIterable<Uint8Array>, { charset }: Options): Promise<void> {
  const { readable, writable } = declutter({ charset });
  await Promise.all([feed(input, writable.getWriter()), readable.pipeTo(new WritableStream({ write: print }))]);
}

async function feed(input: AsyncIterable<Uint8Array>, writer: WritableStreamDefaultWriter<Uint8Array>): Promise<void> {
  for await (const chunk of input) await writer.write(chunk);
  await writer.close();
}

/** An outcome in a format. Where there is no article, only JSON has something to say. */
export function written(outcome: Outcome, format: Format): string {
  if (format === 'json') return `${JSON.stringify(outcome, null, 2)}\n`;
  if (!outcome.ok) return '';
  const { content, markdown, textContent } = outcome;
  return `${{ html: content, markdown, text: textContent }[format]}\n`;
}
