import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Keyword, Metric } from '../../../lib/benchmark/keyword';
import { importPartSchema, importParts, importRows } from '../../../lib/benchmark/keyword-import';
import { planImport, planUndo } from '../../../lib/transfer/tables/plan-import';

const metric = (kind: string, period: string, min: number, source = '生意参谋'): Metric => ({
  source,
  kind,
  period,
  min,
  max: min,
});
const keyword = (word: string, metrics: Metric[] = [], more: Partial<Keyword> = {}): Keyword => ({
  word,
  metrics,
  class: null,
  mustHave: false,
  synonyms: [],
  atomic: false,
  ...more,
});
function planned(bank: Keyword[], words: { word: string; metrics: Metric[] }[]) {
  const plan = planImport(bank, words);
  if (!plan.ok) throw new Error(`${plan.tooMany} too many`);
  return plan;
}

describe('an import', () => {
  test('adds, changes and leaves alone', () => {
    const bank = [
      keyword('防晒衣', [metric('搜索人气', '7d', 5)], { class: 'core', mustHave: true }),
      keyword('皮肤衣', [metric('搜索人气', '7d', 7)]),
      keyword('外套'),
    ];
    const plan = planned(bank, [
      { word: '防晒 衣', metrics: [metric('搜索人气', '7d', 6)] },
      { word: '皮肤衣', metrics: [metric('搜索人气', '7d', 7)] },
      { word: '薄外套', metrics: [metric('搜索人气', '7d', 8)] },
    ]);
    expect([plan.added, plan.changed, plan.same, plan.others]).toEqual([1, 1, 1, 1]);
    expect(plan.keywords).toEqual([
      { ...bank[0], metrics: [metric('搜索人气', '7d', 6)] },
      bank[1],
      bank[2],
      keyword('薄外套', [metric('搜索人气', '7d', 8)]),
    ]);
  });

  test.each([
    ['kind', metric('搜索热度', '7d', 6)],
    ['period', metric('搜索人气', '30d', 6)],
    ['source', metric('搜索人气', '7d', 6, '生意参谋旧版')],
  ])('another %s never takes the place of a figure', (_, other) => {
    const bank = [keyword('防晒衣', [metric('搜索人气', '7d', 5)])];
    const plan = planned(bank, [{ word: '防晒衣', metrics: [other] }]);
    expect(plan.keywords[0]?.metrics).toEqual([metric('搜索人气', '7d', 5), other]);
  });

  test('beyond twenty figures the oldest give way, and come back with the undo', () => {
    const days = Array.from({ length: 20 }, (_, i) => metric('访客数', `2026-10-${i + 10}`, i));
    const bank = [keyword('防晒衣', days)];
    const fresh = metric('访客数', '2026-11-01', 99);
    const plan = planned(bank, [{ word: '防晒衣', metrics: [fresh] }]);
    expect(plan.keywords[0]?.metrics).toEqual([...days.slice(1), fresh]);
    expect(planUndo(plan.keywords, plan.rows)).toEqual(bank);
  });

  test('a bank has room for 50,000 words', () => {
    const bank = Array.from({ length: 49_999 }, (_, i) => keyword(`词${i}`));
    const words = ['新一', '新二', '词5'].map((word) => ({ word, metrics: [] }));
    expect(planImport(bank, words)).toEqual({ ok: false, tooMany: 1 });
    expect(planned(bank, words.slice(1)).keywords).toHaveLength(50_000);
  });
});

describe('an undo leaves what the operator did since', () => {
  const bank = [keyword('防晒衣', [metric('搜索人气', '7d', 5)])];
  const plan = planned(bank, [
    { word: '防晒衣', metrics: [metric('搜索人气', '7d', 6)] },
    { word: '皮肤衣', metrics: [metric('搜索人气', '7d', 7)] },
  ]);

  test('a word that was classed stays, without the figures', () => {
    const now = [plan.keywords[0]!, { ...plan.keywords[1]!, class: 'core' as const }];
    expect(planUndo(now, plan.rows)).toEqual([bank[0], keyword('皮肤衣', [], { class: 'core' })]);
  });

  test('a figure that was typed over stays', () => {
    const typed = metric('搜索人气', '7d', 8);
    const now = [{ ...plan.keywords[0]!, metrics: [typed] }, plan.keywords[1]!];
    expect(planUndo(now, plan.rows)).toEqual([{ ...bank[0]!, metrics: [typed] }]);
  });

  test('words that were added or deleted are as they are', () => {
    expect(planUndo([keyword('外套')], plan.rows)).toEqual([keyword('外套')]);
  });
});

const anyMetric = fc
  .record({
    kind: fc.constantFrom('搜索人气', '访客数'),
    period: fc.constantFrom('7d', '30d', ''),
    source: fc.constantFrom('生意参谋', ''),
    min: fc.nat(3),
  })
  .map((one): Metric => ({ ...one, max: one.min }));
const anyMetrics = fc.uniqueArray(anyMetric, {
  maxLength: 5,
  selector: (one) => `${one.kind} ${one.period} ${one.source}`,
});
const anyWord = fc.constantFrom('防晒衣', '皮肤衣', '外套', '薄外套', '连衣裙');
const anyWords = fc.uniqueArray(fc.record({ word: anyWord, metrics: anyMetrics }), {
  selector: (one) => one.word,
});

test('any import: figures of others stay, its own are there, and its undo is exact', () => {
  fc.assert(
    fc.property(anyWords, anyWords, (before, words) => {
      const bank = before.map(({ word, metrics }) => keyword(word, metrics));
      const plan = planned(bank, words);
      for (const { word, metrics } of words) {
        const now = plan.keywords.find((one) => one.word === word)!;
        for (const one of metrics) expect(now.metrics).toContainEqual(one);
      }
      for (const { word, metrics } of before) {
        const imported = words.find((one) => one.word === word)?.metrics ?? [];
        const now = plan.keywords.find((one) => one.word === word)!;
        for (const one of metrics) {
          const replaced = imported.some(
            (m) => m.kind === one.kind && m.period === one.period && m.source === one.source,
          );
          if (!replaced) expect(now.metrics).toContainEqual(one);
        }
      }
      expect(plan.added + plan.changed + plan.same).toBe(words.length);
      expect(
        importParts(plan.rows).flatMap((part) => importRows(importPartSchema.parse(part))),
      ).toEqual(plan.rows);
    }),
    { numRuns: 500 },
  );
});
