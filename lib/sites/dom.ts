import { cut } from './cut';

/**
 * Reads the page's nodes past names that the page may have clobbered: a form with a field named
 * `querySelector` answers `form.querySelector` even in the isolated world; the prototypes' own
 * methods do not. Nothing here lays the page out.
 */
type Root = Document | Element;

function get<T>(prototype: () => object, name: string): (self: object) => T {
  let getter: (() => T) | undefined;
  return (self) => {
    getter ??= Object.getOwnPropertyDescriptor(prototype(), name)?.get as () => T;
    return getter.call(self);
  };
}

const nodeType = get<number>(() => Node.prototype, 'nodeType');
const textContent = get<string | null>(() => Node.prototype, 'textContent');
const parentElement = get<Element | null>(() => Node.prototype, 'parentElement');
const documentBody = get<HTMLElement | null>(() => Document.prototype, 'body');
const readyState = get<string>(() => Document.prototype, 'readyState');
const ownerDocument = get<Document | null>(() => Node.prototype, 'ownerDocument');
const localName = get<string>(() => Element.prototype, 'localName');

const isDocument = (root: Root): root is Document => nodeType(root) === 9;

/** The first element that the selector finds under `root`; null without root or without one. */
export function one(root: Root | null, css: string): Element | null {
  if (root === null) return null;
  const methods = isDocument(root) ? Document.prototype : Element.prototype;
  return methods.querySelector.call(root, css);
}

/** The elements that the selector finds under `root`, in the page's order, at most `max`. */
export function all(root: Root | null, css: string, max = 2000): Element[] {
  if (root === null) return [];
  const methods = isDocument(root) ? Document.prototype : Element.prototype;
  return Array.prototype.slice.call(methods.querySelectorAll.call(root, css), 0, max);
}

/** The attribute's value, null where it is missing or blank. */
export function attr(element: Element | null, name: string): string | null {
  return element === null
    ? null
    : Element.prototype.getAttribute.call(element, name)?.trim() || null;
}

/** The text of a node's descendants as it stands, scripts included; "" without a node. */
export function rawText(node: Node | null): string {
  return node === null ? '' : (textContent(node) ?? '');
}

/** The `title` attribute, which the app fills with the whole text, else the text; null where blank. */
export function label(element: Element | null): string | null {
  return attr(element, 'title') ?? (rawText(element).trim() || null);
}

/** The parent element. */
export function parentOf(element: Element | null): Element | null {
  return element === null ? null : parentElement(element);
}

/** The page's `<body>`. */
export function bodyOf(document: Document): HTMLElement | null {
  return documentBody(document);
}

/** True while the page's own HTML is still coming in. */
export function isLoading(document: Document): boolean {
  return readyState(document) === 'loading';
}

/** Element names whose text is no text of the page. */
const UNSHOWN = new Set(['script', 'style', 'noscript', 'template', 'textarea']);

/**
 * The text pieces under an element in the page's order, each beside the class of the element it
 * stands in; scripts and styles left out, at most `max` characters in all.
 */
export function textPieces(root: Element | null, max: number): { text: string; of: string }[] {
  const document = root === null ? null : ownerDocument(root);
  if (root === null || document === null) return [];
  const walker = Document.prototype.createTreeWalker.call(document, root, 5, (node) =>
    nodeType(node) === 1 && UNSHOWN.has(localName(node)) ? 2 : 1,
  );
  const pieces: { text: string; of: string }[] = [];
  let left = max;
  for (let node = walker.nextNode(); node !== null && left > 0; node = walker.nextNode()) {
    if (nodeType(node) !== 3) continue;
    const text = rawText(node).trim();
    if (text === '') continue;
    pieces.push({ text: cut(text, left), of: attr(parentElement(node), 'class') ?? '' });
    left -= text.length;
  }
  return pieces;
}
