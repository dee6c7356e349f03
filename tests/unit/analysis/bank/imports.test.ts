import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankWords } from '../../../../lib/analysis/bank/bank-words.ts';
import { figureColumn } from '../../../../lib/analysis/bank/figure-column.ts';
import { dateFigures, needsDates } from '../../../../lib/analysis/bank/figure-dates.ts';
import { datedTables, importTable } from '../../../../lib/analysis/bank/import-table.ts';
import { areComparable, moved, movements } from '../../../../lib/analysis/bank/movement.ts';
import { periodSpan, spanInTime } from '../../../../lib/analysis/bank/period.ts';
import { seriesOf, trendOf } from '../../../../lib/analysis/bank/trend.ts';
import type { Metric } from '../../../../lib/benchmark/keyword.ts';
import type { ImportHead } from '../../../../lib/benchmark/keyword-import.ts';

const SOURCE = '搜索分析';
const day = (date: number, month = 11) => new Date(2026, month - 1, date).getTime();

type Figures = Record<string, [number, number] | number | null>;

/** An import of one kind: word → figure, null for a word that the table gives none. */
function table(atMs: number, period: string, figures: Figures, kind = '搜索人气', source = SOURCE) {
  const head: ImportHead = {
    id: `i${atMs}-${period}`,
    benchmarkId: 'b',
    atMs,
    fileName: 'a.xlsx',
    source,
    period,
    added: 0,
    changed: 0,
    same: 0,
    parts: 1,
  };
  const rows = Object.entries(figures).map(([word, figure]) => {
    const [min, max] = typeof figure === 'number' ? [figure, figure] : (figure ?? [0, 0]);
    const metrics: Metric[] = figure === null ? [] : [{ source, kind, period, min, max }];
    return { word, metrics, before: 'none' as const };
  });
  return importTable(head, rows);
}

function dated(of: ReturnType<typeof table>) {
  return { table: of, dated: datedTables(of)[0]! };
}

describe('a period', () => {
  test.each([
    ['7d', 7],
    ['30d', 30],
    ['1d', 1],
    ['2026-11-20', 1],
    ['2026-11-15~2026-11-21', 7],
    ['2026-03-01~2026-03-31', 31],
  ])('%s is %d days long', (period, days) => {
    expect(periodSpan(period)?.days).toBe(days);
  });

  test.each(['', '近期', '2026-02-30', '2026-11-21~2026-11-15', 'constructor'])(
    '%j says nothing',
    (period) => {
      expect(periodSpan(period)).toBeNull();
    },
  );

  test('days stand where they are, the last seven before the import', () => {
    expect(spanInTime('2026-11-15~2026-11-21', day(30))).toEqual({
      days: 7,
      fromMs: day(15),
      toMs: day(22),
    });
    expect(spanInTime('7d', day(30))).toEqual({ days: 7, fromMs: day(23), toMs: day(30) });
  });
});

describe('a movement', () => {
  const at = (min: number, max = min) => ({ min, max });
  test.each([
    ['rising', at(600, 1200), at(1201, 2400)],
    ['rising', at(10), at(11)],
    ['falling', at(600, 1200), at(100, 599)],
    ['same', at(10), at(10)],
    ['unsure', at(600, 1200), at(600, 1200)],
    ['unsure', at(600, 1200), at(1200, 2400)],
    ['unsure', at(600, 1200), at(900)],
    ['unsure', null, at(900)],
    ['unsure', at(900), null],
  ] as const)('%s from %j to %j', (movement, before, after) => {
    expect(moved(before, after)).toBe(movement);
  });

  test('is rising only where every figure that it may be is larger, and so for falling', () => {
    const range = fc
      .tuple(fc.nat(9), fc.nat(9))
      .map(([a, b]) => at(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(range, range, (before, after) => {
        const all = (test: (old: number, now: number) => boolean) => {
          for (let old = before.min; old <= before.max; old++)
            for (let now = after.min; now <= after.max; now++) if (!test(old, now)) return false;
          return true;
        };
        const movement = moved(before, after);
        expect(movement === 'rising').toBe(all((old, now) => now > old));
        expect(movement === 'falling').toBe(all((old, now) => now < old));
        expect(movement === 'same').toBe(all((old, now) => now === old));
      }),
    );
  });
});

describe('two imports held against each other', () => {
  const before = dated(table(day(8), '7d', { 防晒衣: 100, 皮肤衣: [600, 1200], 冰丝: 5, 旧: 9 }));
  const after = dated(
    table(day(15), '7d', { 防晒衣: 300, 皮肤衣: [900, 2000], 冰丝: null, 新: 7, '新 款': 70 }),
  );

  test('every word is told once: what rose first, the largest first', () => {
    const words = movements(before, after, '搜索人气');
    expect(words.map(({ word, movement }) => `${word} ${movement}`)).toEqual([
      '新 款 new',
      '新 new',
      '防晒衣 rising',
      '旧 gone',
      '皮肤衣 unsure',
      '冰丝 unsure',
    ]);
    expect(words[2]).toEqual({
      word: '防晒衣',
      movement: 'rising',
      before: { min: 100, max: 100 },
      after: { min: 300, max: 300 },
    });
  });

  test('spaces and width do not make it another word', () => {
    const spaced = dated(table(day(22), '7d', { '防 晒衣': 50 }));
    expect(
      movements(after, spaced, '搜索人气').find(({ word }) => word === '防 晒衣'),
    ).toMatchObject({
      movement: 'falling',
    });
  });

  test('another kind is not mixed in', () => {
    const visitors = dated(table(day(22), '7d', { 防晒衣: 900 }, '访客数'));
    expect(
      movements(after, visitors, '搜索人气').find(({ word }) => word === '防晒衣'),
    ).toMatchObject({
      movement: 'unsure',
      after: null,
    });
  });

  test.each([
    ['7d', '7d', SOURCE, true],
    ['7d', '2026-11-15~2026-11-21', SOURCE, true],
    ['7d', '30d', SOURCE, false],
    ['7d', '7d', '搜索排行', false],
    ['', '', SOURCE, false],
  ])('%j and %j of %s: %s', (a, b, source, isComparable) => {
    const one = dated(table(day(8), a, { 词: 1 })).dated;
    const other = dated(table(day(15), b, { 词: 1 }, '搜索人气', source)).dated;
    expect(areComparable(one, other)).toBe(isComparable);
  });

  test('nor is an import comparable with itself', () => {
    expect(areComparable(before.dated, before.dated)).toBe(false);
  });
});

test('an import with days in its rows is a table for each day', () => {
  const head = { ...table(day(8), '', {}).head, source: '引流' };
  const metrics = (...days: string[]) =>
    days.map((period) => ({ source: '引流', kind: '访客数', period, min: 1, max: 1 }));
  const own = importTable(head, [
    { word: '防晒衣', metrics: metrics('2026-11-20', '2026-11-21'), before: 'none' },
    { word: '皮肤衣', metrics: metrics('2026-11-21'), before: 'none' },
  ]);
  const [second, first] = datedTables(own);
  expect([first, second].map((one) => [one!.basis.period, one!.words])).toEqual([
    ['2026-11-20', 1],
    ['2026-11-21', 2],
  ]);
  const words = movements({ table: own, dated: first! }, { table: own, dated: second! }, '访客数');
  expect(words.map(({ word, movement }) => `${word} ${movement}`)).toEqual([
    '皮肤衣 new',
    '防晒衣 same',
  ]);
});

describe('a trend', () => {
  const series = seriesOf({ source: SOURCE, period: '7d' }, '搜索人气')!;

  test('has a gap where a table lacks the word, and keeps ranges', () => {
    const points = trendOf('防晒衣', series, [
      dated(table(day(22), '7d', { 防晒衣: [600, 1200] })),
      dated(table(day(8), '7d', { 防晒衣: 100 })),
      dated(table(day(15), '7d', { 皮肤衣: 7 })),
      dated(table(day(29), '7d', { 防晒衣: null, 皮肤衣: 1 })),
    ]);
    expect(points.map(({ figure }) => figure)).toEqual([
      { min: 100, max: 100 },
      null,
      { min: 600, max: 1200 },
      null,
    ]);
    expect(points.map(({ toMs }) => toMs)).toEqual([8, 15, 22, 29].map((date) => day(date)));
  });

  test('takes no other length of period, source or kind', () => {
    const others = [
      dated(table(day(1), '30d', { 防晒衣: 1 })),
      dated(table(day(2), '2026-11-01', { 防晒衣: 1 })),
      dated(table(day(3), '', { 防晒衣: 1 })),
      dated(table(day(4), '7d', { 防晒衣: 1 }, '搜索人气', '搜索排行')),
    ];
    expect(trendOf('防晒衣', series, others)).toEqual([]);
    const kind = trendOf('防晒衣', series, [dated(table(day(5), '7d', { 防晒衣: 1 }, '访客数'))]);
    expect(kind.map(({ figure }) => figure)).toEqual([null]);
  });

  test('the later import of the same days counts', () => {
    const period = '2026-11-15~2026-11-21';
    const points = trendOf('防晒衣', series, [
      dated(table(day(23), period, { 防晒衣: 2 })),
      dated(table(day(22), period, { 防晒衣: 1 })),
    ]);
    expect(points.map(({ figure }) => figure?.min)).toEqual([2]);
  });

  test('近 7 天 imported twice on one day is one point, of the later table that has the word', () => {
    const at = (hour: number) => new Date(2026, 10, 22, hour).getTime();
    const points = trendOf('防晒衣', series, [
      dated(table(at(9), '7d', { 防晒衣: 1 })),
      dated(table(at(12), '7d', { 皮肤衣: 8 })),
      dated(table(at(11), '7d', { 防晒衣: 2 })),
      dated(table(day(23), '7d', { 防晒衣: 3 })),
    ]);
    expect(points.map(({ figure }) => figure?.min)).toEqual([2, 3]);
    const [none] = trendOf('防晒衣', series, [dated(table(at(9), '7d', { 皮肤衣: 8 }))]);
    expect(none?.figure).toBeNull();
  });

  test('nothing joins points with weeks of nothing between them', () => {
    const points = trendOf(
      '防晒衣',
      series,
      [day(8), day(15), day(1, 12), day(24, 12)].map((at) => dated(table(at, '7d', { 防晒衣: 1 }))),
    );
    expect(points.map(({ apart }) => apart)).toEqual([true, false, false, true]);
  });

  test('an unknown period has no trend', () => {
    expect(seriesOf({ source: SOURCE, period: '' }, '搜索人气')).toBeNull();
  });
});

describe('when a figure was imported', () => {
  const basis = { source: SOURCE, period: '7d' };
  const keyword = (word: string, min: number) => ({
    word,
    metrics: [{ ...basis, kind: '搜索人气', min, max: min }],
    class: null,
    mustHave: false,
    synonyms: [],
    atomic: false,
  });

  test('by the newest import that has it, and by none where it was typed over since', () => {
    const words = bankWords([keyword('a', 3), keyword('b', 2), keyword('c', 99), keyword('d', 5)]);
    const column = figureColumn(words.metrics, basis, '搜索人气');
    const newer = table(day(15), '7d', { a: 3, c: 4 });
    const older = table(day(8), '7d', { a: 1, b: 2, c: 99 });
    dateFigures(words, basis, [column], [newer, older]);
    expect([...column.atMs]).toEqual([day(15), day(8), Number.NaN, Number.NaN]);
  });

  test('is asked only where the period does not say which days', () => {
    expect(needsDates(basis)).toBe(true);
    expect(needsDates({ source: SOURCE, period: '' })).toBe(true);
    expect(needsDates({ source: SOURCE, period: '2026-11-15~2026-11-21' })).toBe(false);
  });
});
