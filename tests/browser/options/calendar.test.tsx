import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CalendarEditor } from '../../../components/options/calendar-editor';
import { PriceHistory } from '../../../components/options/price-history';
import { priceSteps } from '../../../lib/analysis/price-path';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import type { ShadedWindow } from '../../../lib/listing/promotion-calendar';
import type { Observation } from '../../../lib/listing/series';
import { NOW } from './facts';
import { faults, mount } from './mount';

const DAY = 86_400_000;

test('a shipped promotion says its source, and is switched off and on', async () => {
  const onCalendar = vi.fn();
  const calendar = { off: ['618-2025-first'], own: [] };
  await mount(<CalendarEditor calendar={calendar} readOnly={false} onCalendar={onCalendar} />);
  const label = page.getByLabelText(/^双11 2026 · 全程/);
  expect(label.element().closest('li')?.textContent).toContain(
    '单一来源（个人整理的模板，2026-11）',
  );
  await userEvent.click(label);
  expect(onCalendar).toHaveBeenLastCalledWith({ off: ['618-2025-first', '1111-2026'], own: [] });
  await userEvent.click(page.getByLabelText(/^618 2025 · 爆发/));
  expect(onCalendar).toHaveBeenLastCalledWith({ off: [], own: [] });
  expect(page.getByText(/结束时间不明/).elements().length).toBe(3);
});

test('the dates and the phase of a shipped promotion are changed, and put back', async () => {
  const onCalendar = vi.fn();
  const none = { off: [], own: [] };
  const { again, root } = await mount(
    <CalendarEditor calendar={none} readOnly={false} onCalendar={onCalendar} />,
  );
  await userEvent.click(page.getByRole('button', { name: /^改日期.*双11 2026/ }));
  await userEvent.selectOptions(page.getByLabelText('阶段').first(), '爆发');
  await userEvent.fill(page.getByLabelText('开始（北京时间）'), '2026-10-24T20:00');
  await userEvent.fill(page.getByLabelText('结束（北京时间），不明就留空'), '2026-10-24T20:00');
  await userEvent.click(page.getByRole('button', { name: '保存' }));
  expect(root.textContent).toContain('结束日期早于开始日期');
  await userEvent.fill(page.getByLabelText('结束（北京时间），不明就留空'), '2026-11-12T00:00');
  await userEvent.click(page.getByRole('button', { name: '保存' }));
  const edited = [
    { id: '1111-2026', phase: 'main', from: '2026-10-24T20:00', to: '2026-11-12T00:00' } as const,
  ];
  expect(onCalendar).toHaveBeenLastCalledWith({ ...none, edited });
  await again(
    <CalendarEditor
      calendar={{ ...none, edited: [...edited] }}
      readOnly={false}
      onCalendar={onCalendar}
    />,
  );
  const row = page
    .getByLabelText(/^双11 2026 · 爆发/)
    .element()
    .closest('li');
  expect(row?.textContent).toContain('2026-10-24 20:00 ~ 2026-11-12 00:00 · 你改过的日期');
  expect(row?.textContent).toContain('原来：全程 2026-10-20 00:00 ~ 2026-11-14 00:00 · 单一来源');
  await userEvent.click(page.getByRole('button', { name: '恢复原日期' }));
  expect(onCalendar).toHaveBeenLastCalledWith({ ...none, edited: [] });
});

test('an own promotion is added once it is whole, and removed', async () => {
  const onCalendar = vi.fn();
  const none = { off: [], own: [] };
  const { again, root } = await mount(
    <CalendarEditor calendar={none} readOnly={false} onCalendar={onCalendar} />,
  );
  const add = page.getByRole('button', { name: '添加' });
  await userEvent.type(page.getByLabelText('活动名称'), '店庆');
  await userEvent.click(add);
  expect(root.textContent).toContain('名称和两个日期都要填');
  await userEvent.fill(page.getByLabelText('开始日期'), '2026-11-21');
  await userEvent.fill(page.getByLabelText('结束日期'), '2026-11-20');
  await userEvent.click(add);
  expect(root.textContent).toContain('结束日期早于开始日期');
  expect(onCalendar).not.toHaveBeenCalled();
  await userEvent.fill(page.getByLabelText('结束日期'), '2026-11-22');
  await userEvent.click(add);
  const own = [{ name: '店庆', from: '2026-11-21', to: '2026-11-22' }];
  expect(onCalendar).toHaveBeenLastCalledWith({ off: [], own });
  await again(
    <CalendarEditor calendar={{ off: [], own }} readOnly={false} onCalendar={onCalendar} />,
  );
  await userEvent.click(page.getByRole('button', { name: '移除 店庆' }));
  expect(onCalendar).toHaveBeenLastCalledWith(none);
});

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  const own = [{ name: '店庆', from: '2026-11-21', to: '2026-11-22' }];
  const { root } = await mount(
    <CalendarEditor calendar={{ off: [], own }} readOnly={false} onCalendar={vi.fn()} />,
    { theme },
  );
  expect(await faults(root)).toEqual([]);
});

const seen = (daysAgo: number, fen: number): Observation => ({
  series: 'taobao:1|page|exact',
  listingId: 'taobao:1',
  skuId: null,
  atMs: NOW - daysAgo * DAY,
  listPrice: null,
  beforePrice: null,
  publicPrice: { minFen: fen, maxFen: fen },
  finalPrice: null,
  steps: [{ code: '20', amountFen: 2000, stage: 'to-final', label: null, thresholdFen: null }],
  account: 'unknown',
  gated: false,
});

/** The chart's colour at a share of its width, near the bottom, where no line runs. */
async function groundAt(root: Element, share: number): Promise<string> {
  await expect.poll(() => root.querySelector('canvas')).not.toBeNull();
  const canvas = root.querySelector('canvas');
  const over = root.querySelector<HTMLElement>('.u-over');
  const context = canvas?.getContext('2d');
  if (canvas === null || over === null || context === null || context === undefined)
    throw new Error('no chart');
  const scale = canvas.width / canvas.clientWidth;
  const x = (over.offsetLeft + over.clientWidth * share) * scale;
  const y = (over.offsetTop + over.clientHeight - 3) * scale;
  return context.getImageData(Math.round(x), Math.round(y), 1, 1).data.join();
}

test('each phase has a ground of its own', async () => {
  const phases = ['presale', 'warm-up', 'main', 'encore', 'whole'] as const;
  const windows = phases.map((phase, at): ShadedWindow => {
    const fromMs = NOW - (85 - at * 16) * DAY;
    return { name: phase, phase, fromMs, toMs: fromMs + 12 * DAY };
  });
  const { root } = await mount(
    <PriceHistory
      observations={[seen(2, 13_900)]}
      ladder={[]}
      windows={windows}
      raises={[]}
      stepsOf={() => []}
      title="x"
      onPicture={vi.fn()}
      onOut={vi.fn()}
      skuName={() => null}
      nowMs={NOW}
    />,
  );
  const grounds = [];
  for (const { fromMs } of windows)
    grounds.push(await groundAt(root, 1 - (NOW - fromMs - 6 * DAY) / (90 * DAY)));
  expect(new Set(grounds).size).toBe(phases.length);
});

test('a promotion is shaded on the chart from its beginning to its end', async () => {
  const windows: ShadedWindow[] = [
    { name: '双11', phase: 'whole', fromMs: NOW - 45 * DAY, toMs: NOW - 30 * DAY },
    { name: '早已结束', phase: null, fromMs: NOW - 400 * DAY, toMs: NOW - 300 * DAY },
    { name: '还没开始', phase: null, fromMs: NOW + DAY, toMs: NOW + 9 * DAY },
  ];
  const raises = [
    {
      series: 'taobao:1|page|exact',
      event: windows[0]!,
      before: { atMs: NOW - 80 * DAY, price: { minFen: 12_900, maxFen: 12_900 } },
      raised: { atMs: NOW - 46 * DAY, price: { minFen: 13_900, maxFen: 13_900 } },
      lowered: { atMs: NOW - 40 * DAY, price: { minFen: 10_900, maxFen: 10_900 } },
    },
  ];
  const chart = (shaded: ShadedWindow[]) => (
    <PriceHistory
      observations={[seen(80, 13_900), seen(40, 10_900), seen(37, 10_900), seen(2, 13_900)]}
      ladder={[]}
      windows={shaded}
      raises={raises}
      stepsOf={({ steps }) => priceSteps({ steps }, LEDGER_CODES)}
      title="防晒衣"
      onPicture={vi.fn()}
      onOut={vi.fn()}
      skuName={() => null}
      nowMs={NOW}
    />
  );
  const { root, again } = await mount(chart(windows));
  // 90 days are drawn: day 45 stands in the middle.
  const plain = await groundAt(root, 0.3);
  expect(await groundAt(root, 0.55)).not.toBe(plain);
  expect(await groundAt(root, 0.72)).toBe(plain);
  expect(await groundAt(root, 0.97)).toBe(plain);
  expect(root.querySelector('.history-raises')?.textContent).toMatch(
    /^双11 前先涨后降：.* ¥129 → .* ¥139 → 活动中 .* ¥109$/,
  );
  const over = root.querySelector('.u-over');
  if (over === null) throw new Error('no chart');
  const box = over.getBoundingClientRect();
  await userEvent.hover(over, { position: { x: box.width * 0.56, y: 20 } });
  await expect
    .poll(() => root.querySelector('.price-chart-tip')?.textContent)
    .toContain('双11 · 全程');
  expect(root.querySelector('.price-chart-tip')?.textContent).toContain('官方立减 −¥20 · 公开优惠');
  await again(chart([]));
  expect(await groundAt(root, 0.55)).toBe(plain);
});
