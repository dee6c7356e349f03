import { expect, test } from 'vitest';
import { RowChange } from '../../../components/options/row-change';
import { exactPrice } from '../../../lib/listing/price';
import type { NewestChange } from '../../../lib/messaging/change-news';
import { NOW } from './facts';
import { faults, mount } from './mount';

const price = { kind: 'price', series: 'taobao:1|page|exact', which: 'public' } as const;
const fell = { ...price, before: exactPrice(12_900), after: exactPrice(10_900) };
const newest = (over: Partial<NewestChange['item']>, more = 0): NewestChange => ({
  atMs: NOW,
  sinceMs: NOW - 86_400_000,
  item: { change: fell, sku: null, matches: [], ...over },
  more,
  marked: over.matches?.length ?? 0,
});
const shown = async (
  change: NewestChange | null,
  language: 'zh-CN' | 'en' = 'zh-CN',
  seenMs: number = NOW,
) => (await mount(<RowChange change={change} seenMs={seenMs} />, { language })).root;

test('a marked change says by which of my lines, and the whole of it on hover', async () => {
  const root = await shown(
    newest({ matches: [{ rule: 'ladder', rung: 'promo', lineFen: 11_500, now: 'below' }] }, 2),
  );
  expect(root.textContent).toBe('命中你的规则 低于你的活动价 ¥115');
  expect(root.querySelector('i')).not.toBeNull();
  const title = root.querySelector('small')?.title ?? '';
  expect(title.split('\n').slice(0, 2)).toEqual([
    '公开到手价 ¥129 → ¥109 等，另 2 处',
    '低于你的活动价 ¥115',
  ]);
  expect(await faults(root)).toEqual([]);
});

test('a price move is not said twice, another change is', async () => {
  expect((await shown(newest({}))).textContent).toBe('');
  expect((await shown(newest({}, 3))).textContent).toBe('另有 3 处变化');
  expect((await shown(newest({ change: { kind: 'off-shelf' } }), 'en')).textContent).toBe(
    'Availability on sale → off shelf',
  );
  expect((await shown(null)).textContent).toBe('');
});

test('what an earlier look found stands with its day, and is no news', async () => {
  const matches = [{ rule: 'promotion' } as const];
  const change = newest({ change: { kind: 'promotion-started', text: '满299减30' }, matches });
  const root = await shown(change, 'zh-CN', NOW + 3 * 86_400_000);
  expect(root.textContent).toBe('11/20 新增优惠');
  expect(root.querySelector('i')).toBeNull();
});
