// Marks parts of the shown text without touching its nodes.

type Marking = Window & typeof globalThis;

/** What is marked: what is being spoken, what the reader has highlighted, words of code. The style sheet has the same names. */
export type Mark = 'spoken' | 'noted' | `code-${CodeWord}`;

type CodeWord = 'comment' | 'deleted' | 'function' | 'inserted' | 'keyword' | 'name' | 'number' | 'string' | 'type';

export function mark(shown: Document, name: Mark, ranges: AbstractRange[]): void {
  const view = shown.defaultView as Marking | null;
  if (!view) return;
  if (ranges.length === 0) view.CSS.highlights.delete(name);
  else view.CSS.highlights.set(name, new view.Highlight(...ranges));
}

/** Scrolls so that a part of the text is well in view, unless it is already. */
export function show(shown: Document, range: Range): void {
  const view = shown.defaultView;
  if (!view) return;
  const { top, bottom } = range.getBoundingClientRect();
  const height = view.innerHeight;
  if (top > height * 0.1 && bottom < height * 0.75) return;
  view.scrollTo({ top: view.scrollY + top - height * 0.3 });
}
