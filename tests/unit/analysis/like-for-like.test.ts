import { describe, expect, test } from 'vitest';
import { likeForLike } from '../../../lib/analysis/like-for-like';
import { pricePath } from '../../../lib/analysis/price-path';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import type { ListingSnapshot, Sku } from '../../../lib/listing/snapshot';
import { from, ledgerOf, snapshotOf, yuan } from './snapshot';

const sku = (skuId: string, name: string, before: number | null, final: number | null = before) => {
  const price = (amount: number | null) => (amount === null ? null : yuan(amount));
  return { skuId, names: [name], before: price(before), final: price(final), stockText: null };
};
let items = 0;
const listing = (skus: Sku[], more: Parameters<typeof snapshotOf>[0] = {}) =>
  snapshotOf(
    { title: '每日坚果', beforePrice: from(9), skus, ...more },
    { itemId: `7000000000${10 + (items += 1)}` },
  );
const rows = (...snapshots: ListingSnapshot[]) =>
  likeForLike(
    snapshots.map((snapshot) => ({ snapshot, path: pricePath(snapshot, LEDGER_CODES) })),
  ).map(({ text, cells, lowest }) => [
    text,
    cells.map((cell) => (cell === null ? null : cell.price.minFen / 100)),
    lowest,
  ]);

describe('SKUs of the same quantity stand beside each other', () => {
  const a = listing([sku('1', '500g', 50), sku('2', '1kg', 90)]);
  const b = listing([sku('1', '500克', 45), sku('2', '250g*4袋', 80), sku('3', '250g', 30)]);

  test('whatever they are called, with the unit price; what one alone sells is left out', () => {
    expect(rows(a, b)).toEqual([
      ['500g', [50, 45], [1]],
      ['1kg', [90, 80], [1]],
    ]);
    const [first] = likeForLike(
      [a, b].map((snapshot) => ({ snapshot, path: pricePath(snapshot, LEDGER_CODES) })),
    );
    expect(first?.cells[1]?.unit).toMatchObject({ per: '100g', minFen: 4500, of: 5 });
  });

  test('of several of one listing the cheapest; alike is nobody’s lowest', () => {
    const c = listing([sku('1', '原味 500g', 60), sku('2', '蟹黄 500g', 50)]);
    expect(rows(a, c)).toEqual([['500g', [50, 50], []]]);
  });

  test('what most listings sell comes first', () => {
    const c = listing([sku('1', '1千克', 85)]);
    expect(rows(a, b, c).map(([text]) => text)).toEqual(['1kg', '500g']);
  });
});

test('colours and tastes go by their names', () => {
  const a = listing([sku('1', '白色', 129), sku('2', '红色', 119)], { title: '防晒衣' });
  const b = listing([sku('7', ' 白 色', 139), sku('8', '蓝色', 99)], { title: '防晒衣' });
  expect(rows(a, b)).toEqual([['白色', [129, 139], [0]]]);
});

describe('only public prices that are certain', () => {
  const plain = listing([sku('1', '500g', 50)]);
  test('a SKU under a promotion has none', () => {
    expect(rows(plain, listing([sku('1', '500g', 50, 40)]))).toEqual([]);
  });
  test('but as the chosen one with its ledger', () => {
    const chosen = snapshotOf(
      {
        title: '每日坚果',
        listPrice: yuan(50),
        beforePrice: yuan(50),
        finalPrice: yuan(38),
        ledger: ledgerOf([50, 50, 38], [], ['20:10', '5:2']),
        skus: [sku('1', '500g', 50, 38)],
      },
      { itemId: '700000000099', skuId: '1' },
    );
    expect(rows(plain, chosen)).toEqual([['500g', [50, 40], [1]]]);
  });
  test('gated ones have none', () => {
    expect(rows(plain, listing([sku('1', '500g', null)]))).toEqual([]);
    const gated = { ...listing([sku('1', '500g', 10)]), gated: true };
    expect(rows(plain, gated)).toEqual([]);
  });
  test('an item without SKUs has that of its page, where its title says how much', () => {
    const whole = snapshotOf({ title: '坚果 500g', beforePrice: yuan(44), skus: [] });
    expect(rows(plain, whole)).toEqual([['500g', [50, 44], [1]]]);
  });
});
