/**
 * Reaches the page's nodes past names that the page may have clobbered: an `<img name="body">`
 * answers `document.body` even in the isolated world, a prototype's own getter does not.
 */
function getterOf(prototype: object, name: string): (self: object) => HTMLElement | null {
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  return (self) => (property?.get?.call(self) as HTMLElement | null | undefined) ?? null;
}

const rootGetter = getterOf(Document.prototype, 'documentElement');
const bodyGetter = getterOf(Document.prototype, 'body');
const parentGetter = getterOf(Node.prototype, 'parentElement');

/** The page's `<html>`, null while there is none. */
export function rootOf(document: Document): HTMLElement | null {
  return rootGetter(document);
}

/** The page's `<body>`, null while there is none. */
export function bodyOf(document: Document): HTMLElement | null {
  return bodyGetter(document);
}

/** The parent element of a node, also of a form whose fields are named like its properties. */
export function parentOf(node: Node): Element | null {
  return parentGetter(node);
}

/** A new element of the page's document, never the page's own `createElement`. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  document: Document,
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
