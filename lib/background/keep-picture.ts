import { recordKey } from '../benchmark/record';
import { done } from '../db/outcome';
import { picturePlaceSchema } from '../messaging/frames';
import { itemIdOfResult } from './draw-order';
import type { House } from './house';

/**
 * Keeps a small picture of the listing that a tab shows, cut from what is in sight of its main
 * image; called right after the operator starred it from popup or shortcut, which is when the
 * browser lets the window be pictured. Nothing is fetched. Without a picture all is as well.
 */
export async function keepPicture(tabId: number, house: House): Promise<void> {
  const state = await house.tabs.get(tabId);
  if (state === null || state.result.state !== 'ok') return;
  const { listingId, itemId } = state.result.snapshot;
  const place = picturePlaceSchema.safeParse(await house.toTab(tabId, 'tab-picture', undefined));
  if (!place.success) return;
  const shot = await house.pictureOf(tabId);
  const image = shot === null ? null : await house.cropPicture(shot, place.data);
  // The tab may have moved on meanwhile.
  const now = await house.tabs.get(tabId);
  if (image === null || now === null || itemIdOfResult(now.result) !== itemId) return;
  const atMs = house.nowMs();
  const key = recordKey.picture(listingId);
  await house.store.write({ id: house.newId(), atMs }, async (reader) => {
    const lists = await reader.lists();
    const isWatched = lists.some(({ value }) =>
      value.entries.some((entry) => entry.listingId === listingId),
    );
    const value = { listingId, image, atMs };
    return done({ writes: isWatched ? [{ key, value }] : [], answerKey: isWatched ? key : null });
  });
}
