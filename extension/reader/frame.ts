// The frame that the article is shown in. It is sandboxed without scripts: whatever stood in an article would not run.

/** Puts an empty frame into the page, and gives its document. */
export async function openFrame(parent: HTMLElement, title: string): Promise<Document> {
  const frame = document.createElement('iframe');
  // Of our own origin, so that we can reach in; without scripts, so that nothing in it can reach out.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('referrerpolicy', 'no-referrer');
  frame.title = title;
  frame.src = 'article.html';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  parent.append(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('the frame has no document');
  return frame.contentDocument;
}
