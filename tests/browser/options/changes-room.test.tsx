import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ChangesRoom } from '../../../components/options/changes-room';
import { exactPrice } from '../../../lib/listing/price';
import type { AmountRule, ChangeNews } from '../../../lib/messaging/change-news';
import { NOW } from './facts';
import { faults, mount } from './mount';

const DAY = 86_400_000;
const HOSTILE = '<img src=x onerror="alert(1)">\u202e<b>__proto__</b>';
const visit = (index: number, more: Partial<ChangeNews> = {}): ChangeNews => ({
  listingId: `taobao:7823456789${String(index).padStart(2, '0')}`,
  host: 'detail.tmall.com',
  title: `溪禾2026新款防晒衣女款夏季冰丝透气 ${index}`,
  shopName: '溪禾户外旗舰店',
  mine: false,
  benchmarkName: '防晒衣·女',
  atMs: NOW - index * DAY,
  sinceMs: NOW - (index + 3) * DAY,
  items: [
    {
      change: {
        kind: 'price',
        series: 'taobao:1|7|exact',
        which: 'public',
        before: exactPrice(12_900),
        after: exactPrice(10_900),
      },
      sku: ['红', 'L'],
      matches: [
        { rule: 'ladder', rung: 'promo', lineFen: 11_500, now: 'below' },
        { rule: 'percent', share: { min: -0.155, max: -0.155 }, atLeast: 5 },
      ],
    },
    { change: { kind: 'title', added: ['冰丝'], removed: ['透明'] }, sku: null, matches: [] },
    {
      change: { kind: 'promotion-started', text: '满299减30' },
      sku: null,
      matches: [{ rule: 'promotion' }],
    },
  ],
  ...more,
});

function room(over: Partial<Parameters<typeof ChangesRoom>[0]> = {}) {
  return {
    news: [visit(0), visit(1, { mine: true, shopName: null }), visit(2)],
    more: false,
    failure: null,
    lists: [{ id: 'l1', name: '竞品', listingIds: ['taobao:782345678902'] }],
    days: 7 as const,
    rules: { ladder: true, percent: 5, promotion: true, keyword: true },
    listings: [{ listingId: 'taobao:782345678900', title: '溪禾防晒衣' }],
    newId: () => 'new-id',
    onRulesOpen: vi.fn(),
    readOnly: false,
    nowMs: NOW,
    onDays: vi.fn(),
    onRules: vi.fn(),
    onOut: vi.fn(),
    onRetry: vi.fn(),
    ...over,
  };
}

test('a marked change says old, new, SKU, which price and my line', async () => {
  const { root } = await mount(<ChangesRoom {...room()} />, { room: 'changes' });
  const line = root.querySelector('.visit li');
  expect(line?.textContent).toBe(
    '公开到手价¥129 → 变为 ¥109降 ¥20（−15.5%）红 / L低于你的活动价 ¥115变动 −15.5%，达到 5%',
  );
  expect(root.querySelector('.room-summary')?.textContent).toBe('3 次到访有变化 · 6 处命中规则');
});

test('filters narrow, and what is shown is what is copied', async () => {
  const onOut = vi.fn();
  await mount(<ChangesRoom {...room({ onOut })} />, { room: 'changes' });
  await userEvent.selectOptions(page.getByLabelText('变化种类'), '标题');
  await userEvent.selectOptions(page.getByLabelText('清单'), '竞品');
  expect(page.getByText('显示 1/3 次到访').query()).not.toBeNull();
  await userEvent.click(page.getByRole('button', { name: '复制表格' }));
  const [out] = onOut.mock.calls[0] ?? [];
  expect(out).toMatchObject({ form: 'tsv', rows: 1 });
  expect(String(out?.text).split('\n')).toHaveLength(2);
  await userEvent.click(page.getByRole('button', { name: '其他导出方式' }));
  await userEvent.click(page.getByRole('menuitem', { name: '存为 CSV 文件' }));
  expect(onOut.mock.lastCall?.[0]).toMatchObject({ form: 'csv', rows: 1 });
  await userEvent.click(page.getByRole('button', { name: '其他导出方式' }));
  await userEvent.click(page.getByRole('menuitem', { name: '复制变化（Markdown）' }));
  expect(onOut.mock.lastCall?.[0].text).toContain('# 竞品变化');
  await userEvent.click(page.getByLabelText('只看命中规则的'));
  await userEvent.click(page.getByRole('button', { name: '清除筛选' }));
  expect(page.getByText('3 次到访有变化 · 6 处命中规则').query()).not.toBeNull();
});

test('a rule is changed in place, and a time chosen', async () => {
  const props = room();
  await mount(<ChangesRoom {...props} />, { room: 'changes' });
  await userEvent.click(page.getByText('标记规则'));
  await userEvent.selectOptions(page.getByLabelText('公开到手价变动达到'), '10%');
  expect(props.onRules).toHaveBeenLastCalledWith({ ...props.rules, percent: 10 });
  await userEvent.selectOptions(page.getByLabelText('公开到手价变动达到'), '不标');
  expect(props.onRules).toHaveBeenLastCalledWith({ ...props.rules, percent: null });
  await userEvent.click(page.getByLabelText('新增优惠'));
  expect(props.onRules).toHaveBeenLastCalledWith({ ...props.rules, promotion: false });
  await userEvent.click(page.getByRole('button', { name: '30 天' }));
  expect(props.onDays).toHaveBeenCalledWith(30);
});

test('a price alert is set for all, for a list, or for one listing, and taken away', async () => {
  const props = room({ lists: [{ id: 'l1', name: '竞品', listingIds: [] }] });
  const { again } = await mount(<ChangesRoom {...props} />, { room: 'changes' });
  await userEvent.click(page.getByText('标记规则'));
  expect(props.onRulesOpen).toHaveBeenCalled();
  const add = page.getByRole('button', { name: '添加提醒价' });
  await userEvent.fill(page.getByLabelText('金额'), '便宜');
  await userEvent.click(add);
  expect(page.getByText('请写一个金额，例如 115 或 99.9').query()).not.toBeNull();
  await userEvent.fill(page.getByLabelText('金额'), '¥115.5');
  await userEvent.click(add);
  const all = { id: 'new-id', of: { kind: 'all' }, side: 'below', fen: 11_550 } as const;
  expect(props.onRules).toHaveBeenLastCalledWith({ ...props.rules, amounts: [all] });

  await userEvent.selectOptions(page.getByLabelText('对谁'), '清单「竞品」');
  await userEvent.selectOptions(page.getByLabelText('方向'), '高于');
  await userEvent.fill(page.getByLabelText('金额'), '199');
  await userEvent.click(add);
  const list = { id: 'new-id', of: { kind: 'list', listId: 'l1' }, side: 'above', fen: 19_900 };
  expect(props.onRules).toHaveBeenLastCalledWith({ ...props.rules, amounts: [list] });

  await userEvent.selectOptions(page.getByLabelText('对谁'), '单个商品');
  await userEvent.fill(page.getByLabelText('金额'), '99');
  await userEvent.click(add);
  expect(page.getByText('请选一个商品').query()).not.toBeNull();
  await userEvent.selectOptions(page.getByLabelText('哪个商品'), '溪禾防晒衣');
  await userEvent.click(add);
  const listing = { kind: 'listing', listingId: 'taobao:782345678900' };
  expect(props.onRules).toHaveBeenLastCalledWith({
    ...props.rules,
    amounts: [expect.objectContaining({ of: listing, side: 'above', fen: 9900 })],
  });

  const rules = { ...props.rules, amounts: [all, { ...list, id: 'other' }] as AmountRule[] };
  await again(<ChangesRoom {...props} rules={rules} />);
  await userEvent.click(page.getByRole('button', { name: '移除提醒价：清单「竞品」 高于 ¥199' }));
  expect(props.onRules).toHaveBeenLastCalledWith({ ...rules, amounts: [all] });
  await userEvent.click(page.getByLabelText('下架或重新上架'));
  expect(props.onRules).toHaveBeenLastCalledWith({ ...rules, offShelf: false });
});

test('a hundred visits are drawn at first, and more on asking', async () => {
  const news = Array.from({ length: 130 }, (_, index) => visit(index));
  const { root } = await mount(<ChangesRoom {...room({ news })} />, { room: 'changes' });
  expect(root.querySelectorAll('.visit')).toHaveLength(100);
  await userEvent.click(page.getByRole('button', { name: '再显示 30 次到访' }));
  expect(root.querySelectorAll('.visit')).toHaveLength(130);
});

test('nothing, too much, and a failure are said', async () => {
  const { root, again } = await mount(<ChangesRoom {...room({ news: [] })} />, { room: 'changes' });
  expect(root.textContent).toContain('这段时间没有变化');
  await again(<ChangesRoom {...room({ more: true, failure: 'blocked' })} />);
  expect(root.textContent).toContain('变化太多');
  expect(root.querySelector('[role="alert"]')).not.toBeNull();
});

test('what a page wrote is text', async () => {
  const change = { kind: 'attribute', name: HOSTILE, before: null, after: HOSTILE } as const;
  const hostile = visit(0, { title: HOSTILE, items: [{ change, sku: null, matches: [] }] });
  const { root } = await mount(<ChangesRoom {...room({ news: [hostile] })} />, { room: 'changes' });
  expect(root.querySelector('.visit')?.textContent).toContain(HOSTILE);
  expect(root.querySelector('.visit img, .visit script, .visit b img')).toBeNull();
});

test.each([
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const)('axe finds nothing in %s, %s', async (language, theme) => {
  const { root } = await mount(<ChangesRoom {...room()} />, { room: 'changes', language, theme });
  root.querySelector<HTMLDetailsElement>('.change-rules')?.setAttribute('open', '');
  expect(await faults(root)).toEqual([]);
});
