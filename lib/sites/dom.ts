/**
 * Reads the page's nodes past names that the page may have clobbered: a form with a field named
 * `querySelector` answers `form.querySelector` even in the isolated world; the prototypes' own
 * methods and getters do not. Nothing here lays the page out.
 */

/** The document's `<html>`, null while there is none. */
export function rootOf(document: Document): Element | null {
  return Reflect.get(Document.prototype, 'documentElement', document) as Element | null;
}

/** True while the page's own HTML is still coming in. */
export function isLoading(document: Document): boolean {
  return Reflect.get(Document.prototype, 'readyState', document) === 'loading';
}

/** The elements that the selector finds under `root`, in the page's order, at most 2,000. */
export function all(root: Element | null, css: string): Element[] {
  return root ? [...Element.prototype.querySelectorAll.call(root, css)].slice(0, 2000) : [];
}

/** The first element that the selector finds under `root`; null without root or without one. */
export function one(root: Element | null, css: string): Element | null {
  return root && Element.prototype.querySelector.call(root, css);
}

/** The attribute's value, "" where it is missing. */
export function attr(element: Element | null, name: string): string {
  return (element && Element.prototype.getAttribute.call(element, name)?.trim()) ?? '';
}

/** The text of a node's descendants as it stands, scripts included; "" without a node. */
export function rawText(node: Node | null): string {
  return node ? (Reflect.get(Node.prototype, 'textContent', node) as string).trim() : '';
}

/** The `title` attribute, which the app fills with the whole text, else the text; "" without either. */
export function label(element: Element | null): string {
  return attr(element, 'title') || rawText(element);
}

/** The parent element. */
export function parentOf(node: Node | null): Element | null {
  return node && (Reflect.get(Node.prototype, 'parentElement', node) as Element | null);
}

/** Whether the selector matches the element. */
export function is(element: Element, css: string): boolean {
  return Element.prototype.matches.call(element, css);
}

/** The text nodes under an element in the page's order, at most `max`. */
export function* textNodes(root: Element, max = Infinity): Generator<Text> {
  // Any document's own method will do: a walker of one walks the nodes of another too.
  const walker = Document.prototype.createTreeWalker.call(document, root, 4);
  for (let left = max; left > 0 && walker.nextNode(); left--) yield walker.currentNode as Text;
}

/** Elements whose text is no text of the page. */
const UNSHOWN = 'script,style,noscript,textarea';

/**
 * The text pieces under an element in the page's order, at most `max` characters in all. Scripts
 * and styles are left out, and elements that `except` selects.
 */
export function textPieces(root: Element | null, max: number, except = UNSHOWN): string[] {
  const pieces: string[] = [];
  let left = max;
  for (const node of root ? textNodes(root) : []) {
    const piece = rawText(node).slice(0, left);
    const parent = parentOf(node);
    if (!piece || (parent && is(parent, except))) continue;
    pieces.push(piece);
    left -= piece.length;
    if (left <= 0) break;
  }
  return pieces;
}
