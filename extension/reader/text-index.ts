// Places in the shown article's text as numbers, which survive where nodes do not.

export class TextIndex {
  readonly text: string;
  readonly #nodes: { node: Text; start: number }[] = [];

  constructor(root: Element) {
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      this.#nodes.push({ node, start: text.length });
      text += node.data;
    }
    this.text = text;
  }

  /** The range of a part of the text. */
  range(start: number, end: number): Range | undefined {
    const from = this.#at(start);
    const to = this.#at(Math.max(start, end - 1));
    if (!from || !to) return undefined;
    const range = from.node.ownerDocument.createRange();
    range.setStart(from.node, start - from.start);
    range.setEnd(to.node, Math.min(to.node.length, end - to.start));
    return range;
  }

  /** The same as a range that does not follow changes, which costs less where there are many. */
  staticRange(start: number, end: number): StaticRange | undefined {
    const range = this.range(start, end);
    return range && new StaticRange(range);
  }

  /** Where a place in the document is in the text: the number of characters before it. */
  offset(node: Node, offset: number): number {
    const direct = this.#nodes.find((entry) => entry.node === node);
    if (direct) return direct.start + offset;
    const boundary = node.ownerDocument?.createRange();
    boundary?.setStart(node, offset);
    // An element's place: that of the first text which is not before it.
    const next = this.#nodes.find((entry) => (boundary?.comparePoint(entry.node, 0) ?? 0) >= 0);
    return next?.start ?? this.text.length;
  }

  #at(offset: number): { node: Text; start: number } | undefined {
    return this.#nodes.find(({ node, start }) => start <= offset && offset < start + node.length);
  }
}
