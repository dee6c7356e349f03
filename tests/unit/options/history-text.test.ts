import { expect, test } from 'vitest';
import { historyTable, ledgerLines } from '../../../components/options/history-text';
import { priceSteps } from '../../../lib/analysis/price-path';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import { exactPrice } from '../../../lib/listing/price';
import type { Observation } from '../../../lib/listing/series';
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
  const [head, row, gated] = historyTable([seen, { ...seen, gated: true }], stepsOf, zh, 'zh-CN');
  expect(head).toHaveLength(7);
  expect(row?.slice(1, 5)).toEqual(['¥199', '¥149', '¥129', '¥126']);
  expect(gated?.slice(1)).toEqual(['', '', '', '', '', '页面没有给出真实价格']);
});
