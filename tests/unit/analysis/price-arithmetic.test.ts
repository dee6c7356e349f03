import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, positionOf, shareOf } from '../../../lib/analysis/price-arithmetic';
import { weightedShare } from '../../../lib/analysis/weighted-share';
import type { Price } from '../../../lib/listing/price';
import { from, yuan } from './snapshot';

/** A price as a page states it, and a true amount that fits the statement. */
const priceAndTruth = fc
  .record({
    low: fc.integer({ min: 0, max: 1_000_000 }),
    width: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100_000 })),
    open: fc.boolean(),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ low, width, open, at }) => {
    const price: Price = { minFen: low, maxFen: open ? null : low + width };
    return { price, truth: low + Math.round(at * (open ? 5_000_000 : width)) };
  });

const isWithin = (value: number, low: number | null, high: number | null) =>
  (low === null || value >= low - 1e-9) && (high === null || value <= high + 1e-9);
const isClose = (a: number, b: number | null) => b === null || Math.abs(a - b) < 1e-9;
/** Whether the property holds, with its counterexample where it does not. */
function holds<T>(property: fc.IProperty<T>) {
  return () => {
    fc.assert(property, { numRuns: 1000 });
  };
}

test('a difference holds the true one, whatever the true amounts are', () => {
  const property = fc.property(priceAndTruth, priceAndTruth, (a, b) => {
    const span = difference(a.price, b.price);
    const isOpen = a.price.maxFen === null || b.price.maxFen === null;
    const isKnown = span.minFen !== null && span.maxFen !== null;
    return isWithin(a.truth - b.truth, span.minFen, span.maxFen) && (isOpen || isKnown);
  });
  expect(holds(property)).not.toThrow();
});

test('a share holds the true one', () => {
  const property = fc.property(priceAndTruth, priceAndTruth, (a, b) => {
    const span = shareOf(a.price, b.price);
    if (span === null) return b.price.minFen === 0;
    return isWithin((a.truth - b.truth) / b.truth, span.min, span.max);
  });
  expect(holds(property)).not.toThrow();
});

test('a position is said only where it is sure', () => {
  const line = fc.integer({ min: 0, max: 1_100_000 });
  const property = fc.property(priceAndTruth, line, ({ price, truth }, lineFen) => {
    switch (positionOf(price, lineFen)) {
      case 'above':
        return truth > lineFen;
      case 'below':
        return truth < lineFen;
      case 'at':
        return truth === lineFen;
      case 'unclear':
        return price.minFen <= lineFen && (price.maxFen === null || lineFen <= price.maxFen);
    }
  });
  expect(holds(property)).not.toThrow();
});

describe('as operators read them', () => {
  test('¥129 against ¥139', () => {
    expect(difference(yuan(129), yuan(139))).toEqual({ minFen: -1000, maxFen: -1000 });
    expect(shareOf(yuan(129), yuan(139))?.min).toBeCloseTo(-0.0719, 4);
  });
  test('起 has no upper end', () => {
    expect(difference(from(129), yuan(139))).toEqual({ minFen: -1000, maxFen: null });
    expect(difference(yuan(129), from(139))).toEqual({ minFen: null, maxFen: -1000 });
    expect(positionOf(from(129), 12_900)).toBe('unclear');
    expect(positionOf(from(129), 12_800)).toBe('above');
  });
  test('a range on both sides of the line is unclear', () => {
    const range = { minFen: 60_000, maxFen: 120_000 };
    expect(positionOf(range, 100_000)).toBe('unclear');
    expect(positionOf(range, 120_000)).toBe('unclear');
    expect(positionOf(range, 120_001)).toBe('below');
  });
  test('a line of nothing has no share', () => {
    expect(shareOf(yuan(129), yuan(0))).toBeNull();
  });
});

const weight = fc.oneof(
  fc.constant(null),
  fc
    .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
    .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
);

test('a weighted share holds the true one, and its ends can be reached', () => {
  const words = fc.array(
    fc.tuple(weight, fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true })),
  );
  const property = fc.property(words, (list) => {
    const sums = { covered: { min: 0, max: 0 }, others: { min: 0, max: 0 } };
    for (const [w, isCovered] of list) {
      const sum = isCovered ? sums.covered : sums.others;
      sum.min += w?.min ?? 0;
      sum.max += w?.max ?? 0;
    }
    /** The share where every word's weight lies that far from its lower to its upper end. */
    const shareAt = (at: (i: number) => number) => {
      let covered = 0;
      let all = 0;
      list.forEach(([w, isCovered], i) => {
        if (w === null) return;
        const value = w.min + at(i) * (w.max - w.min);
        all += value;
        if (isCovered) covered += value;
      });
      return all === 0 ? null : covered / all;
    };
    const share = weightedShare(sums.covered, sums.others);
    if (share === null) return shareAt(() => 1) === null;
    const truth = shareAt((i) => list[i]![2]);
    const lowest = shareAt((i) => (list[i]![1] ? 0 : 1));
    const highest = shareAt((i) => (list[i]![1] ? 1 : 0));
    return (
      (truth === null || isWithin(truth, share.min, share.max)) &&
      isClose(share.min, lowest) &&
      isClose(share.max, highest)
    );
  });
  expect(holds(property)).not.toThrow();
});
