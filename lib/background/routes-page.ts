import { pageReportSchema, type PageReport } from '../listing/page-report';
import type { ReadResult } from '../listing/read-result';
import { fail, ok, type Result } from '../messaging/result';
import type { DrawOrder } from '../messaging/frames';
import { resultOf } from '../sites/interpret';
import { itemIdOf } from '../sites/taobao/address';
import { readSettings } from './answers';
import { drawOrder, itemIdOfResult, orderForItem } from './draw-order';
import { earlierOf } from './earlier';
import { announce, type House } from './house';
import { nextTabState, recordGone, recordReading } from './observe';
import { nothingSchema } from './payloads';
import { createReadingPace } from './reading-pace';
import { route, type Route } from './router';
import type { Sender } from './sender';

/** How far a reading's clock may be from ours: it is the same machine's. */
const CLOCK_SLACK_MS = 60_000;

/** The messages of the page tier. Whoever sends them may speak of the tab's own item only. */
export function pageRoutes(house: House): { arrive: Route; observe: Route } {
  const pace = createReadingPace<Reading>(house.nowMs, (task, ms) => void setTimeout(task, ms));
  return {
    arrive: route('page', nothingSchema, async (_nothing, sender) => {
      const settings = await readSettings(house.store);
      const { tabId, documentId, url } = sender;
      // Also where the address is of no listing: the page may move to one without a load.
      if (!settings.offHosts.includes(url.host)) void house.putIn(tabId, documentId);
      const itemId = itemIdOf(url);
      if (itemId === null) return fail('not-allowed', 'itemId');
      return ok(orderForItem(itemId, url.host, settings));
    }),
    observe: route('page', pageReportSchema, (report, sender) =>
      observe(report, sender, house, pace),
    ),
  };
}

/** A reading to record, null on a host that is switched off, and the host. */
type Reading = { host: string; result: ReadResult | null };
type Pace = ReturnType<typeof createReadingPace<Reading>>;

async function observe(
  report: PageReport,
  sender: Extract<Sender, { tier: 'page' }>,
  house: House,
  pace: Pace,
): Promise<Result<DrawOrder>> {
  const nowMs = house.nowMs();
  const result = resultOf(report);
  const itemId = itemIdOfResult(result);
  const inAddress = itemIdOf(sender.url);
  if (itemId !== null && itemId !== inAddress) return fail('not-allowed', 'itemId');
  if (result.state === 'ok') {
    const { capturedAtMs, listingId, host } = result.snapshot;
    if (host !== sender.url.host) return fail('invalid', 'host');
    if (listingId !== `${result.snapshot.site}:${itemId}`) return fail('invalid', 'listingId');
    if (Math.abs(capturedAtMs - nowMs) > CLOCK_SLACK_MS) return fail('invalid', 'capturedAtMs');
  }
  const settings = await readSettings(house.store);
  const order = drawOrder(result, sender.url.host, settings);
  const isOff = settings.offHosts.includes(sender.url.host);
  // The page is answered at once: its frames load while the visit is recorded and worked out.
  const { tabId, url } = sender;
  pace.take(tabId, { host: url.host, result: isOff ? null : result }, (reading) =>
    house.queue.run(tabId, async () => {
      if (reading.result !== null) await keepReading(tabId, reading.host, reading.result, house);
      await announce(tabId, house);
    }),
  );
  return ok(order);
}

async function keepReading(
  tabId: number,
  host: string,
  result: ReadResult,
  house: House,
): Promise<void> {
  const [known, segment] = await Promise.all([house.tabs.get(tabId), house.compiled.segmenter()]);
  const nowMs = house.nowMs();
  const state = nextTabState(known, host, result, await earlierOf(result, house.store), nowMs);
  await house.tabs.set(tabId, state);
  const kept =
    result.state === 'off-shelf'
      ? { ...state, saved: await recordGone(house.store, result.itemId, nowMs) }
      : await recordReading(house.store, state, segment);
  if (kept !== state) await house.tabs.set(tabId, kept);
}
