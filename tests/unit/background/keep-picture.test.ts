import { beforeEach, describe, expect, test } from 'vitest';
import { watchTab } from '../../../lib/background/watch-tab';
import { SAMPLE_NOW_MS, sampleSnapshot } from '../../fixtures/sample-snapshot';
import { fakeHouse } from './fake-house';

const TAB = 7;
const ITEM = '782345678901';
const PLACE = { left: 20, top: 80, width: 400, height: 400, viewWidth: 1680 };

let it: ReturnType<typeof fakeHouse>;
beforeEach(async () => {
  it = fakeHouse(SAMPLE_NOW_MS);
  it.world.urls.set(TAB, `https://detail.tmall.com/item.htm?id=${ITEM}`);
  const snapshot = sampleSnapshot({ capturedAtMs: SAMPLE_NOW_MS });
  await it.fromPage(TAB, 'observe', { state: 'ok', snapshot });
});

async function picture() {
  const id = `taobao:${ITEM}`;
  const read = await it.house.store.read((reader) => reader.pictures([id]));
  return read.ok ? (read.value.get(id)?.value ?? null) : null;
}

test('the shortcut stars a listing and keeps its picture, in both stores', async () => {
  it.world.picture = PLACE;
  await watchTab(TAB, it.house);
  expect(await picture()).toEqual({
    listingId: `taobao:${ITEM}`,
    image: 'data:image/webp;base64,UklGRg==',
    atMs: SAMPLE_NOW_MS,
  });
  expect(JSON.stringify(await it.world.area.get(null))).toContain('UklGRg==');
});

test.each([
  ['is not in sight', () => (it.world.picture = null)],
  ['stands at no place', () => (it.world.picture = { ...PLACE, width: -5 })],
  ['may not be pictured', () => (it.world.shot = null)],
  ['does not get small enough', () => (it.world.shot = 'too big')],
])('a main image that %s leaves the star and no picture', async (_, make) => {
  it.world.picture = PLACE;
  make();
  await watchTab(TAB, it.house);
  expect(await picture()).toBeNull();
  const lists = await it.house.store.read((reader) => reader.lists());
  expect(lists.ok && lists.value[0]?.value.entries).toHaveLength(1);
});

test('from the popup the picture is asked for beside the star; of one not watched none is kept', async () => {
  it.world.picture = PLACE;
  expect(await it.fromOwn('keep-picture', { tabId: TAB })).toMatchObject({ ok: true });
  expect(await picture()).toBeNull();
  await it.command({ kind: 'watch', listingId: `taobao:${ITEM}`, listId: null, on: true });
  await it.fromOwn('keep-picture', { tabId: TAB });
  expect(await picture()).not.toBeNull();
  expect(await it.fromOwn('keep-picture', { tabId: 99 })).toMatchObject({ ok: true });
});

test('the picture goes with the last list that the listing is taken off, not before', async () => {
  it.world.picture = PLACE;
  const listingId = `taobao:${ITEM}`;
  await watchTab(TAB, it.house);
  const entries = [{ listingId, addedAtMs: 1 }];
  const list = { id: 'second', name: '每日', entries };
  await it.command({ kind: 'save-list', list, baseRevision: null });
  await it.command({ kind: 'watch', listingId, listId: 'second', on: false });
  expect(await picture()).not.toBeNull();
  await it.command({ kind: 'watch', listingId, listId: null, on: false });
  expect(await picture()).toBeNull();

  await watchTab(TAB, it.house);
  expect(await picture()).not.toBeNull();
  await it.command({ kind: 'unwatch', listingId });
  expect(await picture()).toBeNull();
  expect(JSON.stringify(await it.world.area.get(null))).not.toContain('UklGRg==');
});

describe('the picture of a listing that no list holds any more', () => {
  const listingId = `taobao:${ITEM}`;
  const list = { id: 'second', name: '每日', entries: [{ listingId, addedAtMs: 1 }] };
  const save = (more: object = {}) =>
    it.command({ kind: 'save-list', list, baseRevision: null, ...more });
  const lists = async () => {
    const read = await it.house.store.read((reader) => reader.lists());
    return read.ok ? read.value : [];
  };
  /** Starred onto the first list, and on a second one as well. */
  beforeEach(async () => {
    it.world.picture = PLACE;
    await watchTab(TAB, it.house);
    await save();
  });

  test('goes when the last list with it is deleted, and comes back with it', async () => {
    const [first] = (await lists()).filter(({ value }) => value.id !== 'second');
    await it.command({ kind: 'delete-list', listId: first?.value.id ?? '' });
    const kept = await picture();
    expect(kept).not.toBeNull();
    await it.command({ kind: 'delete-list', listId: 'second' });
    expect(await picture()).toBeNull();
    expect(JSON.stringify(await it.world.area.get(null))).not.toContain('UklGRg==');
    const other = { ...kept, listingId: 'taobao:782345678999' };
    expect(await save({ pictures: [kept, other] })).toMatchObject({ ok: true });
    expect(await picture()).toEqual(kept);
    const all = await it.house.store.read((reader) => reader.pictures([other.listingId]));
    expect(all.ok && all.value.size).toBe(0);
  });

  test('goes when the last list is saved without the listing, not before', async () => {
    for (const { value, revision } of await lists()) {
      expect(await picture()).not.toBeNull();
      await it.command({
        kind: 'save-list',
        list: { ...value, entries: [] },
        baseRevision: revision,
      });
    }
    expect(await picture()).toBeNull();
  });

  test('stays as it is now where an older one would come back', async () => {
    const older = { ...(await picture()), atMs: 5 };
    const [stored] = await lists();
    await it.command({
      kind: 'save-list',
      list: stored!.value,
      baseRevision: stored!.revision,
      pictures: [older as never],
    });
    expect((await picture())?.atMs).toBe(SAMPLE_NOW_MS);
  });
});
