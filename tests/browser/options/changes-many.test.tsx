import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ChangesRoom } from '../../../components/options/changes-room';
import { exactPrice } from '../../../lib/listing/price';
import type { ChangeNews } from '../../../lib/messaging/change-news';
import { NOW } from './facts';
import { mount } from './mount';

const visit = (index: number): ChangeNews => ({
  listingId: `taobao:${700_000_000_000 + index}`,
  host: 'detail.tmall.com',
  title: `溪禾2026新款防晒衣女款夏季冰丝透气 ${index}`,
  shopName: '溪禾户外旗舰店',
  mine: index % 50 === 0,
  benchmarkName: '防晒衣·女',
  atMs: NOW - index * 60_000,
  sinceMs: NOW - 86_400_000 - index * 60_000,
  items: [
    {
      change: {
        kind: 'price',
        series: `taobao:${index}|page|exact`,
        which: 'public',
        before: exactPrice(12_900),
        after: exactPrice(10_900),
      },
      sku: null,
      matches: [{ rule: 'amount', lineFen: 11_500, now: 'below', of: 'list', list: '竞品' }],
    },
    { change: { kind: 'off-shelf' }, sku: null, matches: [{ rule: 'off-shelf' }] },
    {
      change: {
        kind: 'impressions',
        added: [{ word: '凉快', count: '9' }],
        removed: [],
        moved: [{ word: '轻薄', before: '30+', after: '40+' }],
      },
      sku: null,
      matches: [],
    },
    {
      change: {
        kind: 'ledger',
        series: `taobao:${index}|page|exact`,
        code: '20',
        stage: 'to-final',
        label: '官方立减',
        before: null,
        after: 2000,
      },
      sku: null,
      matches: [],
    },
  ],
});

const room = (n: number) => (
  <ChangesRoom
    news={Array.from({ length: n }, (_, index) => visit(index))}
    more={false}
    failure={null}
    lists={[]}
    days={7}
    rules={{ ladder: true, percent: 5, promotion: true, keyword: true }}
    listings={[]}
    newId={() => 'x'}
    onRulesOpen={vi.fn()}
    readOnly={false}
    nowMs={NOW}
    onDays={vi.fn()}
    onRules={vi.fn()}
    onOut={vi.fn()}
    onRetry={vi.fn()}
  />
);

test.each([1, 12, 500])('%i listings that changed are told, each explaining itself', async (n) => {
  const { root } = await mount(room(n), { room: 'changes' });
  expect(root.querySelectorAll('.visit')).toHaveLength(Math.min(n, 100));
  const lines = [...(root.querySelector('.visit')?.querySelectorAll('li') ?? [])];
  expect(lines.map((line) => line.textContent)).toEqual([
    '公开到手价¥129 → 变为 ¥109降 ¥20（−15.5%）低于 ¥115，你给「竞品」设的提醒价',
    '上下架已下架上下架有变',
    '评价印象新增 +凉快 9轻薄 30+ → 变为 40+',
    '官方立减无 → 变为 −¥20',
  ]);
});

test('the filter looks through all of 500 while it is typed', async () => {
  const { root } = await mount(room(500), { room: 'changes' });
  await userEvent.fill(page.getByPlaceholder('筛选标题、店铺、变化内容'), '冰丝透气 499');
  await expect.poll(() => root.querySelectorAll('.visit').length).toBe(1);
});
