import type { Span } from './coverage-result';

/** Parts placed in a text: one span per part, null for a part that found no room. */
export type Placement = { placed: number; spans: (Span | null)[]; width: number };

type State = { mask: number; start: number; end: number; span: Span; before: State | null };

/**
 * Places as many parts as possible so that no two use the same characters, and of those placements
 * the one whose stretch from first start to last end is shortest. `places[i]` are the spans where
 * part `i` occurs; at most 16 parts. Where fewer than all fit, earlier parts go before later ones.
 * `width` is that stretch, 0 where nothing is placed.
 */
export function placeParts(places: readonly (readonly Span[])[]): Placement {
  const single = placeSingles(places);
  if (single !== null) return single;
  const [a, b] = places;
  const isPair = places.length === 2 && a!.length > 0 && b!.length > 0;
  return isPair ? placePair(a!, b!) : placeAny(places);
}

/**
 * Two parts that both occur: each place of either with the last one of the other before it. Where no two
 * are apart, the first part stands where it occurs first. One part's spans are all of one length.
 */
function placePair(first: readonly Span[], second: readonly Span[]): Placement {
  let width = Number.POSITIVE_INFINITY;
  let spans: (Span | null)[] = [first[0]!, null];
  let last: Span = first[0]!;
  for (let part = 0; part < 2; part++) {
    for (const span of part === 0 ? first : second) {
      const before = (part === 0 ? second : first).findLast((other) => other.to <= span.from);
      if (before === undefined) continue;
      const needed = span.to - before.from;
      if (needed > width || (needed === width && !isSooner(span, last))) continue;
      width = needed;
      last = span;
      spans = part === 0 ? [span, before] : [before, span];
    }
  }
  if (spans[1] === null) return { placed: 1, spans, width: last.to - last.from };
  return { placed: 2, spans, width };
}

function isSooner(a: Span, b: Span): boolean {
  return a.from < b.from || (a.from === b.from && a.to < b.to);
}

/** The common case: every part occurs once or not at all, or only one does; none lies over another. */
function placeSingles(places: readonly (readonly Span[])[]): Placement | null {
  const spans: (Span | null)[] = [];
  let placed = 0;
  let start = 0;
  let end = 0;
  let found = 0;
  for (const list of places) if (list.length > 0) found++;
  for (const list of places) {
    // One alone stands where it occurs first.
    if (list.length > 1 && found > 1) return null;
    const span = list[0] ?? null;
    if (span !== null) {
      for (const other of spans)
        if (other !== null && other.from < span.to && span.from < other.to) return null;
      if (placed++ === 0 || span.from < start) start = span.from;
      if (span.to > end) end = span.to;
    }
    spans.push(span);
  }
  return { placed, spans, width: end - start };
}

function placeAny(places: readonly (readonly Span[])[]): Placement {
  const found = places.filter((spans) => spans.length > 0);
  const placement = placeFound(found);
  if (found.length === places.length) return placement;
  let next = 0;
  const spans = places.map((list) => (list.length > 0 ? placement.spans[next++]! : null));
  return { ...placement, spans };
}

function placeFound(places: readonly (readonly Span[])[]): Placement {
  const size = places.length;
  if (size === 0) return { placed: 0, spans: [], width: 0 };
  if (size === 1) {
    const first = places[0]![0]!;
    return { placed: 1, spans: [first], width: first.to - first.from };
  }
  const occurrences = places
    .flatMap((spans, part) => spans.map((span) => ({ span, bit: 1 << (size - 1 - part) })))
    .toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);

  // Of all ways to place a set of parts that end before the sweep, the one that starts last.
  const latest: (State | null)[] = Array.from({ length: 1 << size }, () => null);
  const tightest: (State | null)[] = latest.slice();
  let open: State[] = [];
  for (const { span, bit } of occurrences) {
    const still: State[] = [];
    for (const state of open) {
      if (state.end > span.from) still.push(state);
      else if ((latest[state.mask]?.start ?? -1) < state.start) latest[state.mask] = state;
    }
    open = still;
    for (let mask = 0; mask < latest.length; mask++) {
      const before = latest[mask]!;
      if ((mask & bit) !== 0 || (before === null && mask !== 0)) continue;
      const start = before === null ? span.from : before.start;
      const state = { mask: mask | bit, start, end: span.to, span, before };
      open.push(state);
      const known = tightest[state.mask]!;
      if (known === null || state.end - state.start < known.end - known.start)
        tightest[state.mask] = state;
    }
  }

  // Most parts first; among equals the greater number holds the earlier parts.
  let best: State | null = null;
  for (const state of tightest)
    if (state !== null && (best === null || bitCount(state.mask) >= bitCount(best.mask)))
      best = state;
  const spans: (Span | null)[] = places.map(() => null);
  for (let state = best; state !== null; state = state.before) {
    const bit = state.mask & ~(state.before?.mask ?? 0);
    spans[size - 1 - (31 - Math.clz32(bit))] = state.span;
  }
  const width = best === null ? 0 : best.end - best.start;
  return { placed: best === null ? 0 : bitCount(best.mask), spans, width };
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
