import { expect, test, type Shop } from '../harness.ts';
import { breakIn, realReport } from './break-in.ts';
import { atMost, isWhole, say, scaled, type Held } from './campaign.ts';
import type { PageWorld } from './page-world.ts';
import { storedRows } from './stores.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Between two messages of the flood, ms: 10,000 in a minute. */
const GAP_MS = 6;
/** What every answer must stay within, ms, on a machine that has nothing else to do. */
const TAIL_MS = 200;
/** Above the same question without a flood, on a machine that may be busy: its p95 times this. */
const BUSY_TIMES = 10;
const ASK_EVERY_MS = 50;
const IDLE_MS = 5000;

/** Reports of this page's item, a new price each, as fast as they are due; how long it took, ms. */
function flood(world: PageWorld, report: object, count: number): Promise<number> {
  return world.run(
    async ([seen, total, gap]: [object, number, number]) => {
      const text = JSON.stringify(seen);
      const sending: Promise<unknown>[] = [];
      const begin = performance.now();
      for (let i = 0; i < total; i += 1) {
        // Another price each time: what repeats is cheap to refuse.
        const data = JSON.parse(text.replaceAll('139', String(100 + (i % 800)))) as object;
        const stamped = { ...data, atMs: Date.now() };
        const message = { id: i, type: 'observe', data: stamped, timestamp: 0 };
        sending.push(chrome.runtime.sendMessage(message).catch(() => null));
        const dueMs = begin + i * gap - performance.now();
        if (dueMs > 4) await new Promise((resolve) => setTimeout(resolve, dueMs));
      }
      await Promise.all(sending);
      return performance.now() - begin;
    },
    [report, count, GAP_MS] as [object, number, number],
  );
}

/**
 * How long one of our pages waits for each answer, ms, shortest first, until told to end. Timed in
 * the page: how long the test's own channel takes is no matter of the extension's.
 */
async function answerTimes(shop: Shop, isOver: () => boolean): Promise<number[]> {
  const waits: number[] = [];
  while (!isOver()) {
    waits.push(
      await shop.options.evaluate(async () => {
        const askedMs = performance.now();
        await chrome.runtime.sendMessage({ id: 1, type: 'ready', data: null, timestamp: 0 });
        return performance.now() - askedMs;
      }),
    );
    await shop.options.waitForTimeout(ASK_EVERY_MS);
  }
  return waits.toSorted((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
}

test('a flood of reports leaves every question answered and the table within bounds', async ({
  shop,
}) => {
  const total = scaled(10_000);
  test.setTimeout(240_000);
  const { world } = await breakIn(shop);
  const report = await realReport(shop, world);
  const rows = async () =>
    (await storedRows(shop.options)).filter((row) => /^(observations|changes)/.test(row)).length;
  const before = await rows();
  const endMs = Date.now() + IDLE_MS;
  const idle = await answerTimes(shop, () => Date.now() > endMs);

  const startMs = Date.now();
  const state = { over: false };
  const ran = flood(world, report, total).finally(() => (state.over = true));
  const waits = await answerTimes(shop, () => state.over);
  const ranMs = await ran;
  await shop.options.waitForTimeout(1500);
  const minutes = (Date.now() - startMs) / 60_000;
  const added = (await rows()) - before;
  // A reading adds a row for the variant, one for the page, and may add one that says what changed.
  const cap = Math.round(3 * (40 + 60 * minutes + 2));
  const tailMs = isWhole() ? TAIL_MS : Math.max(TAIL_MS, BUSY_TIMES * at(idle, 0.95));
  const within = (ms: number): Held => atMost(ms, tailMs, 'ms');
  say('flood of reports', {
    sent: total,
    'a minute': Math.round(total / (ranMs / 60_000)),
    'answered, idle: median': `${at(idle, 0.5)} ms`,
    'answered, idle: slowest': `${at(idle, 1)} ms`,
    'answered: median': `${at(waits, 0.5)} ms`,
    'answered: p95': within(at(waits, 0.95)),
    'answered: slowest': within(at(waits, 1)),
    'rows added': atMost(added, cap),
  });
  expect(waits.length).toBeGreaterThan(5);
  expect(at(waits, 0.95)).toBeLessThanOrEqual(tailMs);
  if (isWhole()) expect(at(waits, 1)).toBeLessThanOrEqual(tailMs);
  expect(added).toBeLessThanOrEqual(cap);
});
