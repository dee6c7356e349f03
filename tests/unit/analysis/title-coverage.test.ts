import { describe, expect, test } from 'vitest';
import { compileKeywords } from '../../../lib/analysis/compiled-keywords';
import { MAX_LISTED, MAX_MATCHED_UNITS, titleCoverage } from '../../../lib/analysis/title-coverage';
import type { Keyword, Metric } from '../../../lib/benchmark/keyword';
import { keyword } from './keyword';

const TITLE = '2026新款 防晒衣 女款 夏季 冰丝 透气 防紫外线 皮肤衣外套';
const pairs = (text: string) => text.match(/.{1,2}/gsu) ?? [];
const cover = (title: string, keywords: (string | Keyword)[], nearWindow = 4) =>
  titleCoverage(
    compileKeywords(
      keywords.map((one) => (typeof one === 'string' ? keyword(one) : one)),
      pairs,
    ),
    title,
    { nearWindow, limitUnits: 60 },
  );
/** Word, tier and the stretches of the title that it stands on. */
const seen = (title: string, ...keywords: (string | Keyword)[]) => {
  const { matches, missing } = cover(title, keywords);
  return [...matches, ...missing].map(({ word, tier, spans }) => [
    word,
    tier,
    spans.map(({ from, to }) => title.slice(from, to)),
  ]);
};
const popular = (min: number, max = min, more: Partial<Metric> = {}): Metric => {
  return { kind: '搜索人气', source: '生意参谋', period: '7d', min, max, ...more };
};

describe('the five tiers, and where the parts stand', () => {
  const bank = ['防晒衣', '夏季', '外套', '透气', '凉感'];
  test.each([
    ['contiguous', '防晒衣女', ['防晒衣 女']],
    ['near', '夏季防晒衣', ['防晒衣', '夏季']],
    ['scattered', '外套防晒衣', ['防晒衣', '外套']],
    ['partial', '凉感防晒衣', ['防晒衣']],
    ['missing', '凉感', []],
  ])('%s: %s', (tier, word, stretches) => {
    expect(seen(TITLE, word, ...bank)).toContainEqual([word, tier, stretches]);
  });

  test('a partial and a missing word name what is missing, as the operator spells it', () => {
    const { matches, missing } = cover(TITLE, ['防晒衣UPF50+', '防晒衣', 'UPF50+']);
    expect(matches[1]).toMatchObject({ word: '防晒衣UPF50+', missingParts: ['UPF50+'] });
    expect(missing[0]).toMatchObject({ word: 'UPF50+', missingParts: ['UPF50+'] });
  });

  test('how far apart near may be is a setting', () => {
    const tier = (window: number) => cover(TITLE, ['夏季防晒衣', '防晒衣', '夏季'], window).counts;
    expect(tier(1).scattered).toBe(1);
    expect(tier(2).near).toBe(1);
  });

  test('a contiguous word stands on every place where it is', () => {
    expect(seen('冰丝防晒衣冰丝外套', '冰丝')).toEqual([['冰丝', 'contiguous', ['冰丝', '冰丝']]]);
  });

  test('parts do not share characters', () => {
    expect(seen('儿童装', '儿童童装', '儿童', '童装')).toContainEqual([
      '儿童童装',
      'partial',
      ['儿童'],
    ]);
  });

  test('marks, width and case of the title do not matter; the spans are the raw title’s', () => {
    expect(seen('【ＵＰＦ５０＋】防　晒😊衣', 'upf50+防晒衣')).toEqual([
      ['upf50+防晒衣', 'contiguous', ['ＵＰＦ５０＋】防　晒😊衣']],
    ]);
  });
});

describe('synonyms', () => {
  test('count, and are shown', () => {
    const { matches, covered } = cover(TITLE, [keyword('防晒服', { synonyms: ['防晒衣'] })]);
    expect(covered).toBe(1);
    expect(matches[0]).toMatchObject({ word: '防晒服', viaSynonym: '防晒衣', tier: 'contiguous' });
  });
  test('do not stand before the word itself where it is as good', () => {
    const { matches } = cover(TITLE, [keyword('防晒衣', { synonyms: ['皮肤衣'] })]);
    expect(matches[0]).toMatchObject({ viaSynonym: null });
  });
});

describe('what a bank of words comes to', () => {
  test('counts, total and covered', () => {
    const { total, covered, counts } = cover(TITLE, ['防晒衣', '夏季防晒衣', '夏季', '帐篷']);
    expect({ total, covered, counts }).toEqual({
      total: 4,
      covered: 3,
      counts: { contiguous: 2, near: 1, scattered: 0, partial: 0, missing: 1 },
    });
  });

  test('words alike count once, with the range of their figures and all their marks', () => {
    const { total, matches } = cover(TITLE, [
      keyword('防晒衣', { metrics: [popular(100)], synonyms: ['甲'] }),
      keyword('防晒 衣', { metrics: [popular(300)], mustHave: true, class: 'core' }),
    ]);
    expect(total).toBe(1);
    expect(matches[0]).toMatchObject({
      word: '防晒衣',
      mustHave: true,
      class: 'core',
      weight: popular(100, 300),
    });
  });

  test('a word of marks only is none', () => {
    expect(cover(TITLE, ['···', '防晒衣']).total).toBe(1);
  });

  test('a bank of nothing', () => {
    expect(cover(TITLE, [])).toMatchObject({ total: 0, covered: 0, weightedShare: null });
  });

  test('must-haves that are not covered, missing or partial', () => {
    const must = (word: string) => keyword(word, { mustHave: true });
    const bank = [must('防晒衣'), must('凉感防晒衣'), must('UPF50+'), keyword('帐篷')];
    expect(cover(TITLE, bank).mustHaveMissing).toEqual(['凉感防晒衣', 'UPF50+']);
  });
});

describe('weights', () => {
  const weighted = (word: string, ...metrics: Metric[]) => keyword(word, { metrics });

  test('a share of one metric: the one that most words carry', () => {
    const coverage = cover(TITLE, [
      weighted('防晒衣', popular(300), popular(9000, 9000, { period: '30d' })),
      weighted('帐篷', popular(100)),
      weighted('凉感', popular(5, 5, { kind: '访客数' })),
      keyword('冰丝'),
    ]);
    expect(coverage.weightMetric).toEqual({ kind: '搜索人气', source: '生意参谋', period: '7d' });
    expect(coverage.weightedShare).toEqual({ min: 0.75, max: 0.75 });
    expect(coverage.weightedWords).toBe(2);
    expect(coverage.matches.map((match) => match.weight)).toEqual([popular(300), null]);
  });

  test('ranges give a range', () => {
    const bank = [weighted('防晒衣', popular(600, 1200)), weighted('帐篷', popular(400, 800))];
    const share = cover(TITLE, bank).weightedShare!;
    expect(share.min).toBeCloseTo(600 / 1400, 12);
    expect(share.max).toBeCloseTo(1200 / 1600, 12);
  });

  test('all or nothing covered is exactly so, whatever the figures', () => {
    // Fractions whose sum is another by weight (13.9) than in the title's order (13.899…).
    const words = ['甲', '乙', '丙', '丁'];
    const bank = words.map((word, i) =>
      weighted(word, popular([0.4, 2.3000000000000003, 5.1, 6.1][i]!)),
    );
    expect(cover(words.join(''), bank).weightedShare).toEqual({ min: 1, max: 1 });
    expect(cover('帐篷', bank).weightedShare).toEqual({ min: 0, max: 0 });
  });

  test('figures that may all be 0, or none at all, give no share', () => {
    expect(cover(TITLE, [weighted('防晒衣', popular(0))]).weightedShare).toBeNull();
    expect(cover(TITLE, ['防晒衣'])).toMatchObject({ weightedShare: null, weightMetric: null });
  });

  test('missing words go by weight, those without one last', () => {
    const bank = [
      keyword('甲'),
      weighted('乙', popular(5)),
      weighted('丙', popular(5, 9)),
      weighted('丁', popular(7)),
    ];
    expect(cover(TITLE, bank).missing.map((match) => match.word)).toEqual(['丁', '丙', '乙', '甲']);
  });
});

describe('lists are cut, counts are not', () => {
  const many = Array.from({ length: 500 }, (_, i) =>
    keyword(`词${i}`, { mustHave: true, metrics: [popular(i)] }),
  );
  test('missing and must-have', () => {
    const { missing, mustHaveMissing, counts } = cover(TITLE, many);
    expect([missing.length, mustHaveMissing.length]).toEqual([MAX_LISTED, MAX_LISTED]);
    expect(missing[0]?.word).toBe('词499');
    expect(counts.missing).toBe(500);
  });
  test('matches: by tier, then weight', () => {
    const bank = [
      ...Array.from({ length: 300 }, (_, i) =>
        keyword(`冰丝${String.fromCharCode(0x5000 + i)}帐篷`, { metrics: [popular(i)] }),
      ),
      '冰丝',
      '帐篷',
    ];
    const { matches, counts } = cover(TITLE, bank);
    expect(counts).toMatchObject({ contiguous: 1, partial: 300, missing: 1 });
    expect(matches).toHaveLength(MAX_LISTED);
    expect(matches[0]).toMatchObject({ tier: 'contiguous' });
    expect(matches[1]).toMatchObject({ tier: 'partial', weight: popular(299) });
  });
});

test('lists may be left out where only the figures are wanted', () => {
  const compiled = compileKeywords([keyword('防晒衣'), keyword('帐篷')], pairs);
  const figures = titleCoverage(compiled, TITLE, { nearWindow: 4, limitUnits: 60, listed: 0 });
  expect(figures).toMatchObject({ covered: 1, total: 2, matches: [], missing: [] });
});

describe('repeated words', () => {
  const repeated = (title: string, ...bank: string[]) =>
    cover(title, bank).repeated.map(({ word, count }) => [word, count]);

  test('of the bank, and ASCII words of the title', () => {
    expect(repeated('夏季防晒衣 ins 夏季外套 INS', '夏季', '外套')).toEqual([
      ['夏季', 2],
      ['ins', 2],
    ]);
  });
  test('a word within a longer repeated one is not named again, elsewhere it is', () => {
    expect(repeated('防晒衣女防晒衣', '防晒衣', '防晒')).toEqual([['防晒衣', 2]]);
    expect(repeated('防晒衣女防晒衣防晒', '防晒衣', '防晒')).toEqual([
      ['防晒', 3],
      ['防晒衣', 2],
    ]);
  });
  test('occurrences that overlap are not two; single characters do not count', () => {
    expect(repeated('女女女款', '女女', '女')).toEqual([]);
  });
  test('where they stand', () => {
    expect(cover('夏季 衣夏 季', ['夏季']).repeated[0]?.spans).toEqual([
      { from: 0, to: 2 },
      { from: 4, to: 7 },
    ]);
  });
});

test('a hostile title is matched in its first part, and counted whole', () => {
  const title = `${'女'.repeat(MAX_MATCHED_UNITS)}防晒衣<script>${'\u202E'.repeat(500)}`;
  const { covered, length } = cover(title, ['防晒衣', '女女女女女女女女女女']);
  expect(covered).toBe(1);
  expect(length.characters).toBe(MAX_MATCHED_UNITS + 3 + 8 + 500);
});

test('words named like parts of a prototype are only words', () => {
  expect(seen('__proto__ constructor', 'constructor', 'toString')).toEqual([
    ['constructor', 'contiguous', ['constructor']],
    ['toString', 'missing', []],
  ]);
});

test('what is compiled can be cloned, and gives the same', () => {
  const compiled = compileKeywords([keyword('夏季防晒衣'), keyword('防晒衣')], pairs);
  const options = { nearWindow: 4, limitUnits: 60 };
  expect(titleCoverage(structuredClone(compiled), TITLE, options)).toEqual(
    titleCoverage(compiled, TITLE, options),
  );
});
