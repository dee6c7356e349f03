import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../lib/analysis/changes';
import { pricePath } from '../../../lib/analysis/price-path';
import { toObservations } from '../../../lib/analysis/to-observations';
import { seriesToLookUp, visitBefore, withStored } from '../../../lib/analysis/visit-before';
import {
  type Facet,
  type LastSeen,
  shownBeforeSchema,
  shownBehind,
} from '../../../lib/listing/facets';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import type { Observation } from '../../../lib/listing/series';
import type { ListingSnapshot } from '../../../lib/listing/snapshot';
import { DAY, ledgerOf, NOW, snapshotOf, yuan } from './snapshot';

type Args = Parameters<typeof snapshotOf>;
const byMark = (text: string) => text.split('');

/** A visit of that many days ago. */
const on = (daysAgo: number, values: Args[0], more: Args[1] = {}) =>
  snapshotOf(values, { capturedAtMs: NOW - daysAgo * DAY, ...more });

const fromDom = (snapshot: ListingSnapshot, field: 'attributes' | 'impressions' | 'promotions') => {
  const { from, ...reading } = snapshot[field];
  return { ...snapshot, [field]: { ...reading, from: from && { ...from, source: 'dom' } } };
};

const pathOf = (snapshot: ListingSnapshot) => pricePath(snapshot, LEDGER_CODES);

/** What the last of several visits tells, with everything between them kept as the store keeps it. */
function told(...visits: ListingSnapshot[]) {
  let known: LastSeen | undefined;
  const stored: Observation[] = [];
  for (const [index, snapshot] of visits.entries()) {
    const path = pathOf(snapshot);
    const observations = toObservations(snapshot, path);
    if (known !== undefined && index === visits.length - 1) {
      const before = visitBefore(known, pathOf(known.snapshot));
      const asked = seriesToLookUp(before, { observations, path });
      const rows = stored.filter(({ series }) => asked.includes(series));
      return changesBetween(withStored(before, rows), { snapshot, path }, byMark).changes;
    }
    stored.push(...observations);
    known = { snapshot, ...shownBehind(known, snapshot) };
  }
  throw new Error('two visits at least');
}

const attributes = (...pairs: [string, string][]) => ({
  attributes: pairs.map(([name, value]) => ({ name, value })),
});
const promotions = (...texts: string[]) => ({
  promotions: texts.map((text) => ({ text, type: 'x', applied: true })),
});
const chosen = (skuId: string) => ({ chosenSku: { skuId, names: [skuId] } });

test('a change against an older visit says which', () => {
  expect(
    told(on(3, { title: '甲', imageCount: 5 }), on(2, { title: '乙' }), on(0, { imageCount: 6 })),
  ).toEqual([{ kind: 'count', which: 'images', before: '5', after: '6', sinceMs: NOW - 3 * DAY }]);
});

test('what was not shown for many visits is told once when it comes back', () => {
  const words = (...list: string[]) => ({
    impressions: list.map((word) => ({
      word,
      count: { text: '9', atLeast: 9, isLowerBound: false },
    })),
  });
  const visits = [on(5, words('显瘦')), on(4, {}), on(3, {}), on(2, words('轻薄'))];
  expect(told(...visits)).toMatchObject([{ kind: 'impressions', sinceMs: NOW - 5 * DAY }]);
  expect(told(...visits, on(1, {}), on(0, words('轻薄')))).toEqual([]);
});

test('a score that said "-" meanwhile, and sales of the same metric', () => {
  const of = (value: number | null, metric: 'sold' | 'paid', text: string) => ({
    scores: [{ name: '描述', text: value === null ? '-' : String(value), value, level: null }],
    sales: { count: { text, atLeast: 1, isLowerBound: true }, metric },
  });
  expect(
    told(on(2, of(4.8, 'sold', '1+')), on(1, of(null, 'paid', '7+')), on(0, of(4.7, 'sold', '2+'))),
  ).toEqual([
    { kind: 'count', which: 'sales', before: '1+', after: '2+', sinceMs: NOW - 2 * DAY },
    { kind: 'score', name: '描述', before: '4.8', after: '4.7', sinceMs: NOW - 2 * DAY },
  ]);
});

describe('lists that a page drew only in part', () => {
  const whole = on(2, attributes(['材质', '棉'], ['风格', '通勤'], ['版型', '宽松']));
  const part = fromDom(on(1, attributes(['材质', '麻'], ['季节', '夏'])), 'attributes');

  test('what a part lacks is not gone', () => {
    expect(told(whole, part)).toEqual([
      { kind: 'attribute', name: '材质', before: '棉', after: '麻' },
      { kind: 'attribute', name: '季节', before: null, after: '夏' },
    ]);
  });
  test('the next whole list is told against all that was known', () => {
    const next = on(0, attributes(['材质', '麻'], ['季节', '夏'], ['风格', '通勤']));
    expect(told(whole, part, next)).toEqual([
      { kind: 'attribute', name: '版型', before: '宽松', after: null },
    ]);
  });
  test('what the first whole list has more than a part is not new', () => {
    const next = on(0, attributes(['材质', '麻'], ['风格', '通勤']));
    expect(told(part, next)).toEqual([
      { kind: 'attribute', name: '季节', before: '夏', after: null },
    ]);
  });
});

describe('promotions', () => {
  test('of another SKU or account are told against their own, and no promotion twice', () => {
    const a = on(4, { ...promotions('满减', '秋上新'), ...chosen('1') });
    const b = on(3, { ...promotions('满减'), ...chosen('2') });
    expect(told(a, b)).toEqual([]);
    expect(told(a, b, on(2, { ...promotions('满减', '秋上新'), ...chosen('1') }))).toEqual([]);
    const c = on(2, { ...promotions('满减', '秋上新', '新券'), ...chosen('1') });
    expect(told(a, b, c)).toEqual([
      { kind: 'promotion-started', text: '新券', sinceMs: NOW - 4 * DAY },
    ]);
    // Told when it was first seen; with another SKU chosen it is no news.
    const d = on(1, { ...promotions('满减', '新券'), ...chosen('2') });
    expect(told(a, b, c, d)).toEqual([]);
    const out = on(0, { ...promotions('满减'), ...chosen('1') }, { account: 'logged-out' });
    expect(told(a, b, c, out)).toEqual([]);
  });
  test('that a page drew after a choice do not end the others', () => {
    const a = on(1, { ...promotions('满减', '秋上新'), ...chosen('1') });
    const b = fromDom(on(0, { ...promotions('满减'), ...chosen('1') }), 'promotions');
    expect(told(a, b)).toEqual([]);
  });
});

describe('prices and ledger of another SKU meanwhile', () => {
  const promo = (off: number) => ({
    listPrice: yuan(200),
    beforePrice: yuan(159),
    finalPrice: yuan(159 - off),
    ledger: ledgerOf([200, 159, 159 - off], ['41:41'], [`20:${off}`]),
  });
  const sinceMs = NOW - 2 * DAY;
  const series = 'taobao:700000000001|11|exact';
  const step = { kind: 'ledger', series, code: '20', stage: 'to-final' };

  test('each is told against the last visit that showed it', () => {
    expect(
      told(
        on(2, promo(20), { skuId: '11' }),
        on(1, promo(50), { skuId: '12' }),
        on(0, promo(30), { skuId: '11' }),
      ),
    ).toMatchObject([
      { kind: 'price', series, which: 'public', before: yuan(139), after: yuan(129), sinceMs },
      { kind: 'price', series, which: 'final', before: yuan(139), after: yuan(129), sinceMs },
      { ...step, before: 2000, after: 3000, sinceMs },
    ]);
  });
  test('what a gated page showed meanwhile is no price', () => {
    const decoy = on(1, { beforePrice: yuan(9999) }, { skuId: '11', gated: true });
    expect(
      told(on(2, promo(20), { skuId: '11' }), decoy, on(0, promo(20), { skuId: '11' })),
    ).toEqual([]);
  });
  test('the account’s price is told against the same account’s', () => {
    const out = on(1, promo(20), { skuId: '11', account: 'logged-out' });
    const less = {
      ...promo(20),
      finalPrice: yuan(130),
      ledger: ledgerOf([200, 159, 130], ['41:41'], ['20:20', '5:9']),
    };
    expect(told(on(2, promo(20), { skuId: '11' }), out, on(0, less, { skuId: '11' }))).toEqual([
      { kind: 'price', series, which: 'final', before: yuan(139), after: yuan(130), sinceMs },
    ]);
  });
});

test('beside a reading stands only what it lacks', () => {
  const keyOf = ({ facet }: Facet) => facet;
  const first = on(1, { title: '甲', imageCount: 5, ...promotions('满减') });
  expect(shownBehind(undefined, first)).toEqual({});
  expect(shownBehind({ snapshot: first }, on(0, { title: '乙', imageCount: 6 }))).toMatchObject({
    shownBefore: [{ facet: 'promotions', atMs: NOW - DAY }],
  });
  expect(
    shownBehind({ snapshot: first }, on(0, { ...promotions(), imageCount: 6, title: '' })),
  ).toEqual({});
  const gated = shownBehind({ snapshot: first }, on(0, { title: '乙' }, { gated: true }));
  expect(gated.shownBefore?.map(keyOf)).toEqual(['promotions', 'images']);
});

test('what is kept stays within its bounds, however many lists were drawn in part', () => {
  const listed = (day: number, most: number) =>
    Array.from({ length: most }, (_, index) => `第${day}天第${index}条`);
  const visit = (day: number) =>
    on(100 - day, {
      ...promotions(...listed(day, 100)),
      ...attributes(...listed(day, 300).map((name): [string, string] => [name, '有'])),
      impressions: listed(day, 100).map((word) => ({
        word,
        count: { text: '1', atLeast: 1, isLowerBound: false },
      })),
    });
  const fields = ['promotions', 'attributes', 'impressions'] as const;
  let known: LastSeen = { snapshot: visit(0) };
  for (let day = 1; day < 10; day += 1) {
    const snapshot = fields.reduce(fromDom, visit(day));
    known = { snapshot, ...shownBehind(known, snapshot) };
    expect(shownBeforeSchema.safeParse(known.shownBefore ?? []).success).toBe(true);
  }
  // The newest entries are what stays.
  const kept = known.shownBefore?.find(({ facet }) => facet === 'promotions');
  const texts = kept?.facet === 'promotions' ? kept.value.map(({ text }) => text) : [];
  expect([texts[0], texts[100]]).toEqual(['第9天第0条', '第8天第0条']);
});
