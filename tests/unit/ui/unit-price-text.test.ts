import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitPriceText } from '../../../components/overlay/unit-price-text';
import type { UnitPrice } from '../../../lib/analysis/unit-price';

const unit = (minFen: number, of: number, maxFen: number | null = minFen): UnitPrice => ({
  per: 'piece',
  word: '片',
  minFen,
  maxFen,
  of,
  quantity: { text: '', from: 'sku' },
});

test.each([
  [unit(2990, 10), '¥2.99'],
  [unit(3000, 10), '¥3'],
  [unit(129_000_000, 1), '¥1,290,000'],
  [unit(1290, 100), '¥0.129'],
  [unit(1290, 2000), '≈¥0.0065'],
  [unit(100, 3), '≈¥0.333'],
  [unit(99_999, 1000), '≈¥1'],
  [unit(1000, 3, 2000), '≈¥3.33 ~ 6.67'],
  [unit(1000, 5, null), '¥2 起'],
  [unit(1000, 3, null), '≈¥3.33 起'],
  [unit(0, 3), '¥0'],
])('%o is written %s', (price, text) => {
  expect(unitPriceText(price, '起')).toBe(text);
});

test('what is written is within half its last digit, and exact unless it says so', () => {
  const property = fc.property(
    fc.integer({ min: 0, max: 10_000_000 }),
    fc.integer({ min: 1, max: 100_000 }),
    (fen, of) => {
      const text = unitPriceText(unit(fen, of), '起');
      const shown = Number(text.replace(/[≈¥,]/g, ''));
      const truth = fen / of / 100;
      const step = truth >= 1 ? 0.005 : truth >= 0.01 ? 0.0005 : 0.00005;
      const error = Math.abs(shown - truth);
      return text.startsWith('≈') ? error <= step * 1.000001 : error < 1e-9 * Math.max(1, truth);
    },
  );
  fc.assert(property, { numRuns: 3000 });
});
