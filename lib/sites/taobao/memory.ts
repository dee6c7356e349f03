/**
 * What the reader remembers of one document, so that no value of the item before is reported for
 * the next: the app moves between items without loading a page, and redraws part by part.
 * It is kept per document and dies with it.
 */
export type Memory = {
  itemId: string;
  /** Which SKU values were chosen when this item was first read; null before that. */
  firstSelection: string | null;
  /** What the DOM has shown of this item, by field. */
  shown: Map<string, Set<string>>;
  /** What it showed of the item before, empty where there was none. */
  before: Map<string, Set<string>>;
};

const memories = new WeakMap<Document, Memory[]>();

/** A memory of nothing, for an item that nothing came before. */
export function freshMemory(itemId: string): Memory {
  return { itemId, firstSelection: null, shown: new Map(), before: new Map() };
}

/** The memory of `document` for the item in its address now. `moved` when another came before. */
export function recall(document: Document, itemId: string): Memory {
  const [last, ...older] = memories.get(document) ?? [];
  if (last?.itemId === itemId) return last;
  const memory = freshMemory(itemId);
  // An item that was left before it was ever read leaves the one before it in its place.
  const before = [last, ...older].find((item) => item !== undefined && item.shown.size > 0);
  if (before !== undefined && before.itemId !== itemId) memory.before = before.shown;
  memories.set(document, before === undefined ? [memory] : [memory, before]);
  return memory;
}

const KEEP = 400;

/** A short stand-in for a value, equal for equal values. */
function mark(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > KEEP ? `${json.length}${json.slice(0, KEEP)}` : json;
}

/**
 * Whether the value that the DOM shows is the one that it showed of the item before. A value that
 * is not is remembered as this item's.
 */
export function isOfBefore(memory: Memory, field: string, value: unknown): boolean {
  const key = mark(value);
  if (memory.before.get(field)?.has(key) === true) return true;
  remember(memory.shown, field, key);
  return false;
}

/** Takes over as the item before what an older item's page data says of it. */
export function rememberBefore(memory: Memory, field: string, value: unknown): void {
  remember(memory.before, field, mark(value));
}

function remember(shown: Map<string, Set<string>>, field: string, key: string): void {
  const marks = shown.get(field) ?? new Set();
  if (marks.size < 200) shown.set(field, marks.add(key));
}
