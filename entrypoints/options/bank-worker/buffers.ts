/** The buffers of all typed arrays in an answer, to be handed over instead of copied. */
export function buffersOf(value: unknown, depth = 4): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  // A long list of objects holds none: only lists of arrays and columns do, and they are short.
  const members = Array.isArray(value) ? value.slice(0, 100) : Object.values(value);
  return members.flatMap((member) => buffersOf(member, depth - 1));
}
