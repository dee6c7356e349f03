import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { BankConditions } from '../../../components/options/bank-conditions';
import { BankRoom } from '../../../components/options/bank-room';
import { BankTable } from '../../../components/options/bank-table';
import { trendColumns } from '../../../components/charts/trend-columns';
import { WHOLE_BANK } from '../../../lib/analysis/bank/bank-query';
import { USUAL_PRESETS } from '../../../lib/benchmark/bank-filter';
import { faults, mount } from '../options/mount';
import { noSelection, sampleOrder } from './sample-bank';
import { ROWS, filter, moves, roots, gaps, trend } from './sample-parts';

describe('filters', () => {
  test('a usual filter is a click, and one click takes it off again', async () => {
    const onQuery = vi.fn();
    const { again } = await mount(filter({ onQuery }));
    const preset = page.getByRole('button', { name: '需求供给比 > 1', exact: true });
    await userEvent.click(preset);
    const conditions = USUAL_PRESETS[0]!.conditions;
    expect(onQuery).toHaveBeenLastCalledWith({ conditions });
    await again(filter({ onQuery, query: { ...WHOLE_BANK, conditions } }));
    await expect.element(preset).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(preset);
    expect(onQuery).toHaveBeenLastCalledWith({ conditions: [] });
  });

  test('what can’t be told and what has no figure is counted, not hidden', async () => {
    const onQuery = vi.fn();
    const { root } = await mount(filter({ onQuery }));
    expect(root.textContent).toContain('显示 12 / 20');
    expect(root.textContent).toContain('3 词的区间跨过了界限，判断不了');
    expect(root.textContent).toContain('2 词没有这个数字');
    await userEvent.click(page.getByRole('button', { name: '也显示' }));
    expect(onQuery).toHaveBeenLastCalledWith({ unsure: true });
  });

  test('a usual filter is changed, and deleted with a way back', async () => {
    const onPresets = vi.fn();
    const form = {
      open: true,
      kinds: ROWS.kinds,
      conditions: [],
      presets: USUAL_PRESETS,
      readOnly: false,
      onApply: vi.fn(),
      onPresets,
      onClose: vi.fn(),
    };
    await mount(<BankConditions {...form} />);
    await userEvent.click(page.getByRole('button', { name: '修改「支付转化率 > 1%」' }));
    await page.getByLabelText('数值（%）').fill('2.5');
    await userEvent.click(page.getByRole('button', { name: '保存修改' }));
    expect(onPresets.mock.calls[0]?.[0][3]).toEqual({
      name: '',
      conditions: [{ kind: '支付转化率', is: 'above', value: 0.025 }],
    });
    await userEvent.click(page.getByRole('button', { name: '删除「搜索人气 > 50」' }));
    expect(onPresets.mock.calls[1]?.[0]).toHaveLength(3);
    expect(onPresets.mock.calls[1]?.[2]).toEqual(USUAL_PRESETS);
  });
});

test('roots say how many words, the top one and how sure, and which titles lack them', async () => {
  const onRoot = vi.fn();
  const { root } = await mount(roots(onRoot));
  const lines = [...root.querySelectorAll('tr[data-row]')].map((line) => line.textContent);
  expect(lines[0]).toContain('1,204');
  expect(lines[0]).toContain('冰丝防晒衣4 40');
  expect(lines[0]).toContain('另有 2 词的区间够得着');
  expect(lines[1]).toContain('1 / 2 个标题缺 1 个标题读不到');
  await userEvent.click(page.getByRole('button', { name: '只看有标题缺的' }));
  expect(root.querySelectorAll('tr[data-row]')).toHaveLength(1);
  // What leaves as a table is what is shown.
  expect(root.querySelector('output')?.textContent).toBe('冰丝');
  await userEvent.click(page.getByRole('button', { name: '冰丝', exact: true }));
  expect(onRoot).toHaveBeenCalledWith('冰丝');
});

test('which of my titles lack a root is reached by keyboard, and stands beside the table', async () => {
  const { root } = await mount(roots());
  const row = root.querySelector<HTMLElement>('tr[data-row="0"] .long-word');
  row?.focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement?.textContent).toBe('冰丝');
  await userEvent.keyboard('{Tab}{Enter}');
  const beside = page.getByRole('complementary', { name: '「冰丝」在本店标题里' });
  await expect.element(beside).toBeVisible();
  expect([...beside.element().querySelectorAll('section')].map((one) => one.textContent)).toEqual([
    '缺它 1云杉防晒衣 0',
    '有它 1云杉防晒衣 1',
    '读不到 1没有读到标题 · taobao:100002',
  ]);
  await userEvent.keyboard('{Enter}');
  expect(root.querySelector('aside')).toBeNull();
});

test.each([
  ['moves', moves, '骑行防晒衣'],
  ['the matrix', gaps, '冰丝防晒衣4'],
] as const)(
  'in %s a click on a word asks for its trend, and so does Enter',
  async (_, view, word) => {
    const onWord = vi.fn();
    await mount(view({ onWord }));
    const button = page.getByRole('button', { name: word, exact: true });
    await userEvent.click(button);
    await userEvent.keyboard('{Enter}');
    expect(onWord.mock.calls).toEqual([[word], [word]]);
  },
);

test('words that moved are told by word and sign, and one kind of them can be looked at', async () => {
  const { root } = await mount(moves());
  await userEvent.click(page.getByRole('button', { name: '上升 1' }));
  const line = root.querySelector('tr[data-row]');
  expect(line?.textContent).toBe('防晒衣女 上升600 ~ 1,200900 ~ 2,000');
  expect(line?.querySelector('svg')).not.toBeNull();
  expect(root.querySelectorAll('tr[data-row]')).toHaveLength(1);
});

test('where there is nothing to compare it says what is needed', async () => {
  const { root } = await mount(
    moves({ later: null, earlier: null, kind: null, moved: null, hasUnknown: true }),
  );
  expect(root.textContent).toContain('两次来源相同、周期一样长的导入');
  expect(root.textContent).toContain('没有写周期的导入不参加比较');
});

test('the matrix tells tiers by sign and word, and has no sides without titles of both', async () => {
  const { root, again } = await mount(gaps());
  const first = [...root.querySelectorAll('tr[data-row="0"] .gap-cell')];
  expect(first.map((cell) => cell.textContent?.trim())).toEqual([
    '连续',
    '相邻',
    '分散',
    '部分',
    '缺失',
    '读不到',
  ]);
  expect(first.every((cell) => cell.querySelector('svg') !== null)).toBe(true);
  await again(
    gaps({ titles: [{ listingId: 'taobao:300000', title: '杯', shopName: null, mine: false }] }),
  );
  await expect.element(page.getByRole('button', { name: /^竞品有、我没有/ })).toBeDisabled();
});

test('a trend is drawn, with the same figures as a table', async () => {
  const { root } = await mount(trend());
  await expect.poll(() => root.querySelector('canvas')).not.toBeNull();
  await userEvent.click(page.getByText('各期'));
  expect([...root.querySelectorAll('tbody tr')].map((line) => line.lastChild?.textContent)).toEqual(
    ['900 ~ 1,800', '表里没有这个词', '600 ~ 1,200'],
  );
});

test('a trend that is closed gives the focus back to what opened it', async () => {
  const room = (open: boolean) => (
    <div>
      <button type="button">冰丝防晒衣</button>
      {open && trend()}
    </div>
  );
  const { again } = await mount(room(false));
  const word = page.getByRole('button', { name: '冰丝防晒衣' });
  (word.element() as HTMLElement).focus();
  await again(room(true));
  (page.getByRole('button', { name: '关闭走势' }).element() as HTMLElement).focus();
  await again(room(false));
  await expect.element(word).toHaveFocus();
});

test('a line breaks where the word is missing, and where nothing joins two periods', () => {
  const mark = (seconds: number, min: number | null, apart: boolean) => ({
    fromMs: 0,
    toMs: seconds * 1000,
    figure: min === null ? null : { min, max: min + 1 },
    apart,
  });
  const points = [mark(10, 1, true), mark(20, null, false), mark(30, 3, false), mark(90, 4, true)];
  const { at: seconds, min, max, marks } = trendColumns(points);
  expect(seconds).toEqual([10, 20, 30, 31, 90]);
  expect(min).toEqual([1, null, 3, null, 4]);
  expect(max).toEqual([2, null, 4, null, 5]);
  expect(marks.map((one) => one?.toMs ?? null)).toEqual([10_000, 20_000, 30_000, null, 90_000]);
});

describe('axe finds nothing', () => {
  const inRoom = (
    view: 'words' | 'roots' | 'moves' | 'gaps',
    children: preact.ComponentChildren,
  ) => (
    <BankRoom
      benchmarks={[{ id: 'b', name: '防晒衣' }]}
      benchmarkId="b"
      size={20}
      state="open"
      view={view}
      bases={[{ source: '生意参谋 搜索分析', period: '7d', words: 20, kinds: ['搜索人气'] }]}
      basis={{ source: '生意参谋 搜索分析', period: '7d' }}
      onBenchmark={vi.fn()}
      onView={vi.fn()}
      onBasis={vi.fn()}
      onRetry={vi.fn()}
    >
      {children}
    </BankRoom>
  );
  const words = (
    <>
      {filter()}
      <BankTable
        rows={ROWS}
        order={sampleOrder(20)}
        kinds={ROWS.kinds}
        period="近 7 天"
        sort={{ by: 'figure', kind: '搜索人气', down: true }}
        selection={noSelection(20)}
        readOnly={false}
        onSort={vi.fn()}
        onSelect={vi.fn()}
        onWord={vi.fn()}
        empty=""
      />
      {trend()}
    </>
  );
  const views: [string, preact.ComponentChildren][] = [
    ['words', inRoom('words', words)],
    ['roots', inRoom('roots', roots())],
    ['moves', inRoom('moves', moves())],
    ['gaps', inRoom('gaps', gaps())],
  ];
  for (const theme of ['light', 'dark'] as const)
    for (const language of ['zh-CN', 'en'] as const)
      test.each(views)(`${theme}, ${language}: %s`, async (_, view) => {
        const { root } = await mount(view, { theme, language, room: 'bank' });
        expect(await faults(root)).toEqual([]);
      });
});
