import { describe, expect, test } from 'vitest';
import {
  countMarked,
  filterNews,
  type ChangeFilter,
} from '../../../components/options/change-filter';
import { changeReport, itemText } from '../../../components/options/change-report';
import { newsTable } from '../../../components/options/change-text';
import { exactTime } from '../../../components/options/seen-text';
import { matchText } from '../../../components/ui/match-text';
import type { Change } from '../../../lib/analysis/change-result';
import { exactPrice } from '../../../lib/listing/price';
import { catalog as zh } from '../../../lib/locales/zh-CN';
import type { ChangeNews, NewsItem, RuleMatch } from '../../../lib/messaging/change-news';

const NOW = new Date(2026, 10, 22, 14, 2).getTime();
const ladder: RuleMatch = { rule: 'ladder', rung: 'promo', lineFen: 11_500, now: 'below' };
const item = (
  change: Change,
  matches: RuleMatch[] = [],
  sku: string[] | null = null,
): NewsItem => ({
  change,
  sku,
  matches,
});
const price = item(
  {
    kind: 'price',
    series: 'taobao:1|7|exact',
    which: 'public',
    before: exactPrice(12_900),
    after: exactPrice(10_900),
  },
  [ladder],
  ['红', 'L'],
);
const title = item({ kind: 'title', added: ['冰丝'], removed: ['透明'] });
const score = item({ kind: 'score', name: '物流速度', before: '4.8', after: '4.7' });
const visit = (
  listingId: string,
  items: NewsItem[],
  more: Partial<ChangeNews> = {},
): ChangeNews => ({
  listingId,
  host: 'detail.tmall.com',
  title: '溪禾防晒衣',
  shopName: '溪禾旗舰店',
  mine: false,
  benchmarkName: null,
  atMs: NOW,
  sinceMs: NOW - 86_400_000,
  items,
  ...more,
});
const news = [visit('taobao:1', [price, title]), visit('taobao:2', [score], { mine: true })];
const filter = (more: Partial<ChangeFilter> = {}) =>
  filterNews(news, { text: '', listings: null, group: '', who: '', marked: false, ...more }).map(
    ({ listingId, items }) => [listingId, items.map(({ change }) => change.kind)],
  );

describe('a filter', () => {
  test('of nothing shows all', () => {
    expect(filter()).toEqual([
      ['taobao:1', ['price', 'title']],
      ['taobao:2', ['score']],
    ]);
  });

  test.each<[Partial<ChangeFilter>, unknown]>([
    [{ listings: new Set(['taobao:2']) }, [['taobao:2', ['score']]]],
    [{ group: 'title' }, [['taobao:1', ['title']]]],
    [{ group: 'count' }, [['taobao:2', ['score']]]],
    [{ group: 'sku' }, []],
    [{ who: 'mine' }, [['taobao:2', ['score']]]],
    [{ who: 'competitor', marked: true }, [['taobao:1', ['price']]]],
    [{ text: '冰丝' }, [['taobao:1', ['title']]]],
    [{ text: '旗舰 红' }, [['taobao:1', ['price']]]],
    [{ text: '溪禾 物流' }, [['taobao:2', ['score']]]],
    [{ text: '没有' }, []],
  ])('%o', (more, expected) => {
    expect(filter(more)).toEqual(expected);
  });
});

test('a change against an older visit than the last says so in the table and in words', () => {
  const sinceMs = new Date(2026, 10, 18, 9, 5).getTime();
  const older: NewsItem = { ...score, change: { ...score.change, sinceMs } };
  const since = (rows: string[][]) => rows.slice(1).map((row) => row[1]);
  expect(since(newsTable([visit('taobao:1', [score, older])], zh, 'zh-CN'))).toEqual([
    exactTime('zh-CN', NOW - 86_400_000),
    exactTime('zh-CN', sinceMs),
  ]);
  expect(itemText(older, zh)).toContain('（与 2026-11-18 09:05 相比，其后没显示）');
  expect(itemText(score, zh)).not.toContain('相比');
});

test('marked changes are counted', () => {
  expect(countMarked(news)).toBe(1);
  expect(countMarked([])).toBe(0);
});

test.each<[RuleMatch, string]>([
  [ladder, '低于你的活动价 ¥115'],
  [{ ...ladder, now: 'above', rung: 'floor' }, '高于你的底价 ¥115'],
  [{ rule: 'percent', share: { min: -0.155, max: -0.155 }, atLeast: 5 }, '变动 −15.5%，达到 5%'],
  [{ rule: 'promotion' }, '新增优惠'],
  [{ rule: 'keyword', words: ['冰丝', '防晒'] }, '用了你的关键词：冰丝、防晒'],
])('%o is told as %s', (match, text) => {
  expect(matchText(match, zh)).toBe(text);
});

test('the table has one row for each change', () => {
  const [head, first, second, third] = newsTable(news, zh, 'zh-CN');
  expect(head?.slice(5, 10)).toEqual(['变化', '规格', '原来', '现在', '命中规则']);
  expect(first?.slice(2)).toEqual([
    '溪禾防晒衣',
    '溪禾旗舰店',
    '否',
    '公开到手价',
    '红 / L',
    '¥129',
    '¥109',
    '低于你的活动价 ¥115',
    'https://detail.tmall.com/item.htm?id=1',
  ]);
  expect(second?.slice(5, 9)).toEqual(['标题', '', '透明', '冰丝']);
  expect(third?.slice(4, 9)).toEqual(['是', '物流速度', '', '4.8', '4.7']);
});

describe('the report', () => {
  const period = { fromMs: NOW - 7 * 86_400_000, toMs: NOW };
  const lines = changeReport(news, period, zh, 'zh-CN').split('\n');

  test('names the period and counts what is in it', () => {
    expect(lines[0]).toBe('# 竞品变化 2026/11/15 ~ 2026/11/22');
    expect(lines[2]).toBe('2 个商品有变化，2 次到访看到 3 处变化，1 处命中规则。');
  });

  test('has what is marked first, then every listing with all of its changes', () => {
    const price = '公开到手价 ¥129 → ¥109（红 / L） **低于你的活动价 ¥115**';
    expect(lines.slice(4, 7)).toEqual(['## 命中规则', '', `- 溪禾旗舰店 · 溪禾防晒衣: ${price}`]);
    expect(lines).toContain('## 本店 · 溪禾旗舰店 · 溪禾防晒衣');
    expect(lines).toContain(`- ${price}`);
    expect(lines).toContain('- 标题 透明 → 冰丝');
    expect(lines).toContain('- 物流速度 4.8 → 4.7');
  });

  test('says what began and ended, and that nothing was marked', () => {
    const items = [
      item({ kind: 'promotion-started', text: '满299减30' }),
      item({ kind: 'sku-removed', names: ['红', 'L'] }),
    ];
    const text = changeReport([visit('taobao:1', items)], period, zh, 'zh-CN');
    expect(text).toContain('- 新增优惠 +满299减30\n- 下架规格 −红 / L');
    expect(text).toContain('没有命中规则的变化。');
  });

  test('keeps what a page wrote as text', () => {
    const title = '[x](javascript:1)\n# <img>';
    const text = changeReport([visit('taobao:1', [score], { title })], period, zh, 'zh-CN');
    expect(text).toContain('## 溪禾旗舰店 · \\[x\\](javascript:1) \\# \\<img\\>');
  });
});
