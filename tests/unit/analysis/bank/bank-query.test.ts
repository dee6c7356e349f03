import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basesOf } from '../../../../lib/analysis/bank/basis.ts';
import {
  bankOrder,
  meets,
  WHOLE_BANK,
  type BankQuery,
} from '../../../../lib/analysis/bank/bank-query.ts';
import { bankWords } from '../../../../lib/analysis/bank/bank-words.ts';
import { figureAt, figureColumn } from '../../../../lib/analysis/bank/figure-column.ts';
import type { Keyword, Metric } from '../../../../lib/benchmark/keyword.ts';

const BASIS = { source: '搜索分析', period: '7d' };

function metric(kind: string, min: number, max = min, over: Partial<Metric> = {}): Metric {
  return { ...BASIS, kind, min, max, ...over };
}

function keyword(word: string, metrics: Metric[] = [], over: Partial<Keyword> = {}): Keyword {
  return { word, metrics, class: null, mustHave: false, synonyms: [], atomic: false, ...over };
}

function run(keywords: Keyword[], query: Partial<BankQuery>, kinds = ['搜索人气', '需求供给比']) {
  const words = bankWords(keywords);
  const columns = new Map(kinds.map((kind) => [kind, figureColumn(words.metrics, BASIS, kind)]));
  const found = bankOrder(words, columns, { ...WHOLE_BANK, ...query }, null);
  return { ...found, words: Array.from(found.order, (at) => keywords[at]!.word) };
}

const down = (kind: string) => ({ by: 'figure', kind, down: true }) as const;
const up = (kind: string) => ({ by: 'figure', kind, down: false }) as const;

describe('a condition on a figure', () => {
  const above = { kind: '需求供给比', is: 'above', value: 1 } as const;
  test.each([
    [1.2, 1.2, 'yes'],
    [1, 1, 'no'],
    [0.5, 0.9, 'no'],
    [0.8, 1.2, 'unsure'],
    [1, 1.2, 'unsure'],
    [1.1, 3, 'yes'],
  ])('%d ~ %d above 1: %s', (min, max, answer) => {
    expect(meets(above, { min, max })).toBe(answer);
  });

  test('says yes only where every figure of the range meets it, no only where none does', () => {
    const end = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(
        fc.constantFrom('above', 'below', 'at-least', 'at-most'),
        end,
        end,
        end,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (is, a, b, value, share) => {
          const [min, max] = [Math.min(a, b), Math.max(a, b)];
          const inside = min + (max - min) * share;
          const answer = meets({ kind: 'k', is, value }, { min, max });
          const one = meets({ kind: 'k', is, value }, { min: inside, max: inside });
          expect(one).not.toBe('unsure');
          if (answer !== 'unsure') expect(one).toBe(answer);
        },
      ),
    );
  });
});

describe('filtering', () => {
  const bank = [
    keyword('防晒衣', [metric('搜索人气', 900), metric('需求供给比', 1.5)], {
      class: 'core',
      mustHave: true,
    }),
    keyword('皮肤衣', [metric('搜索人气', 600, 1200), metric('需求供给比', 0.8, 1.2)], {
      synonyms: ['防晒服'],
    }),
    keyword('冰丝', [metric('需求供给比', 0.4)], { class: 'modifier' }),
    keyword('UPF 50+', [metric('搜索人气', 80)]),
  ];

  test('a preset shows what certainly meets it, and counts what cannot be told', () => {
    const conditions = [{ kind: '需求供给比', is: 'above', value: 1 } as const];
    expect(run(bank, { conditions })).toMatchObject({ words: ['防晒衣'], unsure: 1, without: 1 });
    expect(run(bank, { conditions, unsure: true }).words).toEqual(['防晒衣', '皮肤衣']);
  });

  test('one condition that fails is enough, whatever the others leave open', () => {
    const conditions = [
      { kind: '需求供给比', is: 'above', value: 1 } as const,
      { kind: '搜索人气', is: 'below', value: 500 } as const,
    ];
    expect(run(bank, { conditions })).toMatchObject({ words: [], unsure: 0, without: 1 });
  });

  test('a condition on a kind that the basis does not have is met by nothing', () => {
    const conditions = [{ kind: '访客数', is: 'above', value: 0 } as const];
    expect(run(bank, { conditions })).toMatchObject({ words: [], unsure: 0, without: 4 });
  });

  test('search finds words and synonyms in any width and spacing', () => {
    expect(run(bank, { search: ' 防 晒' }).words).toEqual(['防晒衣', '皮肤衣']);
    expect(run(bank, { search: 'ＵＰＦ50+' }).words).toEqual(['UPF 50+']);
  });

  test('class, none among them, and must-have', () => {
    expect(run(bank, { class: 'core' }).words).toEqual(['防晒衣']);
    expect(run(bank, { class: 'none' }).words).toEqual(['皮肤衣', 'UPF 50+']);
    expect(run(bank, { mustHave: true }).words).toEqual(['防晒衣']);
    expect(run(bank, { mustHave: false }).words).toHaveLength(3);
  });
});

describe('sorting', () => {
  test('by a figure, those without one last in both directions', () => {
    const bank = [
      keyword('无'),
      keyword('小', [metric('搜索人气', 10)]),
      keyword('大', [metric('搜索人气', 900)]),
      keyword('宽', [metric('搜索人气', 600, 1200)]),
    ];
    expect(run(bank, { sort: down('搜索人气') }).words).toEqual(['大', '宽', '小', '无']);
    expect(run(bank, { sort: up('搜索人气') }).words).toEqual(['小', '大', '宽', '无']);
  });

  test('figures of another kind, source or period never take part', () => {
    const bank = [
      keyword('a', [metric('搜索人气', 1)]),
      keyword('b', [metric('搜索人气', 999, 999, { period: '30d' })]),
      keyword('c', [metric('访客数', 999)]),
      keyword('d', [metric('搜索人气', 999, 999, { source: '搜索排行' })]),
      keyword('e', [metric('搜索人气', 2)]),
    ];
    expect(run(bank, { sort: down('搜索人气') }).words).toEqual(['e', 'a', 'b', 'c', 'd']);
  });

  test('figures of an older import stand behind those of the newest, never among them', () => {
    const bank = ['a', 'b', 'c', 'd'].map((word, at) =>
      keyword(word, [metric('搜索人气', 10 * (at + 1))]),
    );
    const words = bankWords(bank);
    const column = figureColumn(words.metrics, BASIS, '搜索人气');
    column.atMs.set([200, 100, 200, Number.NaN]);
    const columns = new Map([['搜索人气', column]]);
    const order = (query: Partial<BankQuery>) =>
      [...bankOrder(words, columns, { ...WHOLE_BANK, ...query }, null).order]
        .map((at) => bank[at]!.word)
        .join('');
    expect(order({ sort: down('搜索人气') })).toBe('cabd');
    expect(order({ sort: up('搜索人气') })).toBe('acbd');
    expect(order({ newest: true })).toBe('ac');
  });

  test('is an order of all words, whatever the figures', () => {
    const figure = fc.option(fc.tuple(fc.nat(5), fc.nat(5)), { nil: null });
    fc.assert(
      fc.property(fc.array(figure), fc.boolean(), (figures, isDown) => {
        const bank = figures.map((one, at) =>
          keyword(
            `w${at}`,
            one === null ? [] : [metric('搜索人气', Math.min(...one), Math.max(...one))],
          ),
        );
        const { order } = run(bank, { sort: isDown ? down('搜索人气') : up('搜索人气') });
        expect([...order].sort((a, b) => a - b)).toEqual(bank.map((_, at) => at));
        for (let i = 1; i < order.length; i++) {
          const [a, b] = [figures[order[i - 1]!], figures[order[i]!]];
          if (a === null || a === undefined) expect(b).toBeNull();
          else if (b !== null && b !== undefined && isDown)
            expect(Math.min(...b)).toBeLessThanOrEqual(Math.min(...a));
        }
      }),
    );
  });
});

test('amounts stand before shares, 搜索人气 first of all', () => {
  const kinds = ['支付转化率', '访客数', '需求供给比', '搜索人气'].map((kind) => metric(kind, 1));
  expect(basesOf([kinds, [metric('支付转化率', 1)]])[0]?.kinds).toEqual([
    '搜索人气',
    '访客数',
    '支付转化率',
    '需求供给比',
  ]);
});

test('bases stand by how many words have a figure of theirs, with their kinds', () => {
  const other = { source: '引流搜索词', period: '2026-11-20' };
  const bases = basesOf([
    [metric('搜索人气', 1), metric('点击率', 1)],
    [metric('搜索人气', 1), metric('访客数', 3, 3, other)],
    [],
  ]);
  expect(bases).toEqual([
    { ...BASIS, words: 2, kinds: ['搜索人气', '点击率'] },
    { ...other, words: 1, kinds: ['访客数'] },
  ]);
});

test('a figure given twice is the range that holds both, one not given is none', () => {
  const column = figureColumn(
    [[metric('搜索人气', 600, 1200), metric('搜索人气', 900, 2000)], []],
    BASIS,
    '搜索人气',
  );
  expect(figureAt(column, 0)).toEqual({ min: 600, max: 2000 });
  expect(figureAt(column, 1)).toBeNull();
});
