import { openPopup } from '../../scripts/demo/browser.ts';
import { addressOf } from '../../scripts/demo/listing.ts';
import { MINE, RIVAL } from '../../scripts/demo/listings.ts';
import { dockOf, expect, test } from './harness.ts';

/** The popup's text, once it says something of the page. */
async function popupText(
  shop: { context: Parameters<typeof openPopup>[0] },
  part: string,
): Promise<string> {
  const popup = await openPopup(shop.context);
  let text = '';
  await expect
    .poll(async () => (text = await popup.evaluate<string>('document.body.innerText')))
    .toContain(part);
  await popup.close();
  return text;
}

test('the popup answers about the tab in front', async ({ shop }) => {
  await shop.loadDemo();
  await shop.open(MINE);
  const page = await shop.open(RIVAL);
  await dockOf(page);
  const text = await popupText(shop, '16');
  expect(text).toContain(RIVAL.title);
  expect(text.replaceAll('\n', '')).toContain('16/36');
  expect(text.replaceAll('\n', '')).toContain('2/8');
  expect(text).toContain('¥129');
});

test('the popup says why it has nothing to say', async ({ shop }) => {
  await shop.loadDemo();
  const address = 'https://detail.tmall.com/about.htm';
  shop.serve(address, '<!doctype html><title>关于</title><p>关于我们</p>');
  await shop.open(address);
  const text = await popupText(shop, '商品');
  expect(text).not.toContain('¥');
});

test('benchmark, watchlist, notes and history survive a restart', async ({ shop }) => {
  test.slow();
  await shop.loadDemo();
  await shop.open(RIVAL);
  await shop.inspection(addressOf(RIVAL));
  await shop.command({
    kind: 'save-note',
    listingId: `taobao:${RIVAL.itemId}`,
    text: '重启后还在',
    tags: ['重启'],
  });
  const before = await shop.inspection(addressOf(RIVAL));
  await shop.restart();

  await shop.options.goto(new URL('options.html', shop.options.url()).href);
  const body = shop.options.locator('body');
  await expect(body).toContainText('防晒衣竞品');
  await expect(body).toContainText(RIVAL.title);
  await expect(body).toContainText('重启后还在');
  await shop.open(RIVAL);
  const after = await shop.inspection(addressOf(RIVAL));
  expect(after.note).toEqual({ text: '重启后还在', tags: ['重启'] });
  expect(after.watch.starred).toBe(true);
  const range = ({ price }: typeof before) =>
    price.extents.map(({ lowest, highest }) => [lowest?.price, highest?.price]);
  expect(range(after)).toEqual(range(before));
  expect(after.coverage?.covered).toBe(before.coverage?.covered);
});

test('the demo is taken out again in one go, and what was there before stays', async ({ shop }) => {
  await shop.command({
    kind: 'save-list',
    list: { id: 'own-list', name: '自己的清单', entries: [] },
    baseRevision: null,
  });
  await shop.loadDemo();
  await shop.command({ kind: 'remove-demo' });
  await shop.options.reload();
  const body = shop.options.locator('body');
  await expect(body).toContainText('自己的清单');
  await expect(body).not.toContainText('防晒衣竞品');
  await shop.open(RIVAL);
  const inspection = await shop.inspection(addressOf(RIVAL));
  expect(inspection.choice.state).toBe('empty');
  expect(inspection.coverage).toBeNull();
  expect(inspection.price.last).toBeNull();
});
