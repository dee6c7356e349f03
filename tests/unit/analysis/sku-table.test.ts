import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skuTable } from '../../../lib/analysis/sku-table';
import type { Price } from '../../../lib/listing/price';
import type { Sku } from '../../../lib/listing/snapshot';
import { from, snapshotOf, yuan } from './snapshot';

let made = 0;
function sku(names: string[], before: Price | null, final: Price | null = before): Sku {
  made += 1;
  return { skuId: String(made), names, before, final, stockText: null };
}
const marks = (...skus: Sku[]) => skuTable(snapshotOf({ skus }))?.rows.map((row) => row.mark);
const unitMarks = (...skus: Sku[]) =>
  skuTable(snapshotOf({ skus }))?.rows.map((row) => row.unitMark);

test('no table where no SKU was read', () => {
  expect(skuTable(snapshotOf({}))).toBeNull();
  expect(skuTable(snapshotOf({ skus: [] }))).toBeNull();
});

test('rows stand in the order of the page, with both prices, stock, and which is chosen', () => {
  const red = { ...sku(['红'], yuan(149), yuan(126)), stockText: '仅剩 8 件' };
  const blue = sku(['蓝'], yuan(159), yuan(136));
  const table = skuTable(
    snapshotOf({ skus: [red, blue], chosenSku: { skuId: blue.skuId, names: ['蓝'] } }),
  );
  expect(table).toMatchObject({ role: 'final', priced: 2, gated: 0 });
  expect(table?.rows).toMatchObject([
    { names: ['红'], before: yuan(149), final: yuan(126), stockText: '仅剩 8 件', chosen: false },
    { names: ['蓝'], mark: 'dearest', chosen: true },
  ]);
});

describe('the price that is compared', () => {
  test('is the account’s where every priced SKU has it, else 优惠前, else none', () => {
    const role = (...skus: Sku[]) => skuTable(snapshotOf({ skus }))?.role;
    expect(role(sku([], yuan(2), yuan(1)), sku([], null))).toBe('final');
    expect(role(sku([], yuan(2), yuan(1)), sku([], yuan(2), null))).toBe('before');
    expect(role(sku([], null, yuan(1)), sku([], yuan(2), null))).toBeNull();
    expect(role(sku([], null))).toBeNull();
  });

  test('of a mixed table is none, and nothing is marked', () => {
    expect(marks(sku([], null, yuan(1)), sku([], yuan(2), null))).toEqual([null, null]);
  });
});

describe('cheapest and dearest', () => {
  test('are marked among the priced ones, all that tie', () => {
    const skus = [sku([], yuan(3)), sku([], yuan(2)), sku([], yuan(2)), sku([], null)];
    expect(marks(...skus)).toEqual(['dearest', 'cheapest', 'cheapest', null]);
  });

  test('are not marked where all cost the same, or one alone is priced', () => {
    expect(marks(sku([], yuan(2)), sku([], yuan(2)))).toEqual([null, null]);
    expect(marks(sku([], yuan(2)), sku([], null))).toEqual([null, null]);
  });

  test('a 起 price is never cheapest, and with it nothing is dearest', () => {
    expect(marks(sku([], from(1)), sku([], yuan(2)))).toEqual([null, null]);
    expect(marks(sku([], from(3)), sku([], yuan(2)))).toEqual([null, 'cheapest']);
  });

  const price = fc
    .record({
      low: fc.integer({ min: 1, max: 40 }),
      width: fc.integer({ min: 0, max: 6 }),
      open: fc.boolean(),
    })
    .map(({ low, width, open }): Price => ({ minFen: low, maxFen: open ? null : low + width }));
  test('hold whatever the true amounts within the ranges are', () => {
    const truth = fc.record({ price, at: fc.double({ min: 0, max: 1, noNaN: true }) });
    const property = fc.property(fc.array(truth, { minLength: 1, maxLength: 6 }), (all) => {
      const amounts = all.map(({ price: each, at }) =>
        each.maxFen === null
          ? each.minFen + at * 90
          : each.minFen + at * (each.maxFen - each.minFen),
      );
      const told = marks(...all.map(({ price: each }) => sku([], each))) ?? [];
      return told.every((mark, index) => {
        const mine = amounts[index] ?? 0;
        if (mark === 'cheapest') return amounts.every((other) => other >= mine);
        return mark === null || amounts.every((other) => other <= mine);
      });
    });
    fc.assert(property, { numRuns: 2000 });
  });
});

describe('on a page that keeps prices back', () => {
  test('a SKU without prices is 价格待定', () => {
    const table = skuTable(snapshotOf({ skus: [sku([], yuan(2)), sku([], null)] }));
    expect(table).toMatchObject({ priced: 1, gated: 1 });
    expect(table?.rows.map((row) => row.gated)).toEqual([false, true]);
  });

  test.each([{ gated: true }, { account: 'degraded' as const }])(
    'none is believed: %o',
    (frame) => {
      const skus = [sku(['500g'], yuan(2)), sku(['1kg'], yuan(3))];
      const table = skuTable(snapshotOf({ skus }, frame));
      expect(table).toMatchObject({ priced: 0, gated: 2, role: null });
      expect(table?.rows[0]).toMatchObject({
        before: null,
        final: null,
        unitPrice: null,
        mark: null,
      });
    },
  );
});

describe('unit prices', () => {
  test('show which package is really cheaper', () => {
    const [small, large] = [sku(['500g'], yuan(20)), sku(['500g*3袋'], yuan(54))];
    expect(marks(small, large)).toEqual(['cheapest', 'dearest']);
    expect(unitMarks(small, large)).toEqual(['dearest', 'cheapest']);
  });

  test('are compared exactly, a hundredth of a fen apart', () => {
    expect(unitMarks(sku(['300片'], yuan(1)), sku(['301片'], yuan(1)))).toEqual([
      'dearest',
      'cheapest',
    ]);
    expect(unitMarks(sku(['3片'], yuan(1)), sku(['6片'], yuan(2)))).toEqual([null, null]);
  });

  test('are not compared where one is missing or of another unit', () => {
    expect(unitMarks(sku(['500g'], yuan(2)), sku(['大份'], yuan(3)))).toEqual([null, null]);
    expect(unitMarks(sku(['500g'], yuan(2)), sku(['500ml'], yuan(3)))).toEqual([null, null]);
  });

  const table = (title: string, ...skus: Sku[]) =>
    skuTable(snapshotOf({ title, skus }))?.rows.map((row) => row.unitPrice?.quantity ?? null);
  test('come from the title only where SKUs differ in neither amount nor price', () => {
    const quantity = { text: '500g', from: 'title' };
    expect(table('坚果 500g', sku(['原味'], yuan(2)), sku(['蟹黄'], yuan(2)))).toEqual([
      quantity,
      quantity,
    ]);
    expect(table('坚果 500g', sku(['大份'], yuan(2)), sku(['小份'], yuan(1)))).toEqual([
      null,
      null,
    ]);
    expect(table('坚果 500g', sku(['500g'], yuan(2)), sku(['礼盒'], yuan(2)))).toEqual([
      { text: '500g', from: 'sku' },
      null,
    ]);
    expect(table('坚果 500g', sku(['原味'], yuan(2)))).toEqual([quantity]);
  });
});
