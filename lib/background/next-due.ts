import { dueQueue, rhythms, waitingIn } from '../listing/due';
import { listingAddress } from '../listing/listing-address';
import type { House } from './house';

/** One key press at a time: two in a row open two listings, never one twice. */
const ROUND = -1;

/**
 * The shortcut: opens the next listing that is due, in the tab of the round, or in a new one where
 * that was closed. Where nothing waits, the watchlists say so. Nothing is opened but at a key press.
 */
export function openNextDue(house: House): Promise<void> {
  return house.queue.run(ROUND, async () => {
    const due = await house.store.read(async (reader) => {
      const lists = (await reader.lists()).map(({ value }) => ({
        dueDays: value.dueDays ?? null,
        listingIds: value.entries.map(({ listingId }) => listingId),
      }));
      const everyDays = rhythms(lists);
      const ids = [...everyDays.keys()];
      const rows = (await reader.latestMany(ids)).map((row, index) => ({
        listingId: ids[index] ?? '',
        lastSeenMs: row?.seenAtMs ?? null,
        host: row?.snapshot.host ?? '',
      }));
      return dueQueue(rows, everyDays, house.nowMs());
    });
    const round = await house.rounds.get();
    const [next] = due.ok ? waitingIn(due.value, round.opened) : [];
    if (next === undefined) return house.openOptions('#/watch');
    const address = listingAddress(next.host, next.listingId);
    const tabId = await house.showTab(address, round.tabId);
    const opened = new Map([...round.opened, [next.listingId, next.lastSeenMs]]);
    await house.rounds.set({ tabId, opened });
  });
}
