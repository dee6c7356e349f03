import { describe, expect, test } from 'vitest';
import { raisesBeforeSales } from '../../../lib/analysis/raise-before-sale';
import type { ShadedWindow } from '../../../lib/listing/promotion-calendar';
import type { Price } from '../../../lib/listing/price';
import type { Observation } from '../../../lib/listing/series';
import { DAY, from, NOW, yuan } from './snapshot';

const event: ShadedWindow = { name: '双11', phase: 'whole', fromMs: NOW, toMs: NOW + 10 * DAY };
const row = (days: number, price: Price | null, more: Partial<Observation> = {}): Observation => ({
  series: 'taobao:1|page|exact',
  listingId: 'taobao:1',
  skuId: null,
  atMs: NOW + days * DAY,
  listPrice: null,
  beforePrice: null,
  publicPrice: price,
  finalPrice: null,
  steps: [],
  account: 'unknown',
  gated: false,
  ...more,
});
const found = (rows: Observation[], windows: ShadedWindow[] = [event]) =>
  raisesBeforeSales(rows, windows).map(({ before, raised, lowered }) =>
    [before, raised, lowered].map(({ atMs, price }) => [(atMs - NOW) / DAY, price.minFen / 100]),
  );

test('a price raised before an event and lowered in it is told with its three sights', () => {
  const rows = [
    row(-40, yuan(129)),
    row(-20, yuan(139)),
    row(-6, yuan(169)),
    row(1, yuan(149)),
    row(3, yuan(139)),
  ];
  expect(found(rows)).toEqual([
    [
      [-20, 139],
      [-6, 169],
      [3, 139],
    ],
  ]);
  expect(found(rows.toReversed())).toEqual(found(rows));
});

describe('nothing is told', () => {
  const raised = [row(-20, yuan(139)), row(-6, yuan(169)), row(3, yuan(139))];
  test.each<[string, Observation[]]>([
    ['where the price only fell', [row(-20, yuan(169)), row(-6, yuan(169)), row(3, yuan(139))]],
    ['where it only rose', [row(-20, yuan(139)), row(-6, yuan(169)), row(3, yuan(169))]],
    ['where the raise was taken back before', [...raised, row(-1, yuan(139))]],
    ['without a sight in the event', raised.slice(0, 2)],
    ['of a raise long before', [row(-50, yuan(139)), row(-40, yuan(169)), row(3, yuan(139))]],
    ['of a price long before', [row(-70, yuan(139)), row(-6, yuan(169)), row(3, yuan(139))]],
    [
      'of a gated reading',
      [row(-20, yuan(139)), row(-6, yuan(9999), { gated: true }), row(3, yuan(129))],
    ],
    ['of two series', [row(-20, yuan(139), { series: 'other' }), ...raised.slice(1)]],
    [
      'where a range leaves it open',
      [row(-20, { minFen: 13_900, maxFen: 17_000 }), ...raised.slice(1)],
    ],
    ['where 起 leaves it open', [row(-20, from(139)), ...raised.slice(1)]],
    ['where a price was not known', [row(-20, null), ...raised.slice(1)]],
  ])('%s', (_, rows) => {
    expect(found(rows)).toEqual([]);
  });

  test('of an event whose end is not known', () => {
    expect(found(raised, [{ ...event, toMs: null }])).toEqual([]);
  });

  test('of an event when another one came between', () => {
    const between = { ...event, name: '超级88', fromMs: NOW - 5 * DAY, toMs: NOW - 2 * DAY };
    expect(found(raised, [between, event])).toEqual([]);
  });

  test('of a price that only came back from another event', () => {
    const earlier = { ...event, name: '超级88', fromMs: NOW - 25 * DAY, toMs: NOW - 15 * DAY };
    expect(found(raised, [event, earlier])).toEqual([]);
    expect(found(raised, [event])).toHaveLength(1);
    const open = { ...earlier, toMs: null };
    expect(found(raised, [event, open])).toEqual([]);
    expect(found(raised, [event, { ...open, fromMs: NOW - 70 * DAY }])).toHaveLength(1);
  });
});
