import { useState } from 'preact/hooks';
import { hashOf } from '../../components/options/rooms';
import { useWords } from '../../components/ui/words';
import type { Picture, Watchlist } from '../../lib/benchmark/watchlist';
import type { Reader, Stored } from '../../lib/db/reader';
import type { Command } from '../../lib/messaging/commands';
import type { FailureCode } from '../../lib/messaging/result';
import { MAX_RETURNING_PICTURES } from '../../lib/messaging/returning-pictures';
import { run } from './command';
import type { PageContext } from './page-context';

/** What can be done with lists and their entries, each with its way back. */
export function useListActions(lists: readonly Stored<Watchlist>[], context: PageContext) {
  const { reader, readOnly, toast } = context;
  const { watch } = useWords().options;
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const done = async (command: Command): Promise<boolean> => {
    const answer = await run(command);
    setFailure(answer.ok ? null : answer.failure.code);
    return answer.ok;
  };
  const listOf = (listId: string) => lists.find((each) => each.value.id === listId) ?? null;

  return {
    failure,
    async add(name: string) {
      const id = crypto.randomUUID();
      if (await done({ kind: 'save-list', list: { id, name, entries: [] }, baseRevision: null })) {
        location.hash = hashOf('watch', id);
      }
    },
    async rename(listId: string, name: string) {
      const stored = listOf(listId);
      if (stored === null) return;
      const list = { ...stored.value, name };
      await done({ kind: 'save-list', list, baseRevision: stored.revision });
    },
    /** How often the list's listings are to be seen; null for no rhythm. */
    async setDays(listId: string, days: number | null) {
      const stored = listOf(listId);
      if (stored === null) return;
      const { dueDays: _, ...rest } = stored.value;
      const list = days === null ? rest : { ...rest, dueDays: days };
      await done({ kind: 'save-list', list, baseRevision: stored.revision });
    },
    async delete(listId: string) {
      const stored = listOf(listId);
      if (stored === null) return;
      const { value } = stored;
      const listingIds = value.entries.map((entry) => entry.listingId);
      const pictures = await picturesOf(reader, listingIds);
      if (!(await done({ kind: 'delete-list', listId }))) return;
      toast({
        text: watch.listDeleted(value.name),
        undo: () => void done({ kind: 'save-list', list: value, baseRevision: null, pictures }),
      });
    },
    /** Takes a listing off one list, or off every list where `listId` is null. */
    async remove(listingId: string, listId: string | null) {
      if (readOnly) return;
      const held = lists.filter(
        ({ value }) =>
          (listId === null || value.id === listId) &&
          value.entries.some((entry) => entry.listingId === listingId),
      );
      if (held.length === 0) return;
      const command: Command =
        listId === null
          ? { kind: 'unwatch', listingId }
          : { kind: 'watch', listingId, listId, on: false };
      const pictures = await picturesOf(reader, [listingId]);
      if (!(await done(command))) return;
      toast({
        text: watch.removed(1),
        undo: () => void putBack(reader, { held, listingId, pictures }, done),
      });
    },
  };
}

/** The small pictures that go with the listings, should they go. */
async function picturesOf(reader: Reader, listingIds: string[]): Promise<Picture[]> {
  const kept = [...(await reader.pictures(listingIds)).values()];
  return kept.slice(0, MAX_RETURNING_PICTURES).map(({ value }) => value);
}

/** Puts the entry back where it stood in each list, with the day it was added and its picture. */
async function putBack(
  reader: Reader,
  was: { held: readonly Stored<Watchlist>[]; listingId: string; pictures: Picture[] },
  done: (command: Command) => Promise<boolean>,
): Promise<void> {
  const { held, listingId, pictures } = was;
  const now = await reader.lists();
  for (const { value: before } of held) {
    const stored = now.find((each) => each.value.id === before.id);
    const index = before.entries.findIndex((entry) => entry.listingId === listingId);
    const entry = before.entries[index];
    if (stored === undefined || entry === undefined) continue;
    if (stored.value.entries.some((each) => each.listingId === listingId)) continue;
    const entries = [...stored.value.entries];
    entries.splice(Math.min(index, entries.length), 0, entry);
    const list = { ...stored.value, entries };
    if (!(await done({ kind: 'save-list', list, baseRevision: stored.revision, pictures }))) return;
  }
}
