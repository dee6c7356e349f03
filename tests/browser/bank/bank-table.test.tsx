import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noSelection, selectedPlaces, type Selection } from '../../../components/options/bank-rows';
import { BankTable } from '../../../components/options/bank-table';
import { cellsOf, tableOut } from '../../../components/options/table-out';
import { bankTable } from '../../../entrypoints/options/bank/bank-table-text';
import { loadCatalog } from '../../../lib/locales/catalog';
import { mount } from '../options/mount';
import { sampleOrder, sampleRows } from './sample-bank';
import '../../../components/options/bank.css';

type Props = Parameters<typeof BankTable>[0];
const seen = vi.fn<(selection: Selection) => void>();
const selected = () => selectedPlaces(seen.mock.lastCall?.[0] ?? noSelection(0));

/** A table that keeps its own selection, in a box of a known height. */
function Table(props: Partial<Props> & { size: number }) {
  const { size } = props;
  const [selection, setSelection] = useState<Selection>(noSelection(size));
  const [rows] = useState(() => sampleRows(size));
  const [order] = useState(() => props.order ?? sampleOrder(size));
  return (
    <div style={{ display: 'flex', flexDirection: 'column', height: '600px' }}>
      <BankTable
        rows={rows}
        kinds={rows.kinds}
        period="近 7 天"
        sort={{ by: 'bank' }}
        selection={selection}
        readOnly={false}
        onSort={vi.fn()}
        onSelect={(next) => {
          seen(next);
          setSelection(next);
        }}
        onWord={vi.fn()}
        empty="没有符合的词"
        {...props}
        order={order}
      />
    </div>
  );
}

const row = (root: HTMLElement, at: number) =>
  root.querySelector<HTMLElement>(`tr[data-row="${at}"]`);
const box = (root: HTMLElement, at: number) =>
  row(root, at)?.querySelector<HTMLInputElement>('input');

test('a row has ranges as ranges, shares in per cent, and says what it lacks', async () => {
  const { root } = await mount(<Table size={20} />);
  const cells = (at: number) =>
    [...(row(root, at)?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
  expect(cells(5)).toEqual(['', '冰丝防晒衣5', '50 ~ 100', '5% ~ 7.5%', '', '必备']);
  expect(cells(6).slice(2, 4)).toEqual(['—', '—']);
  expect(row(root, 3)?.querySelectorAll('.bank-old')).toHaveLength(2);
  expect(row(root, 2)?.querySelectorAll('.bank-old')).toHaveLength(0);
  expect(row(root, 3)?.querySelector('.num')?.getAttribute('title')).toContain('导入');
  expect(root.querySelector('img')).toBeNull();
});

test('of 50,000 words only those in sight are drawn, wherever it is scrolled to', async () => {
  const { root } = await mount(<Table size={50_000} />);
  expect(root.querySelector('table')?.getAttribute('aria-rowcount')).toBe('50001');
  expect(root.querySelectorAll('tr[data-row]').length).toBeLessThan(60);
  const scroller = root.querySelector('.long-box')!;
  scroller.scrollTop = scroller.scrollHeight;
  await expect.poll(() => row(root, 49_999)?.textContent).toContain('冰丝防晒衣49999');
  scroller.scrollTop = 32 * 25_000;
  await expect.poll(() => row(root, 25_004)?.textContent).toContain('冰丝防晒衣25004');
  expect(root.querySelectorAll('tr[data-row]').length).toBeLessThan(60);
});

test('scrolling makes no rows: those that leave serve those that come', async () => {
  const { root } = await mount(<Table size={50_000} />);
  const scroller = root.querySelector('.long-box')!;
  scroller.scrollTop = 32 * 1000;
  await expect.poll(() => row(root, 1010)?.textContent).toContain('冰丝防晒衣1010');
  const before = new Set(root.querySelectorAll('tr[data-row]'));
  scroller.scrollTop = 32 * 1016;
  await expect.poll(() => row(root, 1045)?.textContent).toContain('冰丝防晒衣1045');
  const after = [...root.querySelectorAll('tr[data-row]')];
  expect(after.filter((one) => !before.has(one))).toEqual([]);
  expect(after.map((one) => Number(one.getAttribute('data-row')))).toEqual(
    after.map((_, at) => 1008 + at),
  );
});

test.each([
  [1920, 1],
  [1280, 2],
])('at %d px, %d columns of figures stand beside their words', async (width, count) => {
  const { kinds } = sampleRows(1);
  const { root } = await mount(<Table size={20} kinds={kinds.slice(0, count)} />, { width });
  const cells = () => [...row(root, 5)!.querySelectorAll('td')].map((cell) => cell.clientWidth);
  await expect.poll(() => cells()[1]).toBeLessThanOrEqual(280);
  expect(cells()[1]).toBeGreaterThanOrEqual(200);
  expect(cells()[2]).toBe(148);
  // The row's line goes on to the end of the box.
  expect(row(root, 5)?.clientWidth).toBe(root.querySelector('.long-box')?.clientWidth);
});

test('the head stays in sight, with the word that it names', async () => {
  const { root } = await mount(<Table size={500} />);
  const scroller = root.querySelector('.long-box')!;
  scroller.scrollTop = 32 * 200;
  await expect.poll(() => row(root, 205)?.textContent).toContain('冰丝防晒衣205');
  const named = root.querySelector('th.bank-word')!;
  const head = named.getBoundingClientRect();
  expect(Math.abs(head.top - scroller.getBoundingClientRect().top)).toBeLessThan(2);
  const over = document.elementFromPoint(head.left + 40, head.top + 20);
  expect(over?.closest('th')).toBe(named);
});

test('selects by click, a stretch by Shift, all that are shown by the head', async () => {
  const order = Uint32Array.of(9, 7, 5, 3, 1);
  const { root } = await mount(<Table size={10} order={order} />);
  await userEvent.click(box(root, 1)!);
  expect(selected()).toEqual([7]);
  await userEvent.click(box(root, 3)!, { modifiers: ['Shift'] });
  expect(selected()).toEqual([3, 5, 7]);
  await userEvent.click(box(root, 2)!);
  expect(selected()).toEqual([3, 7]);
  await userEvent.click(page.getByRole('checkbox', { name: '选中全部显示的词' }));
  expect(selected()).toEqual([1, 3, 5, 7, 9]);
  await userEvent.click(page.getByRole('checkbox', { name: '选中全部显示的词' }));
  expect(selected()).toEqual([]);
});

test('is gone through, selected and opened by keyboard alone', async () => {
  const onWord = vi.fn();
  const { root } = await mount(<Table size={50_000} onWord={onWord} />);
  box(root, 0)!.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown} ');
  expect(selected()).toEqual([2]);
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(selected()).toEqual([2, 3, 4]);
  await userEvent.keyboard('{End}');
  await expect.poll(() => document.activeElement).toBe(box(root, 49_999));
  await userEvent.keyboard('{Enter}');
  expect(onWord).toHaveBeenCalledWith(49_999);
  await userEvent.keyboard('{Home}');
  await expect.poll(() => document.activeElement).toBe(box(root, 0));
  // Of all rows, only the one that the keyboard is at is reached by Tab.
  expect(root.querySelectorAll('tbody [tabindex="0"]')).toHaveLength(2);
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(selected()).toHaveLength(50_000);
});

test('its head sorts by a kind downwards, then upwards, then not at all', async () => {
  const onSort = vi.fn();
  const { again } = await mount(<Table size={5} onSort={onSort} />);
  const head = page.getByRole('button', { name: /^搜索人气/ });
  await userEvent.click(head);
  expect(onSort).toHaveBeenLastCalledWith({ by: 'figure', kind: '搜索人气', down: true });
  await again(
    <Table size={5} onSort={onSort} sort={{ by: 'figure', kind: '搜索人气', down: true }} />,
  );
  await userEvent.click(head);
  expect(onSort).toHaveBeenLastCalledWith({ by: 'figure', kind: '搜索人气', down: false });
  await again(
    <Table size={5} onSort={onSort} sort={{ by: 'figure', kind: '搜索人气', down: false }} />,
  );
  await userEvent.click(head);
  expect(onSort).toHaveBeenLastCalledWith({ by: 'bank' });
});

test('what can only be read can’t be selected', async () => {
  const { root } = await mount(<Table size={5} readOnly />);
  expect([...root.querySelectorAll('input')].every((input) => input.disabled)).toBe(true);
});

test('leaves with what its figures are of and when each was imported, and runs nowhere', async () => {
  const words = await loadCatalog('zh-CN');
  const rows = sampleRows(20);
  const basis = { source: '搜索分析', period: '7d' };
  const out = bankTable({ rows, kinds: rows.kinds, basis }, [0, 3, 6], words, 'zh-CN');
  const table = Array.from({ length: out.length }, (_, at) => out.row(at));
  expect(table[0]?.slice(0, 3)).toEqual([
    '关键词',
    '搜索人气（搜索分析 · 近 7 天）',
    '搜索人气 导入时间',
  ]);
  expect(table[2]?.slice(0, 2)).toEqual(['=HYPERLINK("x")', '30 ~ 60']);
  expect(table[3]?.slice(1, 3)).toEqual(['', '']);
  const csv = tableOut(table, 'csv');
  expect('text' in csv && csv.text).toContain(`"'=HYPERLINK(""x"")",30 ~ 60`);
  // In a workbook a single figure is a number, a range and a word are what they are.
  const first = bankTable({ rows, kinds: rows.kinds, basis }, [4], words, 'zh-CN').row(1);
  expect(cellsOf([first])[0]?.slice(0, 2)).toEqual(['冰丝防晒衣4', 40]);
  expect(cellsOf([table[2]!])[0]?.slice(0, 2)).toEqual(['=HYPERLINK("x")', '30 ~ 60']);
});
