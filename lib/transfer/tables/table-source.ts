import type { ColumnRole } from './column-names';
import { headingKey } from './column-names';

/** The exports that are known by their columns; `other` is any table with a column of words. */
export const TABLE_SOURCES = ['search-rank', 'related', 'older', 'own-traffic', 'other'] as const;
export type TableSource = (typeof TABLE_SOURCES)[number];

/**
 * The source that metrics are kept under. Figures of the market and of one's own shop bear the same
 * names (支付转化率), and those of before the redesign are indices of another making: each is a
 * source of its own, so that they never meet.
 */
export const SOURCE_NAMES: Record<TableSource, string> = {
  'search-rank': '生意参谋',
  related: '生意参谋',
  older: '生意参谋旧版',
  'own-traffic': '生意参谋本店',
  other: '其他表格',
};

const OWN = ['访客数', '加购人数', '商品收藏人数', 'UV价值', '浏览量', '客单价'];
const OLDER = ['搜索热度', '点击人气', '点击热度', '交易指数', '直通车参考价', '在线商品数'];

/** Recognises an export by its columns. */
export function sourceOf(headings: readonly string[], roles: readonly ColumnRole[]): TableSource {
  const kinds = new Set(roles.flatMap((role) => (role.is === 'metric' ? [role.kind] : [])));
  const count = (names: string[]) => names.filter((name) => kinds.has(name)).length;
  const keys = new Set(headings.map(headingKey));
  if (count(OWN) >= 2) return 'own-traffic';
  if (count(OLDER) >= 2 || keys.has('商城点击占比')) return 'older';
  if (!kinds.has('搜索人气')) return 'other';
  if (kinds.has('需求供给比') || kinds.has('天猫商品点击占比')) return 'related';
  if ([...keys].some((key) => key.startsWith('相关') || key === '蓝海词')) return 'related';
  const rank = ['排名', '搜索排名', '搜索增速', '免费点击率', '类目'];
  return rank.some((name) => keys.has(name)) ? 'search-rank' : 'other';
}
