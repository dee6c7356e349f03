import { addressOf } from '../../../scripts/demo/listing.ts';
import { MINE, PLAIN } from '../../../scripts/demo/listings.ts';
import { expect, test } from '../harness.ts';
import { breakIn, realReport, send } from './break-in.ts';
import { none, say, scaled, SEED } from './campaign.ts';
import { mutated, OWN_PAYLOADS, STRANGE_TYPES } from './payloads.ts';
import { storedRows } from './stores.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** The reader's own messages are taken up to ten in a second. */
const PAGE_SPACING_MS = 105;
const stackLike = /\bat [\w.<>]+ \(|chrome-extension:|\.js:\d+|Error:/;

test('no message of the own tier is answered to a content script, and nothing is written', async ({
  shop,
}) => {
  const each = scaled(1000);
  test.setTimeout(120_000 + each * 600);
  const { world } = await breakIn(shop);
  const before = await storedRows(shop.options);
  const tabs = shop.context.pages().length;
  let sent = 0;
  const bad: string[] = [];
  for (const [index, [type, valid]] of Object.entries(OWN_PAYLOADS).entries()) {
    const replies = await send(world, type, mutated(valid, each, SEED + index));
    sent += replies.length;
    for (const reply of replies) {
      if (JSON.stringify(reply?.res) !== '{"ok":false,"failure":{"code":"not-allowed"}}')
        bad.push(`${type}: ${JSON.stringify(reply)}`);
    }
  }
  for (const type of STRANGE_TYPES) {
    const replies = await send(world, type, mutated({ a: 1 }, each, SEED));
    sent += replies.length;
    bad.push(
      ...replies
        .filter((reply) => reply !== null)
        .map((reply) => `${type}: ${JSON.stringify(reply)}`),
    );
  }
  say('own-tier messages from the page', {
    types: Object.keys(OWN_PAYLOADS).length,
    sent,
    answered: none(bad.length),
  });
  expect(bad.slice(0, 5)).toEqual([]);
  expect(await storedRows(shop.options)).toEqual(before);
  expect(shop.context.pages()).toHaveLength(tabs);
});

test('hostile reports touch no other item, and nothing of our insides comes back', async ({
  shop,
}) => {
  const count = scaled(1000);
  test.setTimeout(120_000 + count * 300);
  const { world } = await breakIn(shop);
  const report = await realReport(shop, world);
  const { itemId } = MINE;
  expect(report).toMatchObject({ state: 'seen', itemId });
  const others = async () =>
    (await storedRows(shop.options)).filter(
      (row) => !row.includes(itemId) || row.startsWith('records'),
    );
  const before = await others();
  const forged = { ...report, itemId: PLAIN.itemId };
  const payloads = [
    forged,
    { ...report, host: PLAIN.host },
    { ...report, atMs: 0 },
    ...mutated(report, count, SEED),
    ...mutated(forged, Math.ceil(count / 4), SEED + 1),
  ];
  const replies = await send(world, 'observe', payloads, PAGE_SPACING_MS);
  const text = JSON.stringify(replies);
  expect(replies.slice(0, 3).every((reply) => reply?.res?.ok === false)).toBe(true);
  expect(replies.every((reply) => reply?.res !== undefined)).toBe(true);
  expect(text).not.toMatch(stackLike);
  expect(text).not.toContain('防晒衣·女');
  await shop.answer(addressOf(MINE), 'inspected').catch(() => null);
  const after = await others();
  say('hostile reports', {
    sent: replies.length,
    refused: replies.filter((reply) => reply?.res?.ok === false).length,
    'rows of other items touched': none(after.filter((row) => !before.includes(row)).length),
    'refused unread': none(replies.filter((reply) => reply?.res?.failure?.field === 'pace').length),
    'stack traces in answers': none(stackLike.test(text) ? 1 : 0),
  });
  expect(after).toEqual(before);
});

test('an arrival speaks of the tab’s own item only, whatever it holds', async ({ shop }) => {
  const count = scaled(1000);
  test.setTimeout(60_000 + count * 300);
  const { world } = await breakIn(shop);
  const before = await storedRows(shop.options);
  const payloads = mutated({ itemId: PLAIN.itemId }, count, SEED);
  const replies = await send(world, 'arrive', payloads, PAGE_SPACING_MS);
  const own = await send(world, 'arrive', [null]);
  expect(own).toMatchObject([{ res: { ok: true, value: { itemId: MINE.itemId } } }]);
  // Nothing that a payload holds names an item: it is refused, or answered as nothing is.
  const taken = replies.filter(
    (reply) => reply?.res?.ok !== false && JSON.stringify(reply) !== JSON.stringify(own[0]),
  ).length;
  say('hostile arrivals', {
    sent: replies.length,
    'answered for another item': none(taken),
    'stack traces in answers': none(stackLike.test(JSON.stringify(replies)) ? 1 : 0),
  });
  expect(taken).toBe(0);
  expect(JSON.stringify(replies)).not.toMatch(stackLike);
  expect(await storedRows(shop.options)).toEqual(before);
});

test('the content script’s world reads no store of ours', async ({ shop }) => {
  const { world } = await breakIn(shop);
  const got = await world.run(async () => {
    const read = async (area: 'local' | 'session') => {
      try {
        return JSON.stringify(await chrome.storage[area].get(null));
      } catch {
        return 'refused';
      }
    };
    const names = (await indexedDB.databases()).map(({ name }) => name);
    return [await read('local'), await read('session'), names.join()];
  }, null);
  expect(got).toEqual(['refused', 'refused', '']);
});
