/**
 * What a column is to an import.
 * - `word`: the keyword; `day`: the day that the row's figures are of
 * - `item`: an item id, only looked at for damage by a spreadsheet
 * - `metric`: a figure of this kind; a `share` (a rate, a share, growth) is kept as one (5% is
 *   0.05), a `count` as it stands
 * - `none`: not imported
 */
export type ColumnRole =
  | { is: 'word' | 'day' | 'item' | 'none' }
  | { is: 'metric'; kind: string; unit: MetricUnit };

/** `percent`: shares written as numbers in per cent, as a heading with (%) says. */
export type MetricUnit = 'count' | 'share' | 'percent';

// Headings as the pages and files have them (facts of 2026-09, from secondary sources), first of
// each line the name that a metric is kept under. 商城点击占比 was renamed 天猫商品点击占比.
const WORDS =
  '搜索词 相关搜索词 关键词 搜索关键词 引流搜索词 引流搜索关键词 引流关键词 来源关键词 相关热搜词 热搜词 ' +
  '蓝海词 长尾词 相关长尾词 品牌词 相关品牌词 核心词 相关核心词 修饰词 相关修饰词 趋势词 关键字 词 ' +
  'keyword keywords query searchterm';
const COUNTS = [
  '搜索人气 搜索人气指数',
  '搜索热度 搜索热度指数',
  '点击人气 点击人气指数',
  '点击热度 点击热度指数',
  '交易指数',
  '支付买家数 支付人数',
  '需求供给比 供需比',
  '在线商品数 商品数',
  '直通车参考价 直通车出价',
  '访客数 uv',
  '浏览量 pv',
  '加购人数',
  '商品收藏人数 收藏人数',
  '下单买家数',
  '支付件数',
  '支付金额',
  '客单价',
  'uv价值',
];
const SHARES = [
  '点击率',
  '免费点击率',
  '支付转化率 转化率',
  '下单转化率',
  '天猫商品点击占比 商城点击占比 天猫点击占比 商城占比 天猫占比',
];
/** Changes on the period before: they alone may be below 0. */
const GROWTHS = [
  '搜索增速 搜索人气增速',
  '搜索人气环比 搜索人气较上周期',
  '搜索人气同比',
  '搜索人气涨幅 搜索涨幅 搜索增幅',
];
/** What a column of changes is called where it stands right of the figures that changed. */
const CHANGES: Record<string, string> = {
  环比: '环比',
  较上周期: '环比',
  较上期: '环比',
  较前一日: '环比',
  较上周: '环比',
  较上月: '环比',
  同比: '同比',
  涨幅: '涨幅',
  增幅: '涨幅',
  增速: '增速',
};
const DAYS = '统计日期 日期';
const ITEMS = '商品id 宝贝id 商品编号 itemid';

const ROLES = new Map<string, ColumnRole>();
function enter(names: string, role: ColumnRole): void {
  for (const name of names.split(' ')) ROLES.set(name, role);
}
enter(WORDS, { is: 'word' });
enter(DAYS, { is: 'day' });
enter(ITEMS, { is: 'item' });
for (const names of COUNTS) enter(names, { is: 'metric', kind: kindOf(names), unit: 'count' });
for (const names of [...SHARES, ...GROWTHS]) {
  enter(names, { is: 'metric', kind: kindOf(names), unit: 'share' });
}

function kindOf(names: string): string {
  const [first = ''] = names.split(' ');
  return first === 'uv价值' ? 'UV价值' : first;
}

/** Every kind of metric that is known by name, with its unit: what a column can be made by hand. */
export const METRIC_KINDS: readonly { kind: string; unit: MetricUnit }[] = [
  ...COUNTS.map((names) => ({ kind: kindOf(names), unit: 'count' as const })),
  ...[...SHARES, ...GROWTHS].map((names) => ({ kind: kindOf(names), unit: 'share' as const })),
];

/** A role as a short text, to be chosen in a list and remembered; `roleOfCode` reads it back. */
export function roleCode(role: ColumnRole): string {
  return role.is === 'metric' ? `${role.unit}:${role.kind}` : role.is;
}

/** The role of a code, null where it is none. */
export function roleOfCode(code: string): ColumnRole | null {
  if (code === 'word' || code === 'day' || code === 'item' || code === 'none') return { is: code };
  const [, unit, kind] = /^(count|share|percent):(.{1,30})$/.exec(code) ?? [];
  return kind === undefined ? null : { is: 'metric', kind, unit: unit as MetricUnit };
}

/** A heading as it is compared: one width and case, no spaces, no unit in brackets. */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Cc}\s]/gu, '')
    .replace(/\((?:元|%|人|次|件|个)\)$/, '');
}

/**
 * What a heading says of its column; `none` where it is not known. A change (环比) is one of the
 * figures in the column left of it.
 */
export function roleOf(heading: string, left: ColumnRole | null = null): ColumnRole {
  const key = headingKey(heading);
  const change = Object.hasOwn(CHANGES, key) && left?.is === 'metric' ? CHANGES[key] : null;
  const role: ColumnRole =
    typeof change === 'string' && left?.is === 'metric'
      ? { is: 'metric', kind: `${left.kind}${change}`.slice(0, 30), unit: 'share' }
      : (ROLES.get(key) ?? { is: 'none' });
  const inPercent = /\(%\)\s*$/.test(heading.normalize('NFKC'));
  return role.is === 'metric' && role.unit === 'share' && inPercent
    ? { ...role, unit: 'percent' }
    : role;
}
