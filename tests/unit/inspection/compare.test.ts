import { describe, expect, test } from 'vitest';
import { compileKeywords } from '../../../lib/analysis/compiled-keywords';
import { compare, type CompareInput } from '../../../lib/inspection/compare';
import { keyword } from '../analysis/keyword';
import { ledgerOf, snapshotOf, yuan } from '../analysis/snapshot';
import { benchmark } from '../benchmark/benchmark';

const point = (id: string, phrase: string) => ({
  id,
  name: phrase,
  phrases: [phrase],
  match: 'any' as const,
  synonyms: [],
  places: [],
  mustHave: false,
  manual: false,
});
const yardstick = benchmark('b1', { sellingPoints: [point('p1', '凉感'), point('p2', '冰丝')] });
const mine = snapshotOf(
  {
    title: '防晒衣 凉感',
    shopName: '山岚',
    beforePrice: yuan(129),
    attributes: [{ name: '面料', value: '锦纶' }],
    promotions: [],
    skus: [],
    detail: { text: '好', imageCount: 0, imagesOnly: false },
  },
  { itemId: '700000000001' },
);
const theirs = snapshotOf(
  {
    title: '防晒衣 冰丝 UPF50+',
    shopName: '溪禾',
    listPrice: yuan(199),
    beforePrice: yuan(149),
    finalPrice: yuan(106),
    ledger: ledgerOf([199, 149, 106], ['24:50'], ['20:40', '5:3']),
    attributes: [
      { name: '面料', value: '冰丝' },
      { name: '功能', value: '防晒' },
    ],
    promotions: [],
    skus: [],
    detail: { text: '好', imageCount: 0, imagesOnly: false },
  },
  { itemId: '700000000002' },
);
const input = (more: Partial<CompareInput> = {}): CompareInput => ({
  listings: [
    { snapshot: mine, mine: true },
    { snapshot: theirs, mine: false },
  ],
  benchmark: yardstick,
  compiled: compileKeywords([keyword('防晒衣'), keyword('UPF50+')]),
  verdicts: [],
  segment: (text) => [text],
  ...more,
});

test('each listing has its price path, and how far it is from mine', () => {
  const [own, other] = compare(input()).listings;
  expect(own?.price).toMatchObject({ public: yuan(129), toMine: null });
  expect(other?.price).toMatchObject({
    list: yuan(199),
    before: yuan(149),
    public: yuan(109),
    final: yuan(106),
    toMine: { difference: { minFen: -2000, maxFen: -2000 } },
  });
  expect(other?.price.steps).toHaveLength(3);
});

test('all are held against one benchmark', () => {
  const answer = compare(input());
  expect(answer.benchmark).toEqual({ id: 'b1', name: '标尺 b1' });
  expect(answer.listings.map(({ coverage }) => coverage?.covered)).toEqual([1, 2]);
  expect(answer.points.map(({ name, states }) => [name, states])).toEqual([
    ['凉感', ['pass', 'missing']],
    ['冰丝', ['missing', 'pass']],
  ]);
});

test('what they say and I do not, and the reverse', () => {
  const { consensus } = compare(input());
  expect(consensus?.theyAllSay).toEqual([
    { kind: 'point', text: '冰丝' },
    { kind: 'keyword', text: 'UPF50+' },
    { kind: 'word', text: '冰丝' },
    { kind: 'attribute', text: '功能' },
  ]);
  expect(consensus?.onlyMineSays).toEqual([
    { kind: 'point', text: '凉感' },
    { kind: 'word', text: '凉感' },
  ]);
});

describe('what was not read', () => {
  test('is told neither as said nor as missing', () => {
    const late = 'not-rendered' as const;
    const missing = { title: late, attributes: late, detail: late, promotions: late, skus: late };
    const blank = snapshotOf({}, { itemId: '700000000003', missing });
    const { consensus, points, attributes } = compare(
      input({
        listings: [
          { snapshot: mine, mine: true },
          { snapshot: blank, mine: false },
        ],
      }),
    );
    expect(consensus).toEqual({ theyAllSay: [], onlyMineSays: [] });
    expect(points.map(({ states }) => states[1])).toEqual(['unreadable', 'unreadable']);
    expect(attributes).toEqual([]);
  });

  test('a SKU without names is told by its id, not as the whole listing', () => {
    const one = snapshotOf(
      { beforePrice: yuan(99), chosenSku: { skuId: '7', names: [] } },
      { skuId: '7' },
    );
    const { listings } = compare(input({ listings: [{ snapshot: one, mine: false }] }));
    expect(listings[0]?.price.sku).toEqual(['7']);
  });

  test('and what a gated page shows are no prices', () => {
    const gated = snapshotOf({ beforePrice: yuan(9999) }, { gated: true });
    const { listings } = compare(
      input({
        listings: [
          { snapshot: mine, mine: true },
          { snapshot: gated, mine: false },
        ],
      }),
    );
    expect(listings[1]?.price).toMatchObject({ before: null, public: null, toMine: null });
  });
});

test('without a benchmark words, attributes and prices are still compared', () => {
  const {
    benchmark: none,
    points,
    consensus,
  } = compare(input({ benchmark: null, compiled: null }));
  expect([none, points]).toEqual([null, []]);
  expect(consensus?.theyAllSay.map(({ kind }) => kind)).toContain('word');
});
