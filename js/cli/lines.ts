const NEWLINE = 0x0a;

/**
 * The lines of a stream of UTF-8, as JSON text has them: only a line feed ends one. (Node's readline also splits at
 * U+2028, which may stand in a JSON string as it is.)
 */
export async function* lines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held: Uint8Array[] = [];
  for await (const chunk of input) {
    let begin = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, begin)) {
      held.push(chunk.subarray(begin, end));
      yield Buffer.concat(held).toString();
      held = [];
      begin = end + 1;
    }
    if (begin < chunk.length) held.push(chunk.subarray(begin));
  }
  if (held.length > 0) yield Buffer.concat(held).toString();
}
