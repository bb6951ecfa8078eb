// One page in, one article out.
import { Cleaner, type Options, type Outcome } from '../node.js';
import type { Format } from './arguments.js';

export async function cleanStream(input: AsyncIterable<Uint8Array>, options: Options): Promise<Outcome> {
  const cleaner = new Cleaner(options);
  for await (const chunk of input) cleaner.write(chunk);
  return cleaner.end();
}

/** An outcome in a format. Where there is no article, only JSON has something to say. */
export function written(outcome: Outcome, format: Format): string {
  if (format === 'json') return `${JSON.stringify(outcome, null, 2)}\n`;
  if (!outcome.ok) return '';
  const { content, markdown, textContent } = outcome;
  return `${{ html: content, markdown, text: textContent }[format]}\n`;
}
