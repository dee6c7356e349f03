import { describe, expect, test } from 'vitest';
import { chooseWeightMetric } from '../../../lib/analysis/weight-metric';
import { keywordSchema, metricSchema } from '../../../lib/benchmark/keyword';
import { packWords, unpackWords } from '../../../lib/benchmark/packed-rows';
import { canWeigh, isGrowthKind, isShareKind } from '../../../lib/benchmark/metric-kind';

const metric = (kind: string, min: number, max = min) => ({
  source: '生意参谋',
  kind,
  period: '7d',
  min,
  max,
});

describe('what a kind says of its figures', () => {
  test.each([
    ['搜索人气', false, false, true],
    ['访客数', false, false, true],
    ['支付金额', false, false, true],
    ['支付转化率', false, true, false],
    ['天猫商品点击占比', false, true, false],
    ['搜索增速', true, true, false],
    ['搜索人气环比', true, true, false],
    ['搜索人气同比', true, true, false],
    ['搜索人气涨幅', true, true, false],
    ['需求供给比', false, false, false],
    ['直通车参考价', false, false, false],
    ['客单价', false, false, false],
    ['UV价值', false, false, false],
    ['在线商品数', false, false, false],
  ])('%s: growth %s, share %s, weighs %s', (kind, growth, share, weighs) => {
    expect([isGrowthKind(kind), isShareKind(kind), canWeigh(kind)]).toEqual([
      growth,
      share,
      weighs,
    ]);
  });
});

describe('a figure below nothing', () => {
  test('is one of growth alone, also where it is packed', () => {
    const [fell, wrong] = [metric('搜索增速', -0.125), metric('搜索人气', -1)];
    expect(metricSchema.safeParse(fell).success).toBe(true);
    expect(metricSchema.safeParse(wrong).success).toBe(false);
    expect(unpackWords(packWords([{ word: '防晒衣', metrics: [fell] }]))).toEqual([
      { word: '防晒衣', metrics: [fell] },
    ]);
    expect(unpackWords(packWords([{ word: '防晒衣', metrics: [wrong] }]))).toBeNull();
  });

  test.each([
    [Number.NaN, 1],
    [0, Number.POSITIVE_INFINITY],
    [2, 1],
    [Number.NEGATIVE_INFINITY, 0],
  ])('%s ~ %s is no figure of any kind', (min, max) => {
    expect(metricSchema.safeParse(metric('搜索增速', min, max)).success).toBe(false);
    expect(metricSchema.safeParse(metric('搜索人气', min, max)).success).toBe(false);
  });
});

test('coverage is never weighed by growth, a rate or a price, however many words carry them', () => {
  const keyword = (word: string, kinds: string[]) =>
    keywordSchema.parse({
      word,
      metrics: kinds.map((kind) => metric(kind, 0.5)),
      class: null,
      mustHave: false,
      synonyms: [],
      atomic: false,
    });
  const bank = [
    keyword('防晒衣', ['搜索增速', '支付转化率', '客单价']),
    keyword('皮肤衣', ['搜索增速', '支付转化率', '客单价']),
    keyword('外套', ['搜索人气']),
  ];
  expect(chooseWeightMetric(bank)?.kind).toBe('搜索人气');
  expect(chooseWeightMetric(bank.slice(0, 2))).toBeNull();
});
