import { describe, expect, test } from 'vitest';
import { reportMarkdown } from '../../../components/options/report-markdown';
import { choiceOf, daysPart, reportPeriod } from '../../../components/options/report-period';
import { overviewTable, reportSheets } from '../../../components/options/report-sheets';
import { changeText, lastText, movedText } from '../../../components/options/report-text';
import { weeklyReport } from '../../../lib/inspection/weekly-report';
import { loadCatalog } from '../../../lib/locales/catalog';
import { seriesKey, type Observation } from '../../../lib/listing/series';

const day = (date: number, hour = 0) => new Date(2026, 10, date, hour).getTime();
const words = await loadCatalog('zh-CN');

describe('the days of a report', () => {
  test('weeks begin on Monday; the one before has as many days', () => {
    // 2026-11-22 is a Sunday.
    const week = reportPeriod({ kind: 'this-week' }, day(22, 14));
    expect([week?.fromMs, week?.toMs]).toEqual([day(16), day(23)]);
    expect(week?.before).toEqual({ fromMs: day(9), toMs: day(16) });
    expect(week?.dayStartsMs).toHaveLength(7);
    const last = reportPeriod({ kind: 'last-week' }, day(23));
    expect([last?.fromMs, last?.toMs]).toEqual([day(16), day(23)]);
  });

  test('days picked by hand count both ends', () => {
    const days = reportPeriod({ kind: 'custom', from: '2026-11-03', to: '2026-11-05' }, day(22));
    expect([days?.fromMs, days?.toMs, days?.before.fromMs]).toEqual([day(3), day(6), day(0)]);
    expect(days?.dayStartsMs).toEqual([day(3), day(4), day(5)]);
  });

  test.each([
    ['', '2026-11-05'],
    ['2026-11-06', '2026-11-05'],
    ['2026-02-30', '2026-03-05'],
    ['2026-01-01', '2026-11-05'],
  ])('%s to %s is no period', (from, to) => {
    expect(reportPeriod({ kind: 'custom', from, to }, day(22))).toBeNull();
  });

  test.each([1, 7, 30, 90])('%i days back come through the address as they were', (days) => {
    const fromMs = day(22 - days, 14);
    const choice = choiceOf(daysPart(fromMs, day(22, 14)));
    const period = reportPeriod(choice, day(22, 14));
    expect([period?.fromMs, period?.toMs]).toEqual([day(22 - days), day(23)]);
  });

  test.each([null, '', 'x', '2026-11-16', '2026-11-16~'])('%s asks for this week', (part) => {
    expect(choiceOf(part)).toEqual({ kind: 'this-week' });
  });
});

const PERIOD = reportPeriod({ kind: 'this-week' }, day(22, 14));
const LISTING = 'taobao:782345678901';

function seen(date: number, over: Partial<Observation>): Observation {
  return {
    series: seriesKey(LISTING, null, over.publicPrice?.maxFen === null),
    listingId: LISTING,
    skuId: null,
    atMs: day(date, 10),
    listPrice: null,
    beforePrice: null,
    publicPrice: null,
    finalPrice: null,
    steps: [],
    account: 'logged-in',
    gated: false,
    ...over,
  };
}

function reportOf(observations: Observation[]) {
  if (PERIOD === null) throw new Error('a week is a period');
  const note = { text: '=cmd|盯', tags: ['主推'], owner: '小林' };
  const input = { snapshot: null, mine: false, benchmark: null, note, observations, news: [] };
  return weeklyReport([{ listingId: LISTING, ...input }], PERIOD, day(22, 14));
}
const of = (min: number, max: number | null = min) => ({
  publicPrice: { minFen: min * 100, maxFen: max === null ? null : max * 100 },
});

describe('what is said of a price', () => {
  const told = (...observations: Observation[]) => {
    const [listing] = reportOf(observations).listings;
    if (listing === undefined) throw new Error('no listing');
    return [lastText(listing, words), changeText(listing.series[0], words)];
  };

  test('not seen, not readable and hidden by the page are told apart, and none is 0', () => {
    expect(told()).toEqual(['没看到', '—']);
    expect(told(seen(20, {}))).toEqual(['读不到', '—']);
    expect(told(seen(20, { gated: true, ...of(9) }))).toEqual(['页面未给价', '—']);
  });

  test('a change names its direction, ranges only where it is sure', () => {
    expect(told(seen(11, of(149)), seen(18, of(139)))).toEqual(['¥139', '降 ¥10（−6.7%）']);
    expect(told(seen(11, of(139)), seen(18, of(139)))).toEqual(['¥139', '没变']);
    expect(told(seen(18, of(139)))).toEqual(['¥139', '上期没看到']);
    expect(told(seen(11, of(100, 120)), seen(18, of(110, 150)))).toEqual([
      '¥110 ~ 150',
      '区间价，比不出高低',
    ]);
    expect(told(seen(11, of(100, 120)), seen(18, of(130, 150)))[1]).toBe(
      '升 ¥10 ~ 50（+8.3% ~ +50%）',
    );
    expect(told(seen(11, of(149, null)), seen(18, of(129, null)))).toEqual([
      '¥129 起',
      '起价降 ¥20（−13.4%）',
    ]);
  });

  test('against mine it is lower or higher', () => {
    const difference = { minFen: -1000, maxFen: -1000 };
    expect(movedText({ difference, share: null }, words, 'mine')).toBe('低 ¥10');
  });
});

test('the workbook has figures where there is one, and blanks where nothing was seen', () => {
  const report = reportOf([seen(11, of(149)), seen(18, of(139)), seen(20, of(129))]);
  const [head, row] = overviewTable(report, words, 'zh-CN');
  const cell = (name: string) => {
    const at = head?.indexOf(name) ?? -1;
    const found = row?.[at];
    return typeof found === 'object' ? found.figure : found;
  };
  const { columns } = words.options.report;
  expect(cell(columns.last)).toEqual({ fen: 12_900 });
  expect(cell(columns.lastAt)).toEqual({ day: '2026-11-20', clock: '10:00' });
  expect(cell(columns.highest)).toEqual({ fen: 13_900 });
  expect(cell(columns.change)).toEqual({ fen: -2000 });
  expect([cell(columns.seen), cell(columns.passed), cell(columns.gap)]).toEqual([2, 7, 2]);
  expect(cell(columns.toMine)).toBe('');
  const empty = overviewTable(reportOf([]), words, 'zh-CN')[1];
  expect(empty?.[head?.indexOf(columns.last) ?? -1]).toBe('没看到');
  expect(empty?.[head?.indexOf(columns.lowest) ?? -1]).toBe('');
  expect(reportSheets(report, '竞品', words, 'zh-CN').map(({ name }) => name)).toEqual([
    '一览',
    '价格',
    '变化',
    '说明',
  ]);
});

test('the Markdown tells the same, and what a page or a note wrote stays text', () => {
  const text = reportMarkdown(
    reportOf([seen(11, of(149)), seen(20, of(129))]),
    '竞*品',
    words,
    'zh-CN',
  );
  expect(text).toContain('# 竞品周报 · 竞\\*品');
  expect(text).toContain('2026/11/16 ~ 2026/11/22 · 与上期 2026/11/09 ~ 2026/11/15 相比');
  expect(text).toContain('1 个商品，看到 1 个 · 降价 1 个，涨价 0 个 · 0 处变化，0 处命中规则');
  expect(text).toContain('| 标题读不到 | ¥129 | ¥129 | ¥129 | 降 ¥20（−13.4%） | — |');
  expect(text).toContain('=cmd\\|盯');
  expect(text).toContain('负责人 小林');
});
