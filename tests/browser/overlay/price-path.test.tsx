import { expect, test } from 'vitest';
import type { PricePath } from '../../../lib/analysis/price-result';
import { exactPrice } from '../../../lib/listing/price';
import type { ChangeSet } from '../../../lib/listing/change';
import * as sample from '../../fixtures/sample-inspection';
import { samplePriceNote } from '../../fixtures/sample-price';
import { SAMPLE_NOW_MS } from '../../fixtures/sample-snapshot';
import { drawDock, inspected } from './draw';

const note = samplePriceNote();
const withPath = (path: Partial<PricePath>) =>
  sample.sampleInspection({
    price: samplePriceNote({ path: { ...note.path, ...path } }),
    changes: null,
  });
const rows = (root: HTMLElement) =>
  [...root.querySelectorAll('.price-path dl > div')].map((row) => row.textContent);

test('step by step, each with label, amount and kind, and the sum closes', async () => {
  const { root } = await drawDock(inspected(withPath({})));
  expect(rows(root)).toEqual([
    '一口价 ¥199',
    '活动优惠公开优惠−¥50',
    '优惠前 ¥149',
    '官方立减公开优惠−¥20',
    '公开到手价 ¥129',
    '平台礼金本账号优惠−¥3',
    '本账号到手价 ¥126',
  ]);
  expect(root.querySelector('.price-path > p')?.textContent).toBe('明细加减吻合');
});

test('a coupon has its threshold, an unknown code is 不确定', async () => {
  const [, second, third] = note.path.steps;
  if (second === undefined || third === undefined) throw new Error('the sample has three steps');
  const coupon = { ...second, code: '13', kind: 'public-coupon', thresholdFen: 29_900 } as const;
  const unknown = { ...third, code: '77', label: null, name: '77', kind: 'unknown' } as const;
  const { root } = await drawDock(
    inspected(withPath({ steps: [coupon, unknown], public: null, noPublic: 'unknown-code' })),
  );
  expect(rows(root)).toContain('官方立减公开优惠，需领券 · 满 ¥299 可用−¥20');
  expect(rows(root)).toContain('77不确定−¥3');
  expect(rows(root)).toContain('公开到手价 优惠性质不明');
});

test('where the sum does not close it says by how much, and no number is called final', async () => {
  const { root } = await drawDock(
    inspected(
      withPath({
        closes: false,
        noPublic: 'does-not-close',
        public: null,
        final: null,
        shown: exactPrice(12_500),
      }),
    ),
  );
  expect(root.querySelector<HTMLDetailsElement>('.price-path')?.open).toBe(true);
  expect(root.querySelector('.price-open')?.textContent).toBe(
    '明细加减对不上，差 ¥1，页面上的数字不算到手价。',
  );
  expect(rows(root).at(-1)).toBe('页面显示价 不算到手价¥125');
  const facts = root.querySelector('.dock-facts')?.textContent ?? '';
  expect(facts).toContain('页面显示 ¥125');
  expect(root.textContent).not.toContain('本账号 ¥');
  expect(root.textContent).not.toContain('明细加减吻合');
});

test('a gated page shows its number as nothing but that', async () => {
  const { root } = await drawDock(
    inspected(
      withPath({
        list: null,
        public: null,
        final: null,
        closes: null,
        steps: [],
        before: exactPrice(999_900),
        shown: exactPrice(999_900),
        noPublic: 'gated',
      }),
    ),
  );
  expect(rows(root)).toEqual(['公开到手价 需登录查看', '页面显示价 不算到手价¥9,999']);
});

test('what changed since the last visit is marked on the facts themselves', async () => {
  const series = note.series ?? '';
  const changes: ChangeSet = {
    listingId: 'taobao:782345678901',
    atMs: SAMPLE_NOW_MS,
    sinceMs: SAMPLE_NOW_MS - 86_400_000,
    changes: [
      {
        kind: 'price',
        series,
        which: 'public',
        before: exactPrice(13_900),
        after: exactPrice(12_900),
      },
      {
        kind: 'ledger',
        series,
        code: '20',
        stage: 'to-final',
        label: '官方立减',
        before: 1000,
        after: 2000,
      },
      { kind: 'title', added: ['冰丝'], removed: [] },
      { kind: 'score', name: '物流速度', before: '4.8', after: '4.6' },
      { kind: 'attribute', name: '材质', before: '棉', after: '锦纶' },
    ],
  };
  const { root } = await drawDock(inspected(sample.sampleInspection({ changes, mine: true })));
  expect(rows(root)).toContain('公开到手价 原 ¥139¥129');
  expect(rows(root)).toContain('官方立减公开优惠原 −¥10−¥20');
  const scores = [...root.querySelectorAll('.scores li')].map((item) => item.textContent);
  expect(scores[1]).toBe('物流速度4.6要求 4.7原 4.8');
  const marks = [...root.querySelectorAll<HTMLElement>('h2 .was')].map((mark) => mark.title);
  expect(marks).toEqual([
    '标题 冰丝',
    '材质 棉 → 锦纶',
    '公开到手价 ¥139 → ¥129 · 低于你的活动价 ¥139 · 变动 −7.2%，达到 5%\n官方立减 −¥10 → −¥20\n物流速度 4.8 → 4.6',
  ]);
  expect(root.querySelectorAll('.fact-changed')).toHaveLength(3);
  // Mine too is told what changed, beside its gaps.
  expect(root.querySelector('.context')?.textContent).toContain('处变化');
});
