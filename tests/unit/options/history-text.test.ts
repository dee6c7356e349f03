import { expect, test } from 'vitest';
import { historyTable, ledgerLines, suspectText } from '../../../components/options/history-text';
import { seenText } from '../../../components/options/seen-text';
import { priceSteps } from '../../../lib/analysis/price-path';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import { exactPrice } from '../../../lib/listing/price';
import type { Observation } from '../../../lib/listing/series';
import type { SuspectTime } from '../../../lib/listing/suspect-time';
import { catalog as zh } from '../../../lib/locales/zh-CN';

const stepsOf = ({ steps }: Observation) => priceSteps({ steps }, LEDGER_CODES);
const seen: Observation = {
  series: 'taobao:1|page|exact',
  listingId: 'taobao:1',
  skuId: null,
  atMs: new Date(2026, 10, 22, 14, 2).getTime(),
  listPrice: exactPrice(19_900),
  beforePrice: exactPrice(14_900),
  publicPrice: exactPrice(12_900),
  finalPrice: exactPrice(12_600),
  steps: [
    { code: '24', amountFen: 5000, stage: 'to-before', label: null, thresholdFen: null },
    { code: '20', amountFen: 2000, stage: 'to-final', label: '官方立减13%', thresholdFen: null },
    { code: '20', amountFen: 100, stage: 'to-final', label: '百亿补贴', thresholdFen: null },
    { code: '77', amountFen: 300, stage: 'to-final', label: null, thresholdFen: null },
  ],
  account: 'logged-in',
  gated: false,
};

test('the ledger of a sight is told with kinds; an unknown code is 不确定', () => {
  expect(ledgerLines(seen, stepsOf, zh)).toEqual([
    '一口价 ¥199',
    '活动优惠 −¥50 · 公开优惠',
    '官方立减13% −¥20 · 公开优惠',
    '百亿补贴 −¥1 · 补贴与秒杀，单列',
    '77 −¥3 · 不确定',
  ]);
  expect(ledgerLines({ ...seen, steps: [] }, stepsOf, zh)).toEqual([]);
  expect(ledgerLines(undefined, stepsOf, zh)).toEqual([]);
});

test('a gated sight keeps its row and shows no price', () => {
  const [head, row, gated] = historyTable(
    [seen, { ...seen, gated: true }],
    new Map(),
    stepsOf,
    zh,
    'zh-CN',
  );
  expect(head).toHaveLength(7);
  expect(row?.slice(1, 5)).toEqual(['¥199', '¥149', '¥129', '¥126']);
  expect(gated?.slice(1)).toEqual(['', '', '', '', '', '页面没有给出真实价格']);
});

test('a sight whose time is suspect says why, beside what else there is to say', () => {
  const gated = { ...seen, gated: true };
  const suspects = new Map<Observation, SuspectTime>([
    [seen, { why: 'ahead' }],
    [gated, { why: 'behind', otherMs: seen.atMs }],
  ]);
  const [, ahead, behind] = historyTable([seen, gated], suspects, stepsOf, zh, 'zh-CN');
  expect(ahead?.at(-1)).toBe('时间存疑：比现在还晚');
  expect(behind?.at(-1)).toBe(
    '页面没有给出真实价格、时间存疑：其实在 2026/11/22 14:02 那次之后看的',
  );
  const contradicted = { why: 'contradicted', otherMs: seen.atMs } as const;
  expect(suspectText(contradicted, zh, 'zh-CN')).toBe(
    '时间存疑：之后又看了一次，时钟却是 2026/11/22 14:02',
  );
  expect(suspectText(undefined, zh, 'zh-CN')).toBeNull();
});

test('a day that lies ahead is named in full, and not called today', () => {
  const nowMs = new Date(2026, 10, 22, 9, 0).getTime();
  expect(seenText(zh, 'zh-CN', seen.atMs, nowMs)).toBe('今天 14:02');
  expect(seenText(zh, 'zh-CN', seen.atMs + 365 * 86_400_000, nowMs)).toBe('2027/11/22 14:02');
});
