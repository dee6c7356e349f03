import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchRules, type AmountRule, type ChangeRules } from '../../../lib/analysis/change-rules';
import type { Change } from '../../../lib/analysis/change-result';
import { compileKeywords } from '../../../lib/analysis/compiled-keywords';
import type { Price } from '../../../lib/listing/price';
import { keyword } from './keyword';
import { from, yuan } from './snapshot';

const ALL: ChangeRules = { ladder: true, percent: 5, promotion: true, keyword: true };
const NONE: ChangeRules = {
  ladder: false,
  percent: null,
  promotion: false,
  keyword: false,
  offShelf: false,
};
const ladder = { dailyFen: 16_900, promoFen: 11_500, memberFen: 10_900, floorFen: 9900 };
const lines = {
  listingId: 'taobao:1',
  lists: [{ id: 'l1', name: '竞品' }],
  ladder,
  compiled: compileKeywords([keyword('冰丝防晒衣'), keyword('UPF50+')]),
};

const price = (before: Price, after: Price, which: 'public' | 'final' | 'list' = 'public') =>
  ({ kind: 'price', series: 'taobao:1|page|exact', which, before, after }) as const;
const title = (...added: string[]): Change => ({ kind: 'title', added, removed: ['旧'] });
const rules = (change: Change, some: Partial<ChangeRules> = {}) =>
  matchRules(change, lines, { ...NONE, ...some });

describe('a price that crosses my line', () => {
  const crossings = (change: Change) => rules(change, { ladder: true });

  test('says which line, and on which side it is now', () => {
    expect(crossings(price(yuan(129), yuan(109)))).toEqual([
      { rule: 'ladder', rung: 'promo', lineFen: 11_500, now: 'below' },
    ]);
    expect(crossings(price(yuan(109), yuan(129)))).toMatchObject([{ rung: 'promo', now: 'above' }]);
  });

  test('may cross several', () => {
    const rungs = crossings(price(yuan(199), yuan(89)));
    expect(rungs).toMatchObject([{ rung: 'daily' }, { rung: 'promo' }, { rung: 'floor' }]);
  });

  test('that stood on the line leaves it; one that comes to stand on it does not cross', () => {
    expect(crossings(price(yuan(115), yuan(114)))).toMatchObject([{ now: 'below' }]);
    expect(crossings(price(yuan(129), yuan(115)))).toEqual([]);
  });

  test('of the account meets the member line only, the list price none', () => {
    expect(crossings(price(yuan(129), yuan(109), 'final'))).toEqual([]);
    expect(crossings(price(yuan(109.5), yuan(108), 'final'))).toMatchObject([{ rung: 'member' }]);
    expect(crossings(price(yuan(199), yuan(89), 'list'))).toEqual([]);
  });

  test('is not said of a range that reaches both sides', () => {
    expect(crossings(price(from(100), yuan(89)))).toMatchObject([{ rung: 'floor' }]);
    expect(crossings(price(yuan(129), { minFen: 10_000, maxFen: 12_000 }))).toEqual([]);
    expect(crossings(price(yuan(129), { minFen: 10_000, maxFen: 11_400 }))).toHaveLength(1);
  });
});

describe('a price that moved by at least so many percent', () => {
  const moves = (before: Price, after: Price) => rules(price(before, after), { percent: 5 });

  test('says by how much', () => {
    expect(moves(yuan(100), yuan(95))).toEqual([
      {
        rule: 'percent',
        share: { min: -0.050000000000000044, max: -0.050000000000000044 },
        atLeast: 5,
      },
    ]);
    expect(moves(yuan(100), yuan(105))).toHaveLength(1);
    expect(moves(yuan(100), yuan(95.01))).toEqual([]);
    expect(moves(yuan(100), yuan(104.99))).toEqual([]);
  });

  test('is the public price', () => {
    expect(rules(price(yuan(100), yuan(50), 'final'), { percent: 5 })).toEqual([]);
  });

  const span = fc
    .tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 300 }))
    .map(([low, width]): Price => ({ minFen: low, maxFen: low + width }));
  test('holds for every true amount within the ranges', () => {
    const property = fc.property(span, span, fc.integer({ min: 1, max: 99 }), (a, b, percent) => {
      if (rules(price(a, b), { percent }).length === 0) return true;
      const ends = [a.minFen, a.maxFen ?? 0].flatMap((was) =>
        [b.minFen, b.maxFen ?? 0].map((now) => Math.abs(now - was) * 100 >= percent * was),
      );
      return ends.every(Boolean);
    });
    fc.assert(property, { numRuns: 2000 });
  });
});

describe('a free amount', () => {
  const amount = (of: AmountRule['of'], side: AmountRule['side'] = 'below'): AmountRule => {
    return { id: 'a1', of, side, fen: 12_000 };
  };
  const crossed = (change: Change, ...amounts: AmountRule[]) => rules(change, { amounts });
  const all = amount({ kind: 'all' });
  const fell = price(yuan(129), yuan(119));

  test('is marked when the public price comes to be on its side', () => {
    const match = { rule: 'amount', lineFen: 12_000, of: 'all', list: null };
    expect(crossed(fell, all)).toEqual([{ ...match, now: 'below' }]);
    expect(crossed(price(yuan(119), yuan(129)), all)).toEqual([]);
    expect(crossed(price(yuan(119), yuan(129)), amount({ kind: 'all' }, 'above'))).toEqual([
      { ...match, now: 'above' },
    ]);
    expect(crossed(price(yuan(129), yuan(119), 'final'), all)).toEqual([]);
  });

  test('is marked once: not again while the price stays on that side', () => {
    expect(crossed(price(yuan(119), yuan(109)), all)).toEqual([]);
    expect(crossed(price(yuan(129), yuan(120)), all)).toEqual([]);
    expect(crossed(price(yuan(120), yuan(119)), all)).toHaveLength(1);
  });

  test('speaks of its listing, or of the listings of its list, only', () => {
    expect(crossed(fell, amount({ kind: 'list', listId: 'l1' }))).toMatchObject([
      { of: 'list', list: '竞品' },
    ]);
    expect(crossed(fell, amount({ kind: 'list', listId: 'l2' }))).toEqual([]);
    expect(crossed(fell, amount({ kind: 'listing', listingId: 'taobao:1' }))).toMatchObject([
      { of: 'listing', list: null },
    ]);
    expect(crossed(fell, amount({ kind: 'listing', listingId: 'taobao:2' }))).toEqual([]);
  });
});

describe('other changes', () => {
  test('a listing that is gone, or back, is marked unless that is off', () => {
    for (const kind of ['off-shelf', 'on-shelf'] as const) {
      expect(matchRules({ kind }, lines, ALL)).toEqual([{ rule: 'off-shelf' }]);
      expect(rules({ kind })).toEqual([]);
    }
  });

  test('a promotion that started is marked, one that ended is not', () => {
    const started: Change = { kind: 'promotion-started', text: '满299减30' };
    expect(rules(started, { promotion: true })).toEqual([{ rule: 'promotion' }]);
    expect(rules({ ...started, kind: 'promotion-ended' }, ALL)).toEqual([]);
  });

  test('a title that took one of my keywords names it, whole words only', () => {
    expect(rules(title('冰丝防晒衣女'), { keyword: true })).toEqual([
      { rule: 'keyword', words: ['冰丝防晒衣'] },
    ]);
    expect(rules(title('冰丝', '防晒衣'), { keyword: true })).toEqual([]);
    expect(rules(title('UPF50+'), { keyword: true })).toMatchObject([{ words: ['UPF50+'] }]);
  });

  test('nothing is marked where a rule is off, or there is nothing to hold it against', () => {
    const changes = [price(yuan(200), yuan(50)), title('UPF50+')];
    for (const change of changes) {
      expect(rules(change)).toEqual([]);
      expect(
        matchRules(change, { ...lines, ladder: null, compiled: null }, { ...ALL, percent: null }),
      ).toEqual([]);
    }
  });
});
