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

const within = (value: number, low: number | null, high: number | null) => {
  if (low !== null) expect(value).toBeGreaterThanOrEqual(low - 1e-9);
  if (high !== null) expect(value).toBeLessThanOrEqual(high + 1e-9);
};

test('a difference holds the true one, whatever the true amounts are', () => {
  fc.assert(
    fc.property(priceAndTruth, priceAndTruth, (a, b) => {
      const span = difference(a.price, b.price);
      within(a.truth - b.truth, span.minFen, span.maxFen);
      const isOpen = a.price.maxFen === null || b.price.maxFen === null;
      if (!isOpen) expect([span.minFen, span.maxFen]).not.toContain(null);
    }),
  );
});

test('a share holds the true one', () => {
  fc.assert(
    fc.property(priceAndTruth, priceAndTruth, (a, b) => {
      const span = shareOf(a.price, b.price);
      if (span === null) expect(b.price.minFen).toBe(0);
      else within((a.truth - b.truth) / b.truth, span.min, span.max);
    }),
  );
});

test('a position is said only where it is sure', () => {
  fc.assert(
    fc.property(priceAndTruth, fc.integer({ min: 0, max: 1_100_000 }), (a, line) => {
      const position = positionOf(a.price, line);
      if (position === 'above') expect(a.truth).toBeGreaterThan(line);
      if (position === 'below') expect(a.truth).toBeLessThan(line);
      if (position === 'at') expect(a.truth).toBe(line);
      if (position === 'unclear' && a.price.maxFen !== null)
        expect(a.price.minFen <= line && line <= a.price.maxFen).toBe(true);
    }),
  );
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
  fc.assert(
    fc.property(
      fc.array(fc.tuple(weight, fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }))),
      (words) => {
        const sums = { covered: { min: 0, max: 0 }, others: { min: 0, max: 0 } };
        for (const [w, isCovered] of words) {
          const sum = isCovered ? sums.covered : sums.others;
          sum.min += w?.min ?? 0;
          sum.max += w?.max ?? 0;
        }
        const share = weightedShare(sums.covered, sums.others);
        const shareWith = (pick: (w: { min: number; max: number }, i: number) => number) => {
          let covered = 0;
          let all = 0;
          words.forEach(([w, isCovered], i) => {
            if (w === null) return;
            const value = pick(w, i);
            all += value;
            if (isCovered) covered += value;
          });
          return all === 0 ? null : covered / all;
        };
        const truth = shareWith((w, i) => w.min + words[i]![2] * (w.max - w.min));
        if (share === null) return void expect(shareWith((w) => w.max)).toBeNull();
        if (truth !== null) within(truth, share.min, share.max);
        const lowest = shareWith((w, i) => (words[i]![1] ? w.min : w.max));
        const highest = shareWith((w, i) => (words[i]![1] ? w.max : w.min));
        if (lowest !== null) expect(share.min).toBeCloseTo(lowest, 9);
        if (highest !== null) expect(share.max).toBeCloseTo(highest, 9);
      },
    ),
    { numRuns: 1000 },
  );
});
