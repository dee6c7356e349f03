import { addressOf } from '../../scripts/demo/listing.ts';
import { MINE, PLAIN, RIVAL } from '../../scripts/demo/listings.ts';
import { dockOf, expect, frameOf, shownRect, test } from './harness.ts';

declare global {
  // The demo page's own move: the address at once, the content `delay` ms later.
  var demoGo: (address: string, delay: number) => Promise<void>;
}

test('a click on another option updates SKU and prices', async ({ shop }) => {
  await shop.loadDemo();
  const page = await shop.open(MINE);
  const before = await shop.inspection(addressOf(MINE));
  expect(before.price.path.skuId).toBe('5000000101');

  // 浅紫 in L: 179 before, 143.51 for this account; the ledger on the page is of the other variant.
  await page.click('#skuOptionsArea [data-vid="28326"]');
  await expect
    .poll(async () => {
      const answer = await shop.answerNow(addressOf(MINE));
      return answer.state === 'inspected' ? answer.inspection.price.path.skuId : null;
    })
    .toBe('5000000121');
  const { path } = (await shop.inspection(addressOf(MINE))).price;
  expect(path.before).toEqual({ minFen: 17_900, maxFen: 17_900 });
  expect(path.final).toEqual({ minFen: 14_351, maxFen: 14_351 });
  // Of what the 35.49 are made nobody says for this variant: no public price is guessed.
  expect(path.public).toBeNull();
  expect(path.steps).toEqual([]);
  const dock = await dockOf(page);
  await expect(dock.locator('body')).toContainText('¥143.51');

  // And back: the variant's own ledger counts again.
  await page.click('#skuOptionsArea [data-vid="30155"]');
  await expect
    .poll(async () => {
      const answer = await shop.answerNow(addressOf(MINE));
      return answer.state === 'inspected' ? answer.inspection.price.path.public : null;
    })
    .toEqual({ minFen: 13_900, maxFen: 13_900 });
});

/** What the visitor can see of ours at this moment. */
type Sight = { address: string; text: string };

test('no answer for the previous item is ever drawn on the next', async ({ shop }) => {
  test.slow();
  await shop.loadDemo();
  const page = await shop.open(MINE);
  await dockOf(page);
  const only = { [MINE.itemId]: '¥139', [RIVAL.itemId]: '¥129', [PLAIN.itemId]: '¥149' };

  const sights: Sight[] = [];
  const watching = new AbortController();
  const watch = (async () => {
    while (!watching.signal.aborted) {
      for (const name of ['dock', 'title-chip', 'price-chip'] as const) {
        try {
          const frame = frameOf(page, name);
          const address = page.url();
          if (frame === null || (await shownRect(frame)) === null) continue;
          const text = await frame.evaluate(() => document.body.innerText);
          // Shown before and after the text was taken, on one and the same address.
          if ((await shownRect(frame)) === null || page.url() !== address) continue;
          sights.push({ address, text });
        } catch {
          // The frame went away while we looked: then nobody saw it either.
        }
      }
      await page.waitForTimeout(5);
    }
  })();

  // On one host only: pushState reaches no other origin.
  for (const [to, delay] of [
    [RIVAL, 300],
    [MINE, 0],
    [RIVAL, 40],
    [MINE, 700],
    [RIVAL, 120],
  ] as const) {
    await page.evaluate(([address, ms]) => globalThis.demoGo(address, ms), [
      addressOf(to),
      delay,
    ] as const);
    await expect
      .poll(async () => {
        const answer = await shop.answerNow(addressOf(to));
        return answer.state === 'inspected' ? answer.inspection.listingId : null;
      })
      .toBe(`taobao:${to.itemId}`);
    await dockOf(page);
    await page.waitForTimeout(150);
  }
  watching.abort();
  await watch;

  const wrong = sights.filter(({ address, text }) => {
    const id = new URL(address).searchParams.get('id') ?? '';
    return Object.entries(only).some(
      ([other, price]) => other !== id && text.includes(price) && !isOwn(text, id),
    );
  });
  expect(wrong).toEqual([]);
  // The watch did see both items' answers, or it would prove nothing.
  for (const listing of [MINE, RIVAL]) {
    const seen = sights.filter(({ address }) => address.includes(listing.itemId));
    expect(seen.some(({ text }) => text.includes(listing.title.slice(0, 8)))).toBe(true);
  }

  /** ¥139 is also a line of the ladder: what counts is whose title stands in the dock. */
  function isOwn(text: string, id: string): boolean {
    const title = [MINE, RIVAL].find((listing) => listing.itemId === id)?.title ?? '';
    const others = [MINE, RIVAL].filter((listing) => listing.itemId !== id);
    return text.includes(title) || !others.some((listing) => text.includes(listing.title));
  }
});

test('an address that changes before the content gives no answer for the old content', async ({
  shop,
}) => {
  await shop.loadDemo();
  const page = await shop.open(MINE);
  await dockOf(page);
  // The address of another item, and the content of this one stays for good.
  await page.evaluate((address) => history.pushState(null, '', address), addressOf(RIVAL));
  await page.waitForTimeout(2500);
  for (const name of ['dock', 'title-chip', 'price-chip'] as const) {
    expect(await shownRect(frameOf(page, name)), name).toBeNull();
  }
  expect((await shop.answerNow(addressOf(RIVAL))).state).not.toBe('inspected');
});
