import { expect, test } from 'vitest';
import { priceChange, shareText } from '../../../components/options/price-change';
import {
  filterChoices,
  filterRows,
  mineFirst,
  sortRows,
} from '../../../components/options/watch-rows';
import type { ListingFacts } from '../../../lib/messaging/listing-facts';
import { facts, UNREAD } from '../../browser/options/facts';

const exact = (fen: number) => ({ minFen: fen, maxFen: fen });
const ids = (rows: ListingFacts[]) => rows.map((row) => row.listingId.slice(-1));

test('unknown values stand last in both directions', () => {
  const rows = [
    facts(1, { publicPrice: exact(20_000) }),
    facts(2, { publicPrice: null }),
    facts(3, { publicPrice: exact(10_000) }),
  ];
  expect(ids(sortRows(rows, { column: 'price', descending: false }))).toEqual(['3', '1', '2']);
  expect(ids(sortRows(rows, { column: 'price', descending: true }))).toEqual(['1', '3', '2']);
  expect(ids(sortRows(rows, null))).toEqual(['1', '2', '3']);
});

test('coverage is sorted by share, not by count', () => {
  const rows = [
    facts(1, { coverage: { covered: 10, total: 100 } }),
    facts(2, { coverage: { covered: 5, total: 6 } }),
    facts(3, { coverage: { covered: 0, total: 0 } }),
  ];
  expect(ids(sortRows(rows, { column: 'coverage', descending: true }))).toEqual(['2', '1', '3']);
});

test('a range that moved has no amount to be sorted by', () => {
  const moved = { price: { minFen: 60_000, maxFen: 120_000 }, atMs: 1 };
  const rows = [
    facts(1, { publicPrice: exact(900), lastPrice: moved }),
    facts(2, { publicPrice: exact(900), lastPrice: { price: exact(1000), atMs: 1 } }),
    facts(3, { publicPrice: exact(900), lastPrice: { price: exact(900), atMs: 1 } }),
  ];
  expect(ids(sortRows(rows, { column: 'change', descending: false }))).toEqual(['2', '3', '1']);
});

test('every word of the filter must occur, whatever its width and case', () => {
  const rows = [
    facts(1, { title: 'UPF50+ 防晒衣', tags: ['主推'] }),
    facts(2, { title: '雨衣', tags: [] }),
  ];
  const filter = (text: string, over = {}) =>
    filterRows(rows, { text, shop: '', tag: '', ...over });
  expect(filter('ｕｐｆ 防晒')).toHaveLength(1);
  expect(filter('防晒 雨衣')).toHaveLength(0);
  expect(filter('', { tag: '主推' })).toHaveLength(1);
  expect(filter('', { shop: '不存在' })).toHaveLength(0);
  expect(filter('700000000002')).toHaveLength(1);
});

test('one benchmark’s listings stand side by side, mine first; an owner narrows them', () => {
  const rows = [
    facts(1, { owner: '小林', benchmarkId: 'b1', mine: false }),
    facts(2, { owner: '', benchmarkId: 'b2', mine: true }),
    facts(3, { owner: '小林', benchmarkId: 'b1', mine: true }),
  ];
  const none = { text: '', shop: '', tag: '' };
  expect(ids(mineFirst(filterRows(rows, { ...none, benchmark: 'b1' })))).toEqual(['3', '1']);
  expect(ids(filterRows(rows, { ...none, owner: '小林' }))).toEqual(['1', '3']);
  expect(filterRows(rows, { ...none, text: '小林' })).toHaveLength(2);
  expect(filterChoices(rows).owners).toEqual(['小林']);
});

test('shops and tags of the filters come once each', () => {
  const rows = [facts(0), facts(3), facts(1), UNREAD];
  expect(filterChoices(rows).shops).toHaveLength(2);
  expect(filterChoices(rows).tags.toSorted()).toEqual(['主推', '标题 +2 词'].toSorted());
});

test.each([
  ['not read now', null, exact(1), { state: 'none' }],
  ['seen once', exact(1), null, { state: 'none' }],
  ['unchanged', exact(100), exact(100), { state: 'same' }],
  ['down', exact(9000), exact(10_000), { state: 'exact', fen: -1000, share: -0.1, isFrom: false }],
  ['free before', exact(100), exact(0), { state: 'exact', fen: 100, share: null, isFrom: false }],
  [
    '起 against 起',
    { minFen: 110, maxFen: null },
    { minFen: 100, maxFen: null },
    { state: 'exact', fen: 10, share: 0.1, isFrom: true },
  ],
  [
    'ranges that overlap',
    { minFen: 90, maxFen: 200 },
    { minFen: 100, maxFen: 200 },
    { state: 'range', direction: 'unclear' },
  ],
  [
    'a range wholly below',
    { minFen: 10, maxFen: 20 },
    { minFen: 30, maxFen: 40 },
    { state: 'range', direction: 'down' },
  ],
  [
    '起 against a range below it',
    { minFen: 50, maxFen: null },
    { minFen: 30, maxFen: 40 },
    { state: 'range', direction: 'up' },
  ],
])('the change of a price: %s', (_, now, last, expected) => {
  expect(priceChange(now, last)).toEqual(expected);
});

test('a share keeps its sign', () => {
  expect(shareText(-0.0719)).toBe('−7.2%');
  expect(shareText(0.1)).toBe('+10.0%');
});
