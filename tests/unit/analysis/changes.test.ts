import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../lib/analysis/changes';
import { visitBefore } from '../../../lib/analysis/visit-before';
import type { LastSeen } from '../../../lib/listing/facets';
import { pricePath } from '../../../lib/analysis/price-path';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import { changeSetSchema } from '../../../lib/listing/change';
import type { ListingSnapshot, Sku } from '../../../lib/listing/snapshot';
import { DAY, from, ledgerOf, NOW, snapshotOf, yuan } from './snapshot';

type Args = Parameters<typeof snapshotOf>;
/** A segmenter of the tests' own: the title's words are told by the marks between them. */
const byMarks = (text: string) =>
  text.match(/[a-z0-9]+|防晒衣|夏季|秋季|冰丝|女款|男款|./gsu) ?? [];

const visit = (snapshot: ListingSnapshot) => {
  return { snapshot, path: pricePath(snapshot, LEDGER_CODES) };
};
const seen = (last: LastSeen) => visitBefore(last, visit(last.snapshot).path);

function changed(before: ListingSnapshot, after: ListingSnapshot) {
  const set = changesBetween(seen({ snapshot: before }), visit(after), byMarks);
  expect(changeSetSchema.safeParse(set).success).toBe(true);
  return set.changes;
}
const between = (before: Args[0], after: Args[0], more: Args[1] = {}) =>
  changed(snapshotOf(before, more), snapshotOf(after, more));

const sku = (skuId: string, names: string[], before: number | null, final?: number): Sku => {
  const price = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? null : yuan(amount);
  return { skuId, names, before: price(before), final: price(final), stockText: null };
};
const count = (text: string, atLeast: number) => ({ text, atLeast, isLowerBound: true });

test('says between which visits', () => {
  const before = snapshotOf({}, { capturedAtMs: NOW - DAY });
  expect(changesBetween(seen({ snapshot: before }), visit(snapshotOf({})), byMarks)).toEqual({
    listingId: 'taobao:700000000001',
    atMs: NOW,
    sinceMs: NOW - DAY,
    changes: [],
  });
});

describe('the title, by words', () => {
  const titles = (before: string, after: string) => between({ title: before }, { title: after });

  test('what came and what went', () => {
    expect(titles('夏季防晒衣女款', '秋季 防晒衣 男款 UPF50+')).toEqual([
      { kind: 'title', added: ['秋季', '男款 UPF50'], removed: ['夏季', '女款'] },
    ]);
  });
  test('blanks, marks and width are no change', () => {
    expect(titles('夏季防晒衣 女款', '【夏季】防晒衣·女款')).toEqual([]);
  });
  test('the same words in another order', () => {
    expect(titles('夏季防晒衣', '防晒衣夏季')).toEqual([{ kind: 'title', added: [], removed: [] }]);
  });
  test('a word that the other title holds is neither', () => {
    expect(titles('防晒衣', '防晒衣女款')).toEqual([
      { kind: 'title', added: ['女款'], removed: [] },
    ]);
  });
});

describe('prices, within one series', () => {
  const promo = (before: number, off: number, gift: number) => {
    const final = before - off - gift;
    return {
      listPrice: yuan(200),
      beforePrice: yuan(before),
      finalPrice: yuan(final),
      ledger: ledgerOf([200, before, final], [`41:${200 - before}`], [`20:${off}`, `5:${gift}`]),
    };
  };
  const series = 'taobao:700000000001|11|exact';

  test('the public price, and the account’s of the same account state', () => {
    expect(between(promo(159, 20, 5), promo(149, 20, 5), { skuId: '11' })).toEqual([
      { kind: 'price', series, which: 'public', before: yuan(139), after: yuan(129) },
      { kind: 'price', series, which: 'final', before: yuan(134), after: yuan(124) },
      {
        kind: 'ledger',
        series,
        code: '41',
        stage: 'to-before',
        label: '活动优惠',
        before: 4100,
        after: 5100,
      },
    ]);
  });
  test('a gift of the account changes the account’s price only', () => {
    expect(between(promo(159, 20, 5), promo(159, 20, 1), { skuId: '11' })).toMatchObject([
      { which: 'final' },
    ]);
  });
  test('other SKUs, 起 against exact, other account states are not compared', () => {
    const other = snapshotOf(promo(149, 20, 5), { skuId: '12' });
    expect(changed(snapshotOf(promo(159, 20, 5), { skuId: '11' }), other)).toEqual([]);
    expect(between({ beforePrice: from(159) }, { beforePrice: yuan(149) })).toEqual([]);
    const out = snapshotOf(promo(159, 20, 1), { skuId: '11', account: 'logged-out' });
    expect(changed(snapshotOf(promo(159, 20, 5), { skuId: '11' }), out)).toEqual([]);
  });
  test('of another SKU that both visits price without a deduction', () => {
    const before = {
      beforePrice: yuan(159),
      skus: [sku('11', ['白'], 159), sku('12', ['红'], 99)],
    };
    const after = { beforePrice: yuan(159), skus: [sku('11', ['白'], 159), sku('12', ['红'], 89)] };
    expect(between(before, after, { skuId: '11' })).toMatchObject([
      { series: 'taobao:700000000001|12|exact', which: 'public', after: yuan(89) },
    ]);
  });
  test('an unknown price is no change', () => {
    const unknown = { beforePrice: yuan(159), finalPrice: yuan(129) };
    expect(between(promo(159, 20, 5), unknown, { skuId: '11' })).toMatchObject([
      { which: 'final' },
    ]);
  });
});

test('promotions that started and ended; the account’s own do not count', () => {
  const of = (...texts: string[]) => ({
    promotions: texts.map((text) => ({ text, type: 'x', applied: true })),
  });
  expect(
    between(
      of('官方立减12%', '淘金币可抵3元', '店铺券满300减20'),
      of('官方立减15%', '店铺券 满300减20', '88VIP 95折'),
    ),
  ).toEqual([
    { kind: 'promotion-started', text: '官方立减15%' },
    { kind: 'promotion-ended', text: '官方立减12%' },
  ]);
  const out = snapshotOf(of(), { account: 'logged-out' });
  expect(changed(snapshotOf(of('官方立减12%')), out)).toEqual([]);
});

test('attributes', () => {
  const of = (...pairs: [string, string][]) => ({
    attributes: pairs.map(([name, value]) => ({ name, value })),
  });
  expect(
    between(
      of(['材质', '棉'], ['风格', '通勤'], ['颜色', '白'], ['颜色', '红']),
      of(['材质', '锦纶'], ['颜色', '白'], ['颜色', '红'], ['__proto__', '新']),
    ),
  ).toEqual([
    { kind: 'attribute', name: '材质', before: '棉', after: '锦纶' },
    { kind: 'attribute', name: '风格', before: '通勤', after: null },
    { kind: 'attribute', name: '__proto__', before: null, after: '新' },
  ]);
});

test('SKUs; one made anew under the same names is no change', () => {
  const before = { skus: [sku('1', ['白', 'L'], null), sku('2', ['红', 'L'], null)] };
  const after = { skus: [sku('9', ['白', 'L'], null), sku('3', ['蓝', 'L'], null)] };
  expect(between(before, after)).toEqual([
    { kind: 'sku-added', names: ['蓝', 'L'] },
    { kind: 'sku-removed', names: ['红', 'L'] },
  ]);
});

test('counts and scores', () => {
  const of = (images: number, sold: string, score: string, value: number | null) => ({
    imageCount: images,
    sales: { count: count(sold, 1), metric: 'sold' as const },
    reviewCount: count('1000+', 1000),
    scores: [{ name: '描述', text: score, value, level: null }],
  });
  expect(between(of(5, '2000+', '4.8 ', 4.8), of(6, '3000+', '4.7 ', 4.7))).toEqual([
    { kind: 'count', which: 'images', before: '5', after: '6' },
    { kind: 'count', which: 'sales', before: '2000+', after: '3000+' },
    { kind: 'score', name: '描述', before: '4.8', after: '4.7' },
  ]);
  expect(between(of(5, '2000+', '4.8', 4.8), of(5, '2000+', '-', null))).toEqual([]);
});

test('impressions: words that came, went, and are said by another number', () => {
  const of = (...words: [string, string][]) => ({
    impressions: words.map(([word, text]) => ({ word, count: count(text, 1) })),
  });
  expect(
    between(
      of(['显瘦', '12'], ['轻薄', '30+'], ['色差', '3']),
      of(['显 瘦', '12'], ['轻薄', '40+'], ['凉快', '9']),
    ),
  ).toEqual([
    {
      kind: 'impressions',
      added: [{ word: '凉快', count: '9' }],
      removed: [{ word: '色差', count: '3' }],
      moved: [{ word: '轻薄', before: '30+', after: '40+' }],
    },
  ]);
  expect(between(of(['显瘦', '12']), of(['显瘦', '12']))).toEqual([]);
  // A page that did not show them has not lost them.
  expect(between(of(['显瘦', '12']), of())).toEqual([]);
});

describe('the ledger, step by step', () => {
  const of = (toBefore: string[], toFinal: string[], before: number, final: number) => ({
    listPrice: yuan(200),
    beforePrice: yuan(before),
    finalPrice: yuan(final),
    ledger: ledgerOf([200, before, final], toBefore, toFinal),
  });
  const steps = (a: Args[0], b: Args[0], more: Args[1] = { skuId: '11' }) =>
    between(a, b, more).filter(({ kind }) => kind === 'ledger');

  test('what anybody gets off: came, went, another amount', () => {
    expect(
      steps(
        of(['41:41', '24:0'], ['20:20:官方立减12%省20元', '13:10'], 159, 129),
        of(['41:31', '24:10'], ['20:30:官方立减15%省30元'], 159, 129),
      ),
    ).toMatchObject([
      { code: '41', stage: 'to-before', before: 4100, after: 3100 },
      { code: '24', before: 0, after: 1000 },
      { code: '20', label: '官方立减15%省30元', before: 2000, after: 3000 },
      { code: '13', label: '店铺券', before: 1000, after: null },
    ]);
  });
  test('what is the account’s alone is left out, and steps of nothing', () => {
    expect(
      steps(
        of(['41:41', '10:0'], ['20:20', '5:5'], 159, 134),
        of(['41:41'], ['20:20', '12:3'], 159, 136),
      ),
    ).toEqual([]);
  });
  test('two of one code are one sum', () => {
    expect(
      steps(of(['41:41'], ['20:10', '20:10'], 159, 139), of(['41:41'], ['20:20'], 159, 139)),
    ).toEqual([]);
  });
  test('of another SKU, or of a ledger that does not close, nothing', () => {
    const [a, b] = [of(['41:41'], ['20:20'], 159, 139), of(['41:41'], ['20:30'], 159, 129)];
    expect(changed(snapshotOf(a, { skuId: '11' }), snapshotOf(b, { skuId: '12' }))).toEqual([]);
    expect(steps(a, of(['41:41'], ['20:30'], 159, 128))).toEqual([]);
    expect(steps(a, b)).toHaveLength(1);
  });
});

test('what a promotion saves on another SKU is no other promotion', () => {
  const of = (text: string) => ({ promotions: [{ text, type: 'x', applied: true }] });
  expect(between(of('官方立减12%省47元'), of('官方立减12%省20.5元'))).toEqual([]);
  expect(between(of('官方立减12%省47元'), of('官方立减15%省47元'))).toHaveLength(2);
});

test('sales of another metric are not compared', () => {
  const of = (metric: 'sold' | 'paid', text: string) => ({
    sales: { count: count(text, 1), metric },
  });
  expect(between(of('sold', '2000+'), of('paid', '100+'))).toEqual([]);
});

describe('what could not be seen is not called removed', () => {
  const full = {
    title: '夏季防晒衣',
    beforePrice: yuan(159),
    promotions: [{ text: '官方立减12%', type: 'x', applied: true }],
    attributes: [{ name: '材质', value: '棉' }],
    skus: [sku('1', ['白'], 159)],
    imageCount: 5,
    sales: { count: count('2000+', 2000), metric: 'sold' as const },
    reviewCount: count('1000+', 1000),
    scores: [{ name: '描述', text: '4.8', value: 4.8, level: null }],
  };
  const empty = { title: '夏季防晒衣', promotions: [], attributes: [], skus: [], scores: [] };

  test('fields that one visit did not read', () => {
    expect(between(full, { title: '夏季防晒衣' })).toEqual([]);
    expect(between({ title: '夏季防晒衣' }, full)).toEqual([]);
  });
  test.each([{ gated: true }, { account: 'degraded' as const }])(
    'everything but the title of a page that hides things: %o',
    (more) => {
      expect(changed(snapshotOf(full), snapshotOf(empty, more))).toEqual([]);
      expect(changed(snapshotOf(empty, more), snapshotOf(full))).toEqual([]);
      const renamed = snapshotOf({ ...empty, title: '秋季防晒衣' }, more);
      expect(changed(snapshotOf(full), renamed).map((change) => change.kind)).toEqual(['title']);
    },
  );
});
