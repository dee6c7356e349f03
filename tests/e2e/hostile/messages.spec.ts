import { ask } from '../../../scripts/demo/browser.ts';
import { addressOf } from '../../../scripts/demo/listing.ts';
import { MINE, PLAIN } from '../../../scripts/demo/listings.ts';
import { dockOf, expect, test, type Shop } from '../harness.ts';
import { none, say, scaled, SEED } from './campaign.ts';
import { pageWorld, type PageWorld } from './page-world.ts';
import { mutated, OWN_PAYLOADS, STRANGE_TYPES } from './payloads.ts';
import { storedRows } from './stores.ts';

declare const chrome: typeof import('wxt/browser').browser;
type Reply = { res?: { ok: boolean; failure?: { code: string } } } | null;

/** Opens our listing and gets into the world of the content script in it. */
async function breakIn(shop: Shop) {
  await shop.loadDemo();
  const page = await shop.open(MINE);
  await dockOf(page);
  const world = await pageWorld(page);
  return { page, world };
}

/** Sends payloads of a type as the content script would, and gives back the replies. */
function send(world: PageWorld, type: string, payloads: unknown[]): Promise<Reply[]> {
  return world.run(
    async ([name, all]: [string, unknown[]]) => {
      const replies: Reply[] = [];
      for (const data of all) {
        const message = { id: 1, type: name, data, timestamp: Date.now() };
        replies.push((await chrome.runtime.sendMessage(message).catch(() => null)) ?? null);
      }
      return replies;
    },
    [type, payloads] as [string, unknown[]],
  );
}

/** What the reader of this page sends when it reads, as it was sent. */
async function realReport(shop: Shop, world: PageWorld): Promise<Record<string, unknown>> {
  const kept = world.run((): Promise<Record<string, unknown>> => {
    const { runtime } = chrome;
    const native = runtime.sendMessage.bind(runtime);
    return new Promise((resolve) => {
      Object.assign(runtime, {
        sendMessage: (message: { type: string; data: Record<string, unknown> }) => {
          Object.assign(runtime, { sendMessage: native });
          resolve(message.data);
          return native(message);
        },
      });
    });
  }, null);
  const address = addressOf(MINE);
  const tabId = await shop.options.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url?.startsWith(url))?.id ?? null;
  }, address);
  await ask(shop.options, 'reread-tab', { tabId });
  return kept;
}

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
  const replies = await send(world, 'observe', [
    forged,
    { ...report, host: PLAIN.host },
    { ...report, atMs: 0 },
    ...mutated(report, count, SEED),
    ...mutated(forged, Math.ceil(count / 4), SEED + 1),
  ]);
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
    'stack traces in answers': none(stackLike.test(text) ? 1 : 0),
  });
  expect(after).toEqual(before);
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

test('a flood of reports leaves every question answered and the table within bounds', async ({
  shop,
}) => {
  const total = scaled(10_000);
  test.setTimeout(180_000);
  const { world } = await breakIn(shop);
  const report = await realReport(shop, world);
  const before = (await storedRows(shop.options)).filter((row) => row.startsWith('observations'));
  const startMs = Date.now();
  const flood = world.run(
    async ([seen, count]: [Record<string, unknown>, number]) => {
      const text = JSON.stringify(seen);
      const sending: Promise<unknown>[] = [];
      const begin = performance.now();
      for (let i = 0; i < count; i += 1) {
        // Another price each time: what repeats is cheap to refuse.
        const data = JSON.parse(text.replaceAll('139', String(100 + (i % 800)))) as object;
        const message = {
          id: i,
          type: 'observe',
          data: { ...data, atMs: Date.now() },
          timestamp: 0,
        };
        sending.push(chrome.runtime.sendMessage(message).catch(() => null));
        const dueMs = begin + i * 6 - performance.now();
        if (dueMs > 4) await new Promise((resolve) => setTimeout(resolve, dueMs));
      }
      await Promise.all(sending);
      return performance.now() - begin;
    },
    [report, total] as [Record<string, unknown>, number],
  );
  const waits: number[] = [];
  const state = { over: false };
  const floodMs = flood.finally(() => (state.over = true));
  while (!state.over) {
    const askedMs = performance.now();
    await ask(shop.options, 'ready', null);
    waits.push(performance.now() - askedMs);
    await shop.options.waitForTimeout(50);
  }
  const ranMs = await floodMs;
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  await shop.options.waitForTimeout(1500);
  const after = (await storedRows(shop.options)).filter((row) => row.startsWith('observations'));
  const minutes = (Date.now() - startMs) / 60_000;
  const added = after.length - before.length;
  say('flood', {
    sent: total,
    perMinute: Math.round(total / (ranMs / 60_000)),
    medianMs: at(0.5),
    p95Ms: at(0.95),
    slowestMs: at(1),
    rowsAdded: added,
  });
  // A reading adds a row for the variant and one for the page.
  expect(added).toBeLessThanOrEqual(2 * (40 + 60 * minutes + 2));
});
