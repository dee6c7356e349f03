import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DueBar } from '../../../components/options/due-bar';
import { facts, NOW } from './facts';
import { faults, mount } from './mount';

const DAY = 86_400_000;
const row = (n: number, daysAgo: number) => ({ ...facts(n), lastSeenMs: NOW - daysAgo * DAY });
const rows = [row(1, 0), row(2, 9), row(3, 4), row(4, 1)];
const every = (days: number) => new Map(rows.map(({ listingId }) => [listingId, days]));

function bar(over: Partial<Parameters<typeof DueBar>[0]> = {}) {
  return {
    rows,
    everyDays: every(3),
    listDays: 3,
    readOnly: false,
    nowMs: NOW,
    onDays: vi.fn(),
    onOpen: vi.fn(),
    ...over,
  };
}

test('the key N opens the next due listing, each once, and nothing by itself', async () => {
  const onOpen = vi.fn();
  const { root } = await mount(<DueBar {...bar({ onOpen })} />, { room: 'watch' });
  expect(onOpen).not.toHaveBeenCalled();
  expect(root.textContent).toContain('2 个商品到期');
  await userEvent.keyboard('n');
  await userEvent.keyboard('n');
  await userEvent.keyboard('n');
  expect(onOpen.mock.calls.map(([opened]) => opened.listingId)).toEqual([
    rows[1]?.listingId,
    rows[2]?.listingId,
  ]);
  expect(page.getByRole('button', { name: '打开下一个（N）' }).element()).toHaveProperty(
    'disabled',
    true,
  );
});

test('one that was opened and seen has its turn again when it is due again', async () => {
  const onOpen = vi.fn();
  const { again } = await mount(<DueBar {...bar({ onOpen })} />, { room: 'watch' });
  await userEvent.keyboard('n');
  const seen = rows.map((one, index) => (index === 1 ? { ...one, lastSeenMs: NOW } : one));
  await again(<DueBar {...bar({ onOpen, rows: seen, nowMs: NOW + 4 * DAY })} />);
  await userEvent.keyboard('nnnnn');
  const opened = onOpen.mock.calls.map(([one]) => one.listingId);
  expect(opened.filter((id) => id === rows[1]?.listingId)).toHaveLength(2);
});

test('the key does nothing where something is typed', async () => {
  const onOpen = vi.fn();
  await mount(
    <>
      <DueBar {...bar({ onOpen })} />
      <input aria-label="备注" />
    </>,
  );
  await userEvent.type(page.getByLabelText('备注'), 'n');
  await userEvent.keyboard('{Control>}n{/Control}');
  expect(onOpen).not.toHaveBeenCalled();
});

test('a rhythm is chosen, and taken away', async () => {
  const onDays = vi.fn();
  await mount(<DueBar {...bar({ onDays })} />, { room: 'watch' });
  await userEvent.selectOptions(page.getByLabelText('多久看一次'), '每 7 天看一次');
  await userEvent.selectOptions(page.getByLabelText('多久看一次'), '不设到期');
  expect(onDays.mock.calls).toEqual([[7], [null]]);
});

test('says when the next one comes, and nothing where there is no rhythm', async () => {
  const { root, again } = await mount(<DueBar {...bar({ everyDays: every(10) })} />);
  expect(root.textContent).toContain('没有到期的商品，最近的 1 天后到期');
  await again(<DueBar {...bar({ everyDays: new Map(), listDays: undefined })} />);
  expect(root.textContent).toBe('');
});

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  const { root } = await mount(<DueBar {...bar()} />, { room: 'watch', theme });
  expect(await faults(root)).toEqual([]);
});
