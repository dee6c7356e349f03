import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CompareRoom } from '../../../components/options/compare-room';
import { sampleComparison } from '../../fixtures/sample-comparison';
import { SAMPLE_NOW_MS } from '../../fixtures/sample-snapshot';
import { facts } from './facts';
import { faults, mount } from './mount';

const CHOSEN = sampleComparison().listings.map(({ listingId }) => listingId);

function room(over: Partial<Parameters<typeof CompareRoom>[0]> = {}) {
  return {
    choices: [1, 2, 3].map((n) => facts(n)),
    chosen: CHOSEN,
    comparison: sampleComparison(),
    failure: null,
    benchmarks: [
      { id: 'sun-women', name: '防晒衣·女' },
      { id: 'shell-men', name: '冲锋衣·男' },
    ],
    benchmarkId: null,
    nowMs: SAMPLE_NOW_MS,
    onChosen: vi.fn(),
    onBenchmark: vi.fn(),
    history: null,
    onOut: vi.fn(),
    onRetry: vi.fn(),
    ...over,
  };
}

test('what they all say stands above the table, listings side by side below', async () => {
  const { root } = await mount(<CompareRoom {...room()} />, { room: 'compare' });
  const sections = [...root.querySelectorAll('.consensus section')].map((each) => each.textContent);
  expect(sections).toEqual([
    '竞品都有、本店没有卖点凉感关键词冰丝防晒衣标题词冰丝',
    '只有本店有没有',
  ]);
  expect(root.querySelectorAll('.compare-table thead th')).toHaveLength(3);
  expect(root.querySelector('.room-summary')?.textContent).toBe('3 个商品，都对照「防晒衣·女」');
});

test('listings are chosen, and taken out', async () => {
  const onChosen = vi.fn();
  const choices = [1, 2].map((n) => facts(n));
  const { again } = await mount(
    <CompareRoom {...room({ chosen: [], comparison: null, choices, onChosen })} />,
    { room: 'compare' },
  );
  await userEvent.click(page.getByRole('checkbox').first());
  expect(onChosen).toHaveBeenCalledTimes(1);
  await again(<CompareRoom {...room({ onChosen })} />);
  await userEvent.click(page.getByRole('button', { name: /^移出对比/ }).first());
  expect(onChosen).toHaveBeenLastCalledWith(CHOSEN.slice(1));
});

test('no seventh can be chosen', async () => {
  const chosen = ['1', '2', '3', '4', '5', '6'].map((n) => `taobao:99999${n}`);
  const { root } = await mount(<CompareRoom {...room({ chosen })} />, { room: 'compare' });
  root.querySelector('.compare-picker')?.setAttribute('open', '');
  const boxes = [
    ...root.querySelectorAll<HTMLInputElement>('.compare-picker input[type=checkbox]'),
  ];
  expect(boxes.map((box) => box.disabled)).toEqual([true, true, true]);
});

test('the table is copied with one line for each row', async () => {
  const onOut = vi.fn();
  await mount(<CompareRoom {...room({ onOut })} />, { room: 'compare' });
  await userEvent.click(page.getByRole('button', { name: '复制表格' }));
  const [out] = onOut.mock.calls[0] ?? [];
  expect(String(out?.text).split('\n')).toHaveLength(Number(out?.rows) + 1);
});

test('too few, none of mine, and a failure are said', async () => {
  const few = room({ chosen: [], comparison: null });
  const { root, again } = await mount(<CompareRoom {...few} />, { room: 'compare' });
  expect(root.textContent).toContain('选两个以上商品来对比');
  await again(<CompareRoom {...room({ comparison: sampleComparison({ consensus: null }) })} />);
  expect(root.textContent).toContain('选中至少一个本店商品');
  await again(<CompareRoom {...room({ comparison: null, failure: 'internal' })} />);
  expect(root.querySelector('[role="alert"]')).not.toBeNull();
});

test.each([
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const)('axe finds nothing in %s, %s', async (language, theme) => {
  const { root } = await mount(<CompareRoom {...room()} />, { room: 'compare', language, theme });
  root.querySelector('.compare-picker')?.setAttribute('open', '');
  expect(await faults(root)).toEqual([]);
});
