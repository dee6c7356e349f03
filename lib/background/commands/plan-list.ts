import { recordKey } from '../../benchmark/record';
import type { Watchlist } from '../../benchmark/watchlist';
import type { Plan } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';

/** Saves a list; `base` null makes a new one, or brings a deleted one back. */
export function planSaveList(list: Watchlist, base: number | null): Outcome<Plan> {
  const key = recordKey.list(list.id);
  return done({ writes: [{ key, value: list, base }], answerKey: key });
}

/** Deletes a list; its listings' history, notes and verdicts stay. */
export function planDeleteList(listId: string): Outcome<Plan> {
  const key = recordKey.list(listId);
  return done({ writes: [{ key, value: null }], answerKey: key });
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
  const isElsewhere = lists.some((other) => other.id !== list.id && holds(other));
  const picture = isElsewhere ? [] : await pictureOff(reader, listingId);
  return done({ writes: [{ key, value: without }, ...picture], answerKey: key });
}

/**
 * Takes a listing off every list that holds it and its picture away, in one operation; where none
 * does that is done.
 */
export async function planUnwatch(reader: Reader, listingId: string): Promise<Outcome<Plan>> {
  const writes = (await reader.lists()).flatMap(({ value: list }) => {
    const entries = list.entries.filter((entry) => entry.listingId !== listingId);
    if (entries.length === list.entries.length) return [];
    return [{ key: recordKey.list(list.id), value: { ...list, entries } }];
  });
  const picture = writes.length === 0 ? [] : await pictureOff(reader, listingId);
  return done({ writes: [...writes, ...picture], answerKey: null });
}

/** Takes the small picture of a listing away that nobody watches any more. */
async function pictureOff(reader: Reader, listingId: string): Promise<Plan['writes']> {
  const kept = (await reader.pictures([listingId])).has(listingId);
  return kept ? [{ key: recordKey.picture(listingId), value: null }] : [];
}

const isOf = (entry: Watchlist['entries'][number], listingId: string) =>
  entry.listingId === listingId;

function put(list: Watchlist): Outcome<Plan> {
  const key = recordKey.list(list.id);
  return done({ writes: [{ key, value: list }], answerKey: key });
}

function keep(list: Watchlist): Outcome<Plan> {
  return done({ writes: [], answerKey: recordKey.list(list.id) });
}
