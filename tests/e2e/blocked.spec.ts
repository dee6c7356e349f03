import { addressOf } from '../../scripts/demo/listing.ts';
import { RIVAL } from '../../scripts/demo/listings.ts';
import { LOGIN_PAGE, OFF_SHELF_PAGE, SLIDER_PAGE } from '../../scripts/demo/page.ts';
import { expect, frameOf, shownRect, test } from './harness.ts';

const ADDRESS = addressOf(RIVAL);

test('on a security check nothing is read, and one grey chip says so', async ({ shop }) => {
  await shop.loadDemo();
  shop.serve(ADDRESS, SLIDER_PAGE);
  const page = await shop.open(ADDRESS);
  const answer = await shop.answer(ADDRESS, 'blocked');
  expect(answer.why).not.toBe('login');
  const chip = () => frameOf(page, 'title-chip');
  await expect.poll(async () => shownRect(chip())).not.toBeNull();
  await expect(chip()!.locator('body')).toContainText('已停读');
  expect(await shownRect(frameOf(page, 'dock'))).toBeNull();
});

test('on a login page nothing is read', async ({ shop }) => {
  await shop.loadDemo();
  shop.serve(ADDRESS, LOGIN_PAGE);
  const page = await shop.open(ADDRESS);
  expect((await shop.answer(ADDRESS, 'blocked')).why).toBe('login');
  expect(await shownRect(frameOf(page, 'dock'))).toBeNull();
});

test('a listing that is gone is said to be gone', async ({ shop }) => {
  await shop.loadDemo();
  shop.serve(ADDRESS, OFF_SHELF_PAGE);
  await shop.open(ADDRESS);
  await shop.answer(ADDRESS, 'off-shelf');
});

test('a page of the site without an item is no listing', async ({ shop }) => {
  await shop.loadDemo();
  const address = 'https://detail.tmall.com/about.htm';
  shop.serve(
    address,
    '<!doctype html><title>关于</title><p>关于我们，慢速快递，登录后可见滑块</p>',
  );
  const page = await shop.open(address);
  await shop.answer(address, 'not-listing');
  expect(await shownRect(frameOf(page, 'dock'))).toBeNull();
});
