import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupedText } from '../../../lib/listing/grouped-text';

it('writes every figure as the engine would', () => {
  const figure = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(figure, fc.integer({ min: 0, max: 3 }), (n, decimals) => {
      fc.pre(!Object.is(n, -0));
      const formatted = n.toLocaleString('en-US', { maximumFractionDigits: decimals });
      expect(groupedText(n, decimals)).toBe(formatted);
    }),
  );
  expect([8210, 600, 1_234_567, 0].map((n) => groupedText(n))).toEqual([
    '8,210',
    '600',
    '1,234,567',
    '0',
  ]);
});
