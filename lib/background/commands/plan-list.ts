import { recordKey } from '../../benchmark/record';
import type { Picture, Watchlist } from '../../benchmark/watchlist';
import type { Plan } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';

/**
 * Saves a list; `base` null makes a new one, or brings a deleted one back. Of `pictures` those come back
 * whose listing stands on the list and has none by now.
 */
export async function planSaveList(
  reader: Reader,
  list: Watchlist,
  { base, pictures = [] }: { base: number | null; pictures?: readonly Picture[] | undefined },
): Promise<Outcome<Plan>> {
  const key = recordKey.list(list.id);
  const lists = (await reader.lists()).map((stored) => stored.value);
  const before = lists.find(({ id }) => id === list.id);
  const off = await picturesOff(reader, idsOf(before), [
    ...lists.filter((other) => other !== before),
    list,
  ]);
  const held = new Set(idsOf(list));
  const returning = pictures.filter(({ listingId }) => held.has(listingId));
  const kept = await reader.pictures(returning.map(({ listingId }) => listingId));
  const back = returning
    .filter(({ listingId }) => !kept.has(listingId))
    .map((value) => ({ key: recordKey.picture(value.listingId), value }));
  return done({ writes: [{ key, value: list, base }, ...off, ...back], answerKey: key });
}

/**
 * Deletes a list; its listings' history, notes and verdicts stay, the small pictures of those that
 * no other list holds go.
 */
export async function planDeleteList(reader: Reader, listId: string): Promise<Outcome<Plan>> {
  const key = recordKey.list(listId);
  const lists = (await reader.lists()).map((stored) => stored.value);
  const gone = lists.find(({ id }) => id === listId);
  const others = lists.filter((other) => other !== gone);
  const off = await picturesOff(reader, idsOf(gone), others);
  return done({ writes: [{ key, value: null }, ...off], answerKey: key });
}

/** What a star needs to know besides the listing. */
export type WatchDeps = { nowMs: number; newId: () => string; firstListName: string };

/**
 * Puts a listing on a list or takes it off. Without a list, putting on means the first list (made
 * where there is none), taking off the first list that holds it.
 */
export async function planWatch(
  reader: Reader,
  { listingId, listId, on }: { listingId: string; listId: string | null; on: boolean },
  deps: WatchDeps,
): Promise<Outcome<Plan>> {
  const lists = (await reader.lists()).map((stored) => stored.value);
  const holds = (list: Watchlist) => list.entries.some((entry) => isOf(entry, listingId));
  const named = lists.find((list) => list.id === listId);
  if (listId !== null && named === undefined) return failed('gone', 'listId');

  if (on) {
    const list = named ?? lists[0] ?? { id: deps.newId(), name: deps.firstListName, entries: [] };
    if (holds(list)) return keep(list);
    return put({ ...list, entries: [...list.entries, { listingId, addedAtMs: deps.nowMs }] });
  }
  const list = named ?? lists.find(holds);
  if (list === undefined) return done({ writes: [], answerKey: null });
  const without = { ...list, entries: list.entries.filter((entry) => !isOf(entry, listingId)) };
  const key = recordKey.list(list.id);
  const others = lists.filter((other) => other.id !== list.id);
  const picture = await picturesOff(reader, [listingId], others);
  return done({ writes: [{ key, value: without }, ...picture], answerKey: key });
}

/**
 * Takes a listing off every list that holds it and its picture away, in one operation; where none
 * does that is done.
 */
export async function planUnwatch(reader: Reader, listingId: string): Promise<Outcome<Plan>> {
  const writes = (await reader.lists()).flatMap(({ value: list }) => {
    const entries = list.entries.filter((entry) => !isOf(entry, listingId));
    if (entries.length === list.entries.length) return [];
    return [{ key: recordKey.list(list.id), value: { ...list, entries } }];
  });
  const picture = writes.length === 0 ? [] : await picturesOff(reader, [listingId], []);
  return done({ writes: [...writes, ...picture], answerKey: null });
}

/** Takes the small pictures of those listings away that none of the lists holds. */
async function picturesOff(
  reader: Reader,
  listingIds: readonly string[],
  lists: readonly Watchlist[],
): Promise<Plan['writes']> {
  const held = new Set(lists.flatMap(idsOf));
  const left = listingIds.filter((listingId) => !held.has(listingId));
  const kept = left.length === 0 ? new Map() : await reader.pictures(left);
  return [...new Set(left)]
    .filter((listingId) => kept.has(listingId))
    .map((listingId) => ({ key: recordKey.picture(listingId), value: null }));
}

const idsOf = (list: Watchlist | undefined) =>
  (list?.entries ?? []).map(({ listingId }) => listingId);

const isOf = (entry: Watchlist['entries'][number], listingId: string) =>
  entry.listingId === listingId;

function put(list: Watchlist): Outcome<Plan> {
  const key = recordKey.list(list.id);
  return done({ writes: [{ key, value: list }], answerKey: key });
}

function keep(list: Watchlist): Outcome<Plan> {
  return done({ writes: [], answerKey: recordKey.list(list.id) });
}
