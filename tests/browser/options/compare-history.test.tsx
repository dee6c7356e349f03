import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CompareHistory } from '../../../components/options/compare-history';
import type { ComparedHistory } from '../../../components/options/compared-history';
import type { Observation } from '../../../lib/listing/series';
import { NOW } from './facts';
import { faults, mount } from './mount';

const DAY = 86_400_000;
function seen(
  n: number,
  daysAgo: number,
  fen: number | null,
  skuId: string | null = null,
): Observation {
  const listingId = `taobao:70000000000${n}`;
  return {
    series: `${listingId}|${skuId ?? 'page'}|exact`,
    listingId,
    skuId,
    atMs: NOW - daysAgo * DAY,
    listPrice: null,
    beforePrice: null,
    publicPrice: fen === null ? null : { minFen: fen, maxFen: fen },
    finalPrice: null,
    steps: [],
    account: 'unknown',
    gated: fen === null,
  };
}
const history = (n: number, observations: Observation[]): ComparedHistory => ({
  listingId: `taobao:70000000000${n}`,
  title: `云杉山系防晒衣 ${n}`,
  shopName: '云杉旗舰店',
  mine: n === 1,
  observations,
  skuName: (skuId) => (skuId === '7' ? '白色' : null),
});
const three = [
  history(1, [seen(1, 20, 13_900), seen(1, 9, 12_900), seen(1, 2, 12_900)]),
  history(2, [
    seen(2, 19, 14_900, '7'),
    seen(2, 8, 11_900, '7'),
    seen(2, 7, null, '7'),
    seen(2, 6, 9900, '8'),
  ]),
  history(3, [seen(3, 5, null)]),
];
const view = (over: Partial<Parameters<typeof CompareHistory>[0]> = {}) => (
  <CompareHistory
    histories={three}
    windows={[]}
    ladder={[]}
    nowMs={NOW}
    onOut={vi.fn()}
    onPicture={vi.fn()}
    {...over}
  />
);

test('several listings stand in one chart, told apart by number and dash', async () => {
  const { root } = await mount(view());
  await expect.poll(() => root.querySelector('canvas')).not.toBeNull();
  const keys = [...root.querySelectorAll('.plot-key')];
  expect(keys.map((key) => key.textContent)).toEqual(['1', '2', '3']);
  const dashes = keys.map((key) => key.querySelector('line')?.getAttribute('stroke-dasharray'));
  expect(new Set(dashes).size).toBe(3);
  expect(page.getByRole('group', { name: /^2 个商品/ }).query()).not.toBeNull();
  expect(root.textContent).toContain('还没有公开到手价的记录');
  expect(await faults(root)).toEqual([]);
});

test('what is hovered says what each of them stood at', async () => {
  const { root } = await mount(view());
  await expect.poll(() => root.querySelector('.u-over')).not.toBeNull();
  const over = root.querySelector('.u-over');
  if (over === null) throw new Error('no chart');
  const box = over.getBoundingClientRect();
  await userEvent.hover(over, { position: { x: box.width * (1 - 6 / 90), y: 20 } });
  await expect.poll(() => root.querySelector('.price-chart-tip')?.textContent).toContain('1 ¥129');
  // The SKU seen last stands for the second one; the other one's price is not mixed in.
  expect(root.querySelector('.price-chart-tip')?.textContent).toContain('2 ¥99');
});

test('a series is chosen, a listing hidden, and what is drawn goes out as a table', async () => {
  const onOut = vi.fn();
  await mount(view({ onOut }));
  const table = async () => {
    await userEvent.click(page.getByRole('button', { name: '复制表格' }));
    return String(onOut.mock.lastCall?.[0].text)
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split('\t').slice(1).join('|'));
  };
  await userEvent.selectOptions(page.getByLabelText('云杉山系防晒衣 2 的价格口径'), '白色');
  await userEvent.click(page.getByRole('checkbox', { name: '云杉山系防晒衣 1' }));
  expect(await table()).toEqual([
    '云杉山系防晒衣 2|云杉旗舰店|白色|¥149||',
    '云杉山系防晒衣 2|云杉旗舰店|白色|¥119||',
    '云杉山系防晒衣 2|云杉旗舰店|白色|||页面没有给出真实价格',
  ]);
  await userEvent.click(page.getByRole('button', { name: '30 天', exact: true }));
  expect(await table()).toHaveLength(3);
});

test('nothing to draw is said', async () => {
  const { root, again } = await mount(view({ histories: [three[2] as ComparedHistory] }));
  expect(root.textContent).toContain('这段时间没有价格记录');
  await again(view({ histories: null }));
  expect(root.querySelector('.compare-history')).toBeNull();
});

test('a sight whose time is in doubt is said under the chart, where it is hovered, and in the table', async () => {
  const onOut = vi.fn();
  const behind = { ...seen(1, 9, 12_900), cameAfterMs: NOW - 2 * DAY };
  const doubtful = history(1, [seen(1, 20, 13_900), behind, seen(1, 2, 11_900)]);
  const { root } = await mount(view({ histories: [doubtful, ...three.slice(1)], onOut }));
  await expect.poll(() => root.querySelector('.u-over')).not.toBeNull();
  expect(root.textContent).toContain('2 次记录的时间存疑');
  const over = root.querySelector('.u-over');
  if (over === null) throw new Error('no chart');
  const box = over.getBoundingClientRect();
  await userEvent.hover(over, { position: { x: box.width * (1 - 9 / 90), y: 20 } });
  await expect
    .poll(() => root.querySelector('.price-chart-tip')?.textContent)
    .toContain('时间存疑：其实在');
  await userEvent.click(page.getByRole('button', { name: '复制表格' }));
  const lines = String(onOut.mock.lastCall?.[0].text).split('\n');
  expect(
    lines.filter((line) => line.includes('时间存疑')).map((line) => line.split('\t')[4]),
  ).toEqual(['¥129', '¥119']);
  // A listing that is hidden takes its doubts with it.
  await userEvent.click(page.getByRole('checkbox', { name: /云杉山系防晒衣 1/ }));
  await expect.poll(() => root.textContent).not.toContain('时间存疑');
});
