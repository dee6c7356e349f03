/** Nodes of the page and of ours, past names that the page may have clobbered (see `sites/dom`). */

/** The page's address at this moment. */
export function addressNow(): URL {
  return new URL(location.href);
}

/** A new element of the page's document, never the page's own `createElement`. */
export function newElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
): HTMLElementTagNameMap[K] {
  return Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[K];
}

/** The element's rectangle in the window, by the prototype's own method. */
export function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** Whether `outer` is `inner` or holds it. */
export function holds(outer: Node, inner: Node | null): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** The topmost element that is painted at a point of the window. */
export function paintedAt(x: number, y: number): Element | null {
  return Document.prototype.elementFromPoint.call(document, x, y);
}

/** Whether two lists hold the same nodes in the same order. */
export function sameNodes(a: readonly Node[], b: readonly Node[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index]);
}
