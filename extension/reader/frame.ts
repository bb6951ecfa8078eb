// The frame that the article is shown in. It is sandboxed without scripts: whatever stood in an article would not run. It is of
// our own origin, so that we can reach in; nothing in it can reach out.
import { byId } from './element.js';

/** The frame's document. It is loaded with the page, while the article is looked for. */
export async function frameDocument(title: string): Promise<Document> {
  const frame = byId<HTMLIFrameElement>('shown');
  frame.title = title;
  if (!isLoaded(frame)) await new Promise((done) => frame.addEventListener('load', done, { once: true }));
  if (!frame.contentDocument) throw new Error('the frame has no document');
  return frame.contentDocument;
}

/** A frame begins with a document that is complete and empty. */
function isLoaded({ contentDocument }: HTMLIFrameElement): boolean {
  return contentDocument?.readyState === 'complete' && contentDocument.URL !== 'about:blank';
}
