// Compiled in a consumer's project: that it compiles is the test.
import {
  type Article,
  Cleaner,
  clean,
  type cleanDocument,
  type cleanResponse,
  type declutter,
  init,
  type NoArticle,
  type Options,
  type Outcome,
  type ReadwellError,
} from 'readwell';

/** Whether two types are the very same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => {};

await init();
await init('readwell.wasm');

const options: Options = { url: 'https://example.org/', trace: true };
const outcome = clean('<p>Text', options);
same<typeof outcome, Outcome>(true);
if (outcome.ok) {
  same<typeof outcome, Article>(true);
  same<typeof outcome.title, string | null>(true);
  same<typeof outcome.dir, 'ltr' | 'rtl' | null>(true);
  same<(typeof outcome.authors)[number]['url'], string | null>(true);
} else {
  same<typeof outcome, NoArticle>(true);
  // @ts-expect-error: no article, no content
  outcome.content;
}

const cleaner = new Cleaner(options);
cleaner.write('text');
cleaner.write(new Uint8Array(1));
same<ReturnType<typeof cleaner.end>, Outcome>(true);
// @ts-expect-error: memory is no concern of the caller's
cleaner.free;

same<ReturnType<typeof cleanResponse>, Promise<Outcome>>(true);
same<ReturnType<typeof cleanDocument>, Outcome>(true);
same<ReturnType<typeof declutter>, TransformStream<string | Uint8Array, Uint8Array>>(true);
same<ReadwellError['code'], string>(true);

// @ts-expect-error: a page is a string or bytes
clean(17);
// @ts-expect-error: there is no such option
clean('', { uri: 'https://example.org/' });
