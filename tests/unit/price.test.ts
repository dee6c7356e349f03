import { expect, test } from 'vitest';
import { exactPrice, isExact, priceSchema } from '../../lib/listing/price';

test('a price is exact, a range or 起', () => {
  expect(isExact(exactPrice(12_900))).toBe(true);
  expect(isExact({ minFen: 12_900, maxFen: null })).toBe(false);
  expect(isExact({ minFen: 60_000, maxFen: 120_000 })).toBe(false);
});

test.each([
  ['a float', { minFen: 129.5, maxFen: 129.5 }],
  ['a negative amount', { minFen: -1, maxFen: -1 }],
  ['a range upside down', { minFen: 2, maxFen: 1 }],
  ['NaN', { minFen: Number.NaN, maxFen: 1 }],
])('%s is no price', (_, value) => {
  expect(priceSchema.safeParse(value).success).toBe(false);
});
