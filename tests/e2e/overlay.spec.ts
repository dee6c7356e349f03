import { addressOf } from '../../scripts/demo/listing.ts';
import { GATED, MINE, RIVAL } from '../../scripts/demo/listings.ts';
import { dockOf, expect, frameOf, shownRect, test } from './harness.ts';

test('a competitor’s listing is annotated with the operator’s own yardstick', async ({ shop }) => {
  await shop.loadDemo();
  const page = await shop.open(RIVAL);
  const dock = await dockOf(page);
  const text = dock.locator('body');

  // By hand: 11 of the 36 words stand in the title as they are, 5 more with all their parts.
  await expect(text).toContainText('16/36');
  // UPF50+ in the attributes, 凉感 by its synonym 冰丝; 透气 without 轻薄 is one part of two.
  await expect(text).toContainText('2/8');
  // 159 − 24 官方立减 − 6 店铺券 = 129; 139 is the promo line: −10, −7.2 %.
  await expect(text).toContainText('¥129');
  await expect(text).toContainText('−7.2%');
  // 129 − 1.29 淘金币 − 3.50 首单礼金 = 124.21 for this account.
  await expect(text).toContainText('¥124.21');
  await expect(text).toContainText('需领券');
  await expect(frameOf(page, 'title-chip')!.locator('body')).toContainText('16/36');
  await expect(frameOf(page, 'price-chip')!.locator('body')).toContainText('¥10');
  expect(shop.noise).toEqual([]);
});

test('the whole inspection of the competitor is right', async ({ shop }) => {
  await shop.loadDemo();
  await shop.open(RIVAL);
  const inspection = await shop.inspection(addressOf(RIVAL));
  const { price, checklist, coverage } = inspection;

  expect(price.path).toMatchObject({
    list: { minFen: 21_900, maxFen: 21_900 },
    before: { minFen: 15_900, maxFen: 15_900 },
    public: { minFen: 12_900, maxFen: 12_900 },
    final: { minFen: 12_421, maxFen: 12_421 },
    closes: true,
    noPublic: null,
    needsCoupon: true,
    skuId: RIVAL.chosen,
    account: 'logged-in',
  });
  expect(price.path.steps.map(({ code, amountFen, kind }) => [code, amountFen, kind])).toEqual([
    ['41', 6000, 'public'],
    ['20', 2400, 'public'],
    ['13', 600, 'public-coupon'],
    ['12', 129, 'account'],
    ['1', 350, 'account'],
  ]);
  const promo = price.rungs.find(({ rung }) => rung === 'promo');
  expect(promo).toMatchObject({ difference: { minFen: -1000, maxFen: -1000 }, position: 'below' });
  expect(price.last).toMatchObject({ price: { minFen: 13_900 }, difference: { minFen: -1000 } });
  const extents = Object.fromEntries(
    price.extents.map(({ days, lowest, highest }) => [
      days,
      [lowest?.price.minFen, highest?.price.minFen],
    ]),
  );
  expect(extents).toEqual({ 30: [11_900, 13_900], 90: [11_900, 14_900], 180: [11_900, 14_900] });

  expect(coverage?.counts.contiguous).toBe(11);
  expect(coverage?.covered).toBe(16);
  expect(coverage?.total).toBe(36);
  expect(coverage?.mustHaveMissing).toEqual(['UPF50+']);

  const states = Object.fromEntries(
    (checklist?.points ?? []).map(({ pointId, state }) => [pointId, state]),
  );
  expect(states).toEqual({
    upf: 'pass',
    cool: 'pass',
    airy: 'partial',
    // The detail is pictures only: what is not in the text elsewhere can't be told.
    washable: 'unreadable',
    brim: 'unreadable',
    hood: 'unreadable',
    report: 'missing',
    picture: 'manual',
  });
  expect(inspection.mine).toBe(false);
  expect(inspection.read).toEqual({ read: 21, of: 21 });
});

test('one’s own listing is known as such, its account’s price stands beside the public one', async ({
  shop,
}) => {
  await shop.loadDemo();
  await shop.open(MINE);
  const { mine, price, checklist } = await shop.inspection(addressOf(MINE));
  expect(mine).toBe(true);
  // 169 − 30 官方立减 = 139 = the promo line; 淘金币 1.39 and 平台礼金 3 are the account's.
  expect(price.path.public).toEqual({ minFen: 13_900, maxFen: 13_900 });
  expect(price.path.final).toEqual({ minFen: 13_461, maxFen: 13_461 });
  expect(price.rungs.map(({ rung, position }) => [rung, position])).toEqual([
    ['daily', 'below'],
    ['promo', 'at'],
    ['member', 'above'],
    ['floor', 'above'],
  ]);
  expect(checklist).toMatchObject({ passed: 7, total: 8 });
  // The attributes were read, and no report is in them.
  expect(checklist?.points.find(({ pointId }) => pointId === 'report')?.state).toBe('missing');
  // What the operator has set by hand counts as they set it, with their reason.
  expect(checklist?.points.find(({ pointId }) => pointId === 'picture')).toMatchObject({
    state: 'pass',
    reason: 'by-hand',
    verdict: { note: '第 2 张主图是骑行场景' },
  });
});

test('a degraded page says 读不到 and shows no final price', async ({ shop }) => {
  await shop.loadDemo();
  const page = await shop.open(GATED);
  const { price, snapshot, checklist } = await shop.inspection(addressOf(GATED));
  expect(snapshot.gated).toBe(true);
  expect(price.path).toMatchObject({ public: null, final: null, noPublic: 'gated' });
  expect(price.rungs.every(({ difference }) => difference === null)).toBe(true);
  // Attributes and detail are not there: a point that was to be found in them is not called missing.
  const unread = checklist?.points.filter(({ pointId }) =>
    ['washable', 'brim', 'hood', 'report'].includes(pointId),
  );
  expect(unread?.map(({ state }) => state)).toEqual(Array(4).fill('unreadable'));

  const dock = await dockOf(page);
  await expect(dock.locator('body')).toContainText('读不到');
  await expect(dock.locator('body')).not.toContainText('−7.2%');
});

test('nothing is drawn until there is an answer, and it goes when the site is switched off', async ({
  shop,
}) => {
  await shop.loadDemo();
  const page = await shop.open(RIVAL);
  await dockOf(page);
  await shop.command({ kind: 'set-site', host: 'detail.tmall.com', on: false });
  await expect.poll(async () => shownRect(frameOf(page, 'dock'))).toBeNull();
  expect((await shop.answerNow(addressOf(RIVAL))).state).toBe('off-here');
  await shop.command({ kind: 'set-site', host: 'detail.tmall.com', on: true });
  await page.reload();
  await dockOf(page);
});
