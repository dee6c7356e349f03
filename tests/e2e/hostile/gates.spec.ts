import { addressOf } from '../../../scripts/demo/listing.ts';
import { expect, test } from '../harness.ts';
import { none, say } from './campaign.ts';
import { GATE_PAGES, SPEAKING_LISTINGS } from './gate-pages.ts';
import { storedRows } from './stores.ts';

test(`${GATE_PAGES.length} login, slider, punish and off-shelf pages are told, and nothing is recorded`, async ({
  shop,
}) => {
  test.setTimeout(180_000);
  await shop.loadDemo();
  const before = await storedRows(shop.options);
  const wrong: string[] = [];
  for (const [index, [name, state, html]] of GATE_PAGES.entries()) {
    const address = `https://detail.tmall.com/item.htm?id=${100_000_000_801 + index}`;
    shop.serve(address, html);
    const page = await shop.open(address);
    const told = async () => {
      const answer = await shop.answerNow(address);
      return answer.state === 'blocked' ? answer.why : answer.state;
    };
    await expect
      .poll(told, { timeout: 4000 })
      .toBe(state)
      .catch(async () => wrong.push(`${name}: ${await told()}`));
    await page.close();
  }
  const recorded = (await storedRows(shop.options)).length - before.length;
  say('gate pages', {
    shown: GATE_PAGES.length,
    wrong: none(wrong.length),
    recorded: none(recorded),
  });
  expect(wrong).toEqual([]);
  expect(await storedRows(shop.options)).toEqual(before);
});

test('a listing that speaks of sliders, codes and logins is read like any other', async ({
  shop,
}) => {
  await shop.loadDemo();
  for (const { listing, html } of SPEAKING_LISTINGS) {
    const address = addressOf(listing);
    shop.serve(address, html);
    const page = await shop.open(address);
    const { snapshot, price } = await shop.inspection(address);
    expect(snapshot.title.value).toBe(listing.title);
    expect(price.path.public).toEqual({ minFen: 13_900, maxFen: 13_900 });
    await page.close();
  }
});
