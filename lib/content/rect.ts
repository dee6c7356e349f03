/** A rectangle in CSS px, of the window or of the document as its holder says. */
export type Rect = { left: number; top: number; right: number; bottom: number };

/** The common part of two rectangles, null where they do not meet. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const left = Math.max(a.left, b.left);
  const right = Math.min(a.right, b.right);
  const top = Math.max(a.top, b.top);
  const bottom = Math.min(a.bottom, b.bottom);
  return right > left && bottom > top ? { left, top, right, bottom } : null;
}

/** The smallest rectangle around all of them, of which there is at least one. */
export function union(rects: readonly Rect[]): Rect {
  return {
    left: Math.min(...rects.map((rect) => rect.left)),
    top: Math.min(...rects.map((rect) => rect.top)),
    right: Math.max(...rects.map((rect) => rect.right)),
    bottom: Math.max(...rects.map((rect) => rect.bottom)),
  };
}

/** Whether the spans of two rectangles on the horizontal axis meet, whatever their height. */
export function sharesColumn(a: Rect, b: Rect): boolean {
  return a.right > b.left && b.right > a.left;
}

/** `value` moved into [low, high]; `low` where the interval is empty. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
