import type { Place } from './buckets';
import type { StorageArea } from './second-store';

/** A storage area as the browser has it, and whether it can go on elsewhere. */
export type WholeArea = StorageArea & {
  getKeys?: () => Promise<string[]>;
  /**
   * Goes on in another place with these items and no others; what was left behind stays there. False
   * where there is no other place, or it can't be written: then everything is as it was.
   */
  moveOn?: (items: Record<string, unknown>) => Promise<boolean>;
};

const DATABASE = 'second';
const ITEMS = 'items';
/** A key that nothing was ever written under. */
const NO_KEY = '?';

/**
 * The storage area of the second store: `storage.local`, or where that can't be opened or written any
 * more, a database in a bucket of its own. It moves there when it is cleared and can't be, and when
 * it is told to.
 */
export function movableArea(area: WholeArea, place: Place): WholeArea {
  let moved: { of: IDBFactory; area: WholeArea } | null = null;

  async function at(): Promise<WholeArea> {
    const bucket = await place.find();
    if (bucket === null) return area;
    if (moved?.of !== bucket.indexedDB) {
      moved = { of: bucket.indexedDB, area: factoryArea(bucket.indexedDB) };
    }
    return moved.area;
  }

  const isReadable = async () =>
    (await at()).get([NO_KEY]).then(
      () => true,
      () => false,
    );

  return {
    get: async (keys) => (await at()).get(keys),
    set: async (items) => (await at()).set(items),
    async getKeys() {
      const now = await at();
      return (await now.getKeys?.()) ?? Object.keys(await now.get(null));
    },
    async clear() {
      try {
        await (await at()).clear();
      } catch (error) {
        // A damaged part of an area that can be read is the reader's to go round.
        if ((await isReadable()) || !(await place.moveOn(isReadable))) throw error;
      }
    },
    moveOn: (items) =>
      place.moveOn(async () => {
        await (await at()).set(items);
        return true;
      }),
    async setAccessLevel(access) {
      const guarded = area.setAccessLevel?.(access);
      // What can't be opened can't be read by a content script either.
      await ((await place.find()) === null ? guarded : guarded?.catch(() => {}));
    },
  };
}

/** A storage area in a database: each `set` is one transaction, on the disk before it is answered. */
function factoryArea(factory: IDBFactory): WholeArea {
  let opened: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    const request = factory.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(ITEMS));
    return new Promise((resolve, reject) => {
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
      request.addEventListener('success', () => {
        const forget = () => {
          request.result.close();
          opened = null;
        };
        request.result.addEventListener('versionchange', forget);
        // Chromium closes a database that it finds damaged; the next one is a new one.
        request.result.addEventListener('close', forget);
        resolve(request.result);
      });
    });
  }

  async function within<T>(
    mode: IDBTransactionMode,
    work: (items: IDBObjectStore) => () => T,
  ): Promise<T> {
    opened ??= open();
    const database = await opened.catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(ITEMS, mode, { durability: 'strict' });
      transaction.addEventListener('abort', () =>
        reject(transaction.error ?? new Error('aborted')),
      );
      try {
        const result = work(transaction.objectStore(ITEMS));
        transaction.addEventListener('complete', () => resolve(result()));
      } catch (error) {
        // A value that can't be stored takes the whole batch with it.
        transaction.abort();
        throw error;
      }
    });
  }

  const keysThere = () =>
    within('readonly', (items) => {
      const request = items.getAllKeys();
      return () => request.result.map(String);
    });

  return {
    async get(keys) {
      const wanted = keys ?? (await keysThere());
      return within('readonly', (items) => {
        const requests = wanted.map((key) => [key, items.get(key) as IDBRequest<unknown>] as const);
        return () =>
          Object.fromEntries(
            requests
              .filter(([, { result }]) => result !== undefined)
              .map(([k, r]) => [k, r.result]),
          );
      });
    },
    set: (all) =>
      within('readwrite', (items) => {
        for (const [key, value] of Object.entries(all)) items.put(value, key);
        return () => undefined;
      }),
    getKeys: keysThere,
    clear: () =>
      within('readwrite', (items) => {
        items.clear();
        return () => undefined;
      }),
  };
}
