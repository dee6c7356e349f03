/** What the DOM has shown of an item, by part: the rows as JSON. */
type Shown = Map<string, Set<string>>;

/**
 * What the reader remembers of one document, so that no value of the item before is reported for
 * the next: the app moves between items without loading a page, and redraws part by part.
 * It is kept per document and dies with it.
 */
export type Memory = {
  itemId: string;
  /** Which SKU values were chosen when this item was first seen; undefined before that. */
  firstSelection?: string;
  shown: Shown;
  /** What it showed of the item before, empty where there was none. */
  before: Shown;
};

const memories = new WeakMap<Document, Memory[]>();

/** The memory of `document` for the item in its address now. */
export function recall(document: Document, itemId: string): Memory {
  const known = memories.get(document) ?? [];
  if (known[0]?.itemId === itemId) return known[0];
  const memory: Memory = { itemId, shown: new Map(), before: new Map() };
  // An item that was left before it was ever seen leaves the one before it in its place.
  const before = known.find((item) => item.shown.size > 0);
  if (before && before.itemId !== itemId) memory.before = before.shown;
  memories.set(document, before ? [memory, before] : [memory]);
  return memory;
}

/** A stand-in for a row, equal for equal ones; long ones are told apart by length and start. */
function mark(row: string[]): string {
  const json = JSON.stringify(row);
  return json.length + json.slice(0, 400);
}

/**
 * Whether a row was shown of the item before: then its part may not have been drawn anew. `data` is
 * the page data of another item, which says what that one looked like where the page was not seen
 * before.
 */
export function isOfBefore(memory: Memory, part: string, row: string[], data: string): boolean {
  const known = memory.before.get(part)?.has(mark(row));
  return known ?? (data !== '' && (!row[0] || row.every((text) => data.includes(text))));
}

/** Keeps what was shown of this item; a page that never rests does not grow it for ever. */
export function remember(memory: Memory, part: string, rows: string[][]): void {
  const known = memory.shown.get(part) ?? new Set();
  for (const row of rows) if (known.size < 1000) known.add(mark(row));
  memory.shown.set(part, known);
}
