import { page, userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { LIGHT, pagePalette, type ChartColor } from '../../../components/charts/palette';
import { ListingDetail } from '../../../components/options/listing-detail';
import { PriceHistory } from '../../../components/options/price-history';
import type { Observation } from '../../../lib/listing/series';
import { HOSTILE, NOW } from './facts';
import { faults, mount } from './mount';

const DAY = 86_400_000;
function seen(daysAgo: number, fen: number | null, over: Partial<Observation> = {}): Observation {
  const price = fen === null ? null : { minFen: fen, maxFen: fen };
  return {
    series: 'taobao:1|page|exact',
    listingId: 'taobao:1',
    skuId: null,
    atMs: NOW - daysAgo * DAY,
    listPrice: null,
    beforePrice: null,
    publicPrice: price,
    finalPrice: null,
    steps: [],
    account: 'unknown',
    gated: false,
    ...over,
  };
}
const history = [
  seen(200, 19_900),
  seen(60, 13_900),
  seen(31, 14_900),
  seen(2, 12_900, { finalPrice: { minFen: 12_100, maxFen: 12_100 } }),
  seen(1, 100, { gated: true }),
];

test('the history draws a chart and holds the same figures as a table', async () => {
  const { root } = await mount(
    <PriceHistory
      observations={history}
      ladder={[{ name: '日常价 ¥159', fen: 15_900 }]}
      windows={[]}
      raises={[]}
      stepsOf={() => []}
      title="防晒衣"
      onPicture={() => {}}
      onOut={() => {}}
      skuName={() => null}
      nowMs={NOW}
    />,
  );
  await expect.poll(() => root.querySelector('canvas')).not.toBeNull();
  const table = () =>
    [...root.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].slice(2).map((cell) => cell.textContent),
    );
  expect(table()).toEqual([
    ['—', '—'],
    ['¥129', '¥121'],
    ['¥149', '—'],
    ['¥139', '—'],
  ]);
  expect(root.textContent).toContain('1 次读取时页面没有给出真实价格');
  await page.getByRole('button', { name: '全部' }).click();
  expect(table()).toHaveLength(5);
  await page.getByRole('button', { name: '30 天', exact: true }).click();
  expect(table()).toHaveLength(2);
  expect(await faults(root)).toEqual([]);
});

test('the chart is saved as a light picture with title, legend and day, whatever the theme', async () => {
  const onPicture = vi.fn<(picture: Blob | null, name: string) => void>();
  const { root } = await mount(
    <PriceHistory
      observations={history}
      ladder={[]}
      windows={[]}
      raises={[]}
      stepsOf={() => []}
      title="云杉山系防晒衣"
      onPicture={onPicture}
      onOut={() => {}}
      skuName={() => null}
      nowMs={NOW}
    />,
    { theme: 'dark' },
  );
  await expect.poll(() => root.querySelector('canvas')).not.toBeNull();
  await page.getByRole('button', { name: '存为图片' }).click();
  await expect.poll(() => onPicture.mock.calls.length, { timeout: 10_000 }).toBe(1);
  const [picture, name] = onPicture.mock.calls[0] ?? [];
  expect(name).toBe('页面级价格');
  expect(picture?.type).toBe('image/png');
  const image = await createImageBitmap(picture ?? new Blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  const scale = devicePixelRatio;
  const inkIn = (x: number, y: number, width: number, height: number) => {
    const { data } = context.getImageData(x * scale, y * scale, width * scale, height * scale);
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) ink++;
    return ink;
  };
  expect([...context.getImageData(3, 3, 1, 1).data]).toEqual([255, 255, 255, 255]);
  // Title, legend, the lines themselves, and the day at the bottom.
  expect(inkIn(20, 20, 300, 20)).toBeGreaterThan(50);
  expect(inkIn(20, 66, 300, 20)).toBeGreaterThan(50);
  expect(inkIn(100, 120, 1000, 300)).toBeGreaterThan(30);
  expect(inkIn(20, image.height / scale - 34, 400, 20)).toBeGreaterThan(50);
  // The light colours are those of the page.
  document.documentElement.dataset['theme'] = 'light';
  const color = pagePalette();
  for (const [role, light] of Object.entries(LIGHT)) expect(color(role as ChartColor)).toBe(light);
});

test('what was typed in a note is handed up at once and saved by Ctrl+S; Escape closes', async () => {
  const onDraft = vi.fn();
  const onSave = vi.fn();
  const onClose = vi.fn();
  const props = {
    row: HOSTILE,
    readOnly: false,
    saving: false,
    failure: null,
    onDraft,
    onSave,
    onClose,
  };
  const { root, again } = await mount(
    <ListingDetail {...props} draft={null}>
      {null}
    </ListingDetail>,
  );
  await page.getByLabelText('备注').fill('清仓中');
  expect(onDraft).toHaveBeenLastCalledWith({
    text: '清仓中',
    tags: HOSTILE.tags,
    owner: HOSTILE.owner,
  });
  await again(
    <ListingDetail
      {...props}
      draft={{ text: '清仓中', tags: ['降价'], owner: '小林' }}
      failure="full"
    >
      {null}
    </ListingDetail>,
  );
  expect((page.getByLabelText('备注').element() as HTMLTextAreaElement).value).toBe('清仓中');
  expect(root.textContent).toContain('备注未保存');
  await userEvent.keyboard('{Control>}s{/Control}');
  expect(onSave).toHaveBeenCalledWith({ text: '清仓中', tags: ['降价'], owner: '小林' });
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
});
