import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../../../lib/analysis/coverage-result';
import { placeParts } from '../../../lib/analysis/place-parts';

/** The places of one part: all of one length, in order. */
const places = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.uniqueArray(fc.nat(14), { minLength: 1, maxLength: 6 }))
  .map(([size, starts]): Span[] =>
    starts.toSorted((a, b) => a - b).map((from) => ({ from, to: from + size })),
  );

test('two parts stand where any number of parts would put them', () => {
  fc.assert(
    fc.property(places, fc.option(places), (first, other) => {
      // Twice the same root is a pair too.
      const second = other ?? first;
      const { placed, spans, width } = placeParts([first, second]);
      // A part that stands nowhere takes the way of many parts.
      expect(placeParts([first, second, []])).toEqual({ placed, spans: [...spans, null], width });
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['the tightest', [0, 6], [4, 9], { placed: 2, from: [6, 4], width: 4 }],
  ['none apart', [3], [3], { placed: 1, from: [3, null], width: 2 }],
  ['alike, the sooner', [2, 8], [0, 6], { placed: 2, from: [2, 0], width: 4 }],
])('%s', (_, first, second, expected) => {
  const two = (from: number) => ({ from, to: from + 2 });
  const { placed, spans, width } = placeParts([first.map(two), second.map(two)]);
  expect({ placed, from: spans.map((span) => span?.from ?? null), width }).toEqual(expected);
});
