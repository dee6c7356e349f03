/** The words of the promotion calendar in Chinese. */
export const calendar = {
  title: '大促日历',
  text: '价格历史图里用底色标出这些时段。日期都有出处，不准的可以关掉，自己的活动可以添加。',
  phases: { presale: '预售', 'warm-up': '预热', main: '爆发', encore: '返场', whole: '全程' },
  confidence: { B: '多处来源', C: '单一来源' },
  sources: { reports: '公开报道，2026-11 整理', template: '个人整理的模板，2026-11' },
  openEnd: '结束时间不明，只标开始',
  own: '自己添加',
  undated: (names: string) => `没有查到可靠日期，没有画：${names}。知道的话请自己添加。`,
  raise: (event: string, before: string, raised: string, lowered: string) =>
    `${event} 前先涨后降：${before} → ${raised} → 活动中 ${lowered}`,
  name: '活动名称',
  from: '开始日期',
  to: '结束日期',
  add: '添加',
  remove: (name: string) => `移除 ${name}`,
  incomplete: '名称和两个日期都要填',
  reversed: '结束日期早于开始日期',
};
