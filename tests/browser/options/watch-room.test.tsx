import { page, userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { useState } from 'preact/hooks';
import { WatchRoom } from '../../../components/options/watch-room';
import type { ListingFacts } from '../../../lib/messaging/listing-facts';
import { facts, HOSTILE, NEVER_SEEN, NOW, UNREAD } from './facts';
import { faults, mount } from './mount';

type RoomProps = Parameters<typeof WatchRoom>[0];

function calls() {
  return {
    onDetail: vi.fn(),
    onRemove: vi.fn(),
    onOut: vi.fn(),
    onRetry: vi.fn(),
    onAddList: vi.fn(),
    onRenameList: vi.fn(),
    onDeleteList: vi.fn(),
    onDays: vi.fn(),
    onOpen: vi.fn(),
  };
}

function room(rows: readonly ListingFacts[] | null, over: Partial<RoomProps> = {}): RoomProps {
  return {
    lists: [
      { id: 'a', name: '防晒衣·女 竞品', count: rows?.length ?? 0 },
      { id: 'b', name: '儿童', count: 3 },
    ],
    chosen: 'a',
    total: 14,
    rows,
    pictures: new Map(),
    failure: null,
    readOnly: false,
    nowMs: NOW,
    openId: null,
    detail: null,
    everyDays: new Map<string, number>(),
    listDays: null,
    ...calls(),
    ...over,
  };
}

const twelve = [...Array.from({ length: 9 }, (_, n) => facts(n)), UNREAD, NEVER_SEEN, HOSTILE];
const many = Array.from({ length: 500 }, (_, n) => facts(n));
const rowsOf = (root: Element) => [...root.querySelectorAll<HTMLElement>('tr.watch-row')];

test.each(['light', 'dark'] as const)('axe finds nothing in the full table, %s', async (theme) => {
  const { root } = await mount(<WatchRoom {...room(twelve)} />, { theme, room: 'watch' });
  expect(rowsOf(root)).toHaveLength(12);
  expect(await faults(root)).toEqual([]);
});

test.each([
  ['loading', null, {}],
  ['an empty list', [], {}],
  ['no list at all', [], { lists: [], chosen: null, total: 0 }],
  ['a failure', null, { failure: 'blocked' as const }],
  ['one listing, read only', [facts(1)], { readOnly: true }],
])('axe finds nothing in %s, in English', async (_, rows, over) => {
  const { root } = await mount(<WatchRoom {...room(rows, over)} />, {
    language: 'en',
    room: 'watch',
  });
  expect(await faults(root)).toEqual([]);
});

test('words of a page are text and nothing else', async () => {
  const { root } = await mount(<WatchRoom {...room([HOSTILE])} />);
  expect(root.querySelector('img, b > b')).toBeNull();
  expect((globalThis as { hacked?: number }).hacked).toBeUndefined();
  expect(root.querySelector('.watch-title')?.textContent).toContain('<img src=x');
  const row = rowsOf(root)[0];
  expect(row?.getBoundingClientRect().height).toBeLessThanOrEqual(54);
});

test('what was not read is said, and is never 0', async () => {
  const { root } = await mount(<WatchRoom {...room([UNREAD, NEVER_SEEN])} />);
  const [unread, never] = rowsOf(root);
  expect(unread?.querySelector('.watch-price')?.textContent).toBe('读不到');
  expect(unread?.querySelector('.watch-strip')?.textContent).toBe('样本不足');
  expect(never?.querySelector('.watch-seen')?.textContent).toBe('还没看过');
  expect(never?.querySelector('.watch-coverage')?.textContent).toContain('没有适用的基准');
  expect(root.textContent).not.toMatch(/¥0|0\/0|NaN|undefined/);
});

test('arrow keys move through rows, Enter opens, Delete takes off, O follows the link', async () => {
  const props = room(twelve);
  const { root } = await mount(<WatchRoom {...props} />);
  const opened: string[] = [];
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[target]');
    if (link === null) return;
    event.preventDefault();
    opened.push((link as HTMLAnchorElement).href);
  });
  rowsOf(root)[0]?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(rowsOf(root)[2]);
  await userEvent.keyboard('{Enter}');
  expect(props.onDetail).toHaveBeenCalledWith(twelve[2]?.listingId);
  await userEvent.keyboard('o');
  expect(opened).toEqual(['https://detail.tmall.com/item.htm?id=700000000002']);
  await userEvent.keyboard('{Delete}');
  expect(props.onRemove).toHaveBeenCalledWith(twelve[2]?.listingId);
});

test('the focus stays in the table when its row is taken off', async () => {
  function Live() {
    const [rows, setRows] = useState(twelve);
    const remove = (id: string) => setRows(rows.filter((row) => row.listingId !== id));
    return <WatchRoom {...room(rows)} onRemove={remove} />;
  }
  const { root } = await mount(<Live />);
  rowsOf(root)[3]?.focus();
  await userEvent.keyboard('{Delete}');
  expect(rowsOf(root)).toHaveLength(11);
  expect(document.activeElement).toBe(rowsOf(root)[3]);
});

test('of 500 rows only those in sight are drawn, and End reaches the last', async () => {
  const { root } = await mount(<WatchRoom {...room(many)} />, { room: 'watch' });
  expect(rowsOf(root).length).toBeLessThan(60);
  const box = root.querySelector('.watch-box') as HTMLElement;
  expect(box.scrollHeight).toBeGreaterThan(500 * 50);
  rowsOf(root)[0]?.focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-rowindex')).toBe('501');
  const row = document.activeElement?.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  expect(row?.bottom).toBeLessThanOrEqual(frame.bottom + 1);
});

test('a column sorts up, down, and back to the order of the list', async () => {
  const { root } = await mount(<WatchRoom {...room(twelve)} />);
  const first = () => rowsOf(root)[0]?.querySelector('.watch-price')?.textContent;
  const head = page.getByRole('button', { name: '公开到手价' });
  await head.click();
  expect(first()).toContain('¥129');
  await head.click();
  expect(first()).toContain('¥159');
  expect(root.querySelector('th[aria-sort="descending"]')?.textContent).toContain('公开到手价');
  await head.click();
  expect(root.querySelector('th[aria-sort="descending"]')).toBeNull();
});

test('the filter narrows, says how many are shown, and can be cleared', async () => {
  const { root } = await mount(<WatchRoom {...room(twelve)} />);
  await page.getByLabelText('筛选标题、店铺、标签').fill('疑似清仓');
  expect(root.querySelector('.room-summary')?.textContent).toBe('显示 2/12');
  await page.getByLabelText('筛选标题、店铺、标签').fill('没有这个');
  await page.getByRole('button', { name: '清除筛选' }).click();
  expect(rowsOf(root)).toHaveLength(12);
});

test('a listing that was pictured shows its picture, the others their name alone', async () => {
  const image = 'data:image/webp;base64,UklGRg==';
  const pictures = new Map([[facts(1).listingId, image]]);
  const { root } = await mount(<WatchRoom {...room([facts(1), facts(2)], { pictures })} />);
  const [first, second] = rowsOf(root);
  expect(first?.querySelector('img')?.src).toBe(image);
  expect(second?.querySelector('img')).toBeNull();
});

test('what is copied is what is shown, without 0 for what was not read', async () => {
  const props = room([facts(1), UNREAD]);
  await mount(<WatchRoom {...props} />);
  await page.getByRole('button', { name: '复制表格' }).click();
  const [out] = vi.mocked(props.onOut).mock.calls[0] ?? [];
  const lines = (out !== undefined && 'text' in out ? out.text : '')
    .split('\n')
    .map((line) => line.split('\t'));
  expect(out?.rows).toBe(2);
  expect(lines.map((cells) => cells.length)).toEqual([14, 14, 14]);
  expect(lines[1]?.slice(4, 8)).toEqual(['¥134', '', '降 ¥10 (−6.9%)', '7/36']);
  expect(lines[2]?.slice(4, 9)).toEqual(['', '', '', '', '']);
});

test('a list is added by keyboard, and a name twice is refused', async () => {
  const props = room(twelve);
  await mount(<WatchRoom {...props} />);
  await page.getByRole('button', { name: '新建清单' }).click();
  await userEvent.keyboard('儿童{Enter}');
  await expect.element(page.getByText('已有同名的清单')).toBeVisible();
  expect(props.onAddList).not.toHaveBeenCalled();
  await userEvent.keyboard('2{Enter}');
  expect(props.onAddList).toHaveBeenCalledWith('儿童2');
});

test('nothing can be changed while only reading is possible', async () => {
  const { root } = await mount(<WatchRoom {...room(twelve, { readOnly: true })} />);
  expect(root.querySelector('.list-bar button')).toBeNull();
});

test('the price is never cut short at 900 px, in English', async () => {
  const { root } = await mount(<WatchRoom {...room(twelve)} />, {
    language: 'en',
    width: 900,
    room: 'watch',
  });
  for (const cell of root.querySelectorAll('td.watch-price, td.watch-change')) {
    for (const text of cell.querySelectorAll('b, small, span:not(.visually-hidden)')) {
      expect(text.scrollWidth).toBeLessThanOrEqual(Math.max(text.clientWidth, cell.clientWidth));
    }
  }
});
