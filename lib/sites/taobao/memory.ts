/** What the DOM has shown of an item, by field. */
type Shown = Map<string, Set<string>>;

/**
 * What the reader remembers of one document, so that no value of the item before is reported for
 * the next: the app moves between items without loading a page, and redraws part by part.
 * It is kept per document and dies with it.
 */
export type Memory = {
  itemId: string;
  /** Which SKU values were chosen when this item was first read; undefined before that. */
  firstSelection?: string;
  shown: Shown;
  /** What it showed of the item before, empty where there was none. */
  before: Shown;
};

const memories = new WeakMap<Document, Memory[]>();

/** A memory of nothing, for an item that nothing came before. */
export function freshMemory(itemId: string): Memory {
  return { itemId, shown: new Map(), before: new Map() };
}

/** The memory of `document` for the item in its address now. */
export function recall(document: Document, itemId: string): Memory {
  const known = memories.get(document) ?? [];
  if (known[0]?.itemId === itemId) return known[0];
  const memory = freshMemory(itemId);
  // An item that was left before it was ever read leaves the one before it in its place.
  const before = known.find((item) => item.shown.size > 0);
  if (before && before.itemId !== itemId) memory.before = before.shown;
  memories.set(document, before ? [memory, before] : [memory]);
  return memory;
}

/** A stand-in for a value, equal for equal values; long ones are told apart by length and start. */
function mark(value: unknown): string {
  const json = `${JSON.stringify(value)}`;
  return json.length + json.slice(0, 400);
}

/** What of a value is told apart: the entries of a list, of which sources show different parts. */
function marks(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(mark);
}

/** Whether the item before showed this value, or every entry of this list. */
export function wasShownBefore(memory: Memory, field: string, value: unknown): boolean {
  const before = memory.before.get(field);
  return before !== undefined && marks(value).every((one) => before.has(one));
}

/**
 * Whether the value that the DOM shows is the one that it showed of the item before. A value that
 * is not is remembered as this item's.
 */
export function isOfBefore(memory: Memory, field: string, value: unknown): boolean {
  if (wasShownBefore(memory, field, value)) return true;
  remember(memory.shown, field, value);
  return false;
}

/** Adds a value to what was shown of an item; a page that never rests does not grow it for ever. */
export function remember(shown: Shown, field: string, value: unknown): void {
  const known = shown.get(field) ?? new Set();
  for (const one of marks(value)) if (known.size < 1000) known.add(one);
  shown.set(field, known);
}
