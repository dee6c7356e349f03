import { describe, expect, test } from 'vitest';
import { pricePath } from '../../../lib/analysis/price-path';
import { priceNote, seriesOf } from '../../../lib/analysis/price-note';
import type { Ladder } from '../../../lib/benchmark/benchmark';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import type { Price } from '../../../lib/listing/price';
import { seriesKey, type Observation } from '../../../lib/listing/series';
import type { ListingSnapshot } from '../../../lib/listing/snapshot';
import { DAY, from, ledgerOf, NOW, snapshotOf, yuan } from './snapshot';

const LISTING = 'taobao:700000000001';

function seen(daysAgo: number, price: Price | null, more: Partial<Observation> = {}): Observation {
  return {
    series: seriesKey(LISTING, '11', false),
    listingId: LISTING,
    skuId: '11',
    atMs: NOW - daysAgo * DAY,
    listPrice: null,
    beforePrice: null,
    publicPrice: price,
    finalPrice: null,
    steps: [],
    account: 'logged-in',
    gated: false,
    ...more,
  };
}

const ladder: Ladder = {
  dailyFen: 16_900,
  promoFen: 13_900,
  memberFen: 11_900,
  floorFen: 10_900,
};

function note(
  snapshot: ListingSnapshot,
  history: Observation[] = [],
  lines: Ladder | null = ladder,
) {
  const path = pricePath(snapshot, LEDGER_CODES);
  return priceNote({ snapshot, path, ladder: lines, thresholds: [], history });
}

/** 优惠前 159, public 134, this account 129. */
const promo = snapshotOf(
  {
    listPrice: yuan(169),
    beforePrice: yuan(159),
    finalPrice: yuan(129),
    ledger: ledgerOf([169, 159, 129], ['41:10'], ['20:25', '5:5']),
  },
  { skuId: '11' },
);

describe('the ladder', () => {
  test('daily, promo and floor meet the public price, member the account’s', () => {
    expect(note(promo).rungs).toMatchObject([
      { rung: 'daily', against: 'public', difference: { minFen: -3500, maxFen: -3500 } },
      { rung: 'promo', against: 'public', difference: { minFen: -500 }, position: 'below' },
      { rung: 'member', against: 'account', difference: { minFen: 1000 }, position: 'above' },
      { rung: 'floor', against: 'public', difference: { minFen: 2500 }, position: 'above' },
    ]);
  });

  test('a line that is not set has no rung', () => {
    const lines = { dailyFen: null, promoFen: 13_900, memberFen: null, floorFen: null };
    expect(note(promo, [], lines).rungs.map((rung) => rung.rung)).toEqual(['promo']);
    expect(note(promo, [], null).rungs).toEqual([]);
  });

  test('without a public price nothing is said; the member line needs the account’s', () => {
    const rungs = note(snapshotOf({ beforePrice: yuan(159), finalPrice: yuan(129) })).rungs;
    expect(rungs[0]).toMatchObject({ difference: null, share: null, position: null });
    expect(rungs[2]).toMatchObject({ rung: 'member', position: 'above' });
    const plain = note(snapshotOf({ beforePrice: yuan(159) })).rungs;
    expect(plain[2]).toMatchObject({ rung: 'member', position: null });
    const gated = note(snapshotOf({ finalPrice: yuan(9999) }, { gated: true })).rungs;
    expect(gated[2]).toMatchObject({ rung: 'member', position: null });
  });

  test('a range that straddles a line is unclear', () => {
    const range = { minFen: 12_900, maxFen: 14_900 };
    expect(note(snapshotOf({ beforePrice: range })).rungs[1]).toMatchObject({
      position: 'unclear',
      difference: { minFen: -1000, maxFen: 1000 },
    });
  });
});

describe('the last price', () => {
  test('is the newest of the same series before this visit', () => {
    const history = [
      seen(20, yuan(119)),
      seen(6, yuan(139)),
      seen(3, yuan(99), { series: seriesKey(LISTING, '12', false) }),
      seen(2, yuan(99), { series: seriesKey(LISTING, '11', true) }),
      seen(1, yuan(1), { gated: true }),
      seen(0.5, null),
      seen(0, yuan(88)),
      seen(-1, yuan(77)),
    ];
    expect(note(promo, history).last).toMatchObject({
      price: yuan(139),
      atMs: NOW - 6 * DAY,
      difference: { minFen: -500, maxFen: -500 },
    });
  });

  test('is told without a difference where today’s is not known', () => {
    const today = snapshotOf({ beforePrice: yuan(159), finalPrice: yuan(129) }, { skuId: '11' });
    expect(note(today, [seen(6, yuan(139))]).last).toEqual({
      price: yuan(139),
      atMs: NOW - 6 * DAY,
      difference: { minFen: null, maxFen: null },
      share: null,
    });
  });

  test('is null on a first visit', () => {
    expect(note(promo).last).toBeNull();
  });
});

describe('lowest and highest', () => {
  const history = [
    seen(200, yuan(1)),
    seen(170, yuan(99)),
    seen(80, yuan(119)),
    seen(60, yuan(159)),
    seen(10, yuan(139)),
    seen(5, yuan(9), { gated: true }),
    seen(4, null),
  ];

  test('of 30, 90 and 180 days, this visit among them', () => {
    expect(note(promo, history).extents).toEqual([
      {
        days: 30,
        lowest: { price: yuan(134), atMs: NOW },
        highest: { price: yuan(139), atMs: NOW - 10 * DAY },
        seen: 2,
      },
      {
        days: 90,
        lowest: { price: yuan(119), atMs: NOW - 80 * DAY },
        highest: { price: yuan(159), atMs: NOW - 60 * DAY },
        seen: 4,
      },
      {
        days: 180,
        lowest: { price: yuan(99), atMs: NOW - 170 * DAY },
        highest: { price: yuan(159), atMs: NOW - 60 * DAY },
        seen: 5,
      },
    ]);
  });

  test('none where nothing is known', () => {
    expect(note(snapshotOf({})).extents[0]).toEqual({
      days: 30,
      lowest: null,
      highest: null,
      seen: 0,
    });
  });
});

test('the strip breaks where the listing was not seen for more than seven days', () => {
  const history = [seen(20, yuan(119)), seen(13, yuan(129)), seen(5, null), seen(190, yuan(1))];
  expect(note(promo, history).strip).toEqual([
    { atMs: NOW - 20 * DAY, fen: 11_900 },
    { atMs: NOW - 13 * DAY, fen: 12_900 },
    { atMs: NOW - 13 * DAY + 1, fen: null },
    { atMs: NOW - 5 * DAY, fen: null },
    { atMs: NOW, fen: 13_400 },
  ]);
});

test('a gated visit adds no point', () => {
  const gated = snapshotOf({ beforePrice: yuan(9999) }, { gated: true, skuId: '11' });
  const answer = note(gated, [seen(3, yuan(139))]);
  expect(answer.strip).toEqual([{ atMs: NOW - 3 * DAY, fen: 13_900 }]);
  expect(answer.extents[0]?.highest?.price).toEqual(yuan(139));
});

test('起 and exact prices are different series', () => {
  const open = snapshotOf({ beforePrice: from(129) });
  expect(seriesOf(open, pricePath(open, LEDGER_CODES))).toBe(`${LISTING}|page|from`);
  expect(note(promo).series).toBe(`${LISTING}|11|exact`);
  expect(note(snapshotOf({})).series).toBeNull();
});

test('scores meet the operator’s thresholds', () => {
  const score = (name: string, value: number | null) => {
    return { name, text: value === null ? '-' : `${value} `, value, level: null };
  };
  const page = snapshotOf({
    scores: [
      score('宝贝与描述相符', 4.7),
      score('物流服务', 4.9),
      score('物流速度', 4.6),
      score('体验分', null),
    ],
  });
  const thresholds = ['描述', '物流速度', '物流', '体验分', '好评率'].map((name) => {
    return { name, min: 4.7 };
  });
  const path = pricePath(page, LEDGER_CODES);
  const answer = priceNote({ snapshot: page, path, ladder: null, thresholds, history: [] });
  expect(answer.scores.map(({ name, value, state }) => [name, value, state])).toEqual([
    ['描述', 4.7, 'pass'],
    ['物流速度', 4.6, 'missing'],
    ['物流', null, 'unreadable'],
    ['体验分', null, 'unreadable'],
    ['好评率', null, 'unreadable'],
  ]);
});
