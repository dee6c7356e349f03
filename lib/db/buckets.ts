/*
 * Each store stands in Chromium's ordinary place until that can't be used any more. Seen in Chromium
 * 156: with one bit flipped in the file that names a database's newest part (`CURRENT`), IndexedDB
 * and `storage.local` can be neither opened, nor emptied, nor deleted, at any later start; nothing
 * that an extension may call mends that. A storage bucket has folders and databases of its own, so
 * the store goes on there, and what is left gives it its contents back. That a bucket of a store's
 * name is there is all that says where it stands: the last one counts.
 */

/** What is used of a storage bucket. */
export type Bucket = {
  indexedDB: IDBFactory;
  getDirectory(): Promise<FileSystemDirectoryHandle>;
};

/** What is used of `navigator.storageBuckets`. */
export type Buckets = {
  keys(): Promise<string[]>;
  open(name: string, options: { durability: 'strict' }): Promise<Bucket>;
  delete(name: string): Promise<void>;
};

/** How often a store may go on elsewhere: a disk that breaks so often is not to be filled. */
const MOST = 50;

/** The stores that can go on elsewhere. */
export type MovableStore = 'database' | 'second' | 'sealed';

/** Where a store stands. */
export type Place = {
  /** The bucket that it stands in, null for the browser's ordinary place. Looked for once. */
  find(): Promise<Bucket | null>;
  /** What `find` answered last, null before. */
  found(): Bucket | null;
  /**
   * Goes on in a new, empty bucket, where `works` there; else everything stays as it was. False where
   * the browser has no buckets or none can be used.
   * What was left behind stays as it is: it may be looked for by hand.
   */
  moveOn(works: (bucket: Bucket) => Promise<boolean>): Promise<boolean>;
};

/** Chromium's storage buckets; null before 122, where a store can't go on elsewhere. */
export function browserBuckets(): Buckets | null {
  return (navigator as { storageBuckets?: Buckets }).storageBuckets ?? null;
}

/** Where a store stands among those buckets. */
export function placeOf(store: MovableStore, buckets: Buckets | null): Place {
  let bucket: Bucket | null = null;
  let finding: Promise<Bucket | null> | null = null;

  const open = (all: Buckets, number: number) =>
    all.open(`${store}-${number}`, { durability: 'strict' });

  /** The number of the last bucket of the store, 0 for none. */
  async function last(all: Buckets): Promise<number> {
    const numbers = (await all.keys()).map((name) => {
      const [, of, number] = /^([a-z]+)-([1-9]\d{0,3})$/.exec(name) ?? [];
      return of === store ? Number(number) : 0;
    });
    return Math.max(0, ...numbers);
  }

  async function look(): Promise<Bucket | null> {
    if (buckets === null) return null;
    // Where the browser can't say, the ordinary place: whatever is older there loses to the newer.
    const number = await last(buckets).catch(() => 0);
    bucket = number === 0 ? null : await open(buckets, number).catch(() => null);
    return bucket;
  }

  const find = () => (finding ??= look());

  return {
    find,
    found: () => bucket,
    async moveOn(works) {
      await find();
      if (buckets === null) return false;
      const before = bucket;
      const number = (await last(buckets).catch(() => MOST)) + 1;
      if (number > MOST) return false;
      try {
        bucket = await open(buckets, number);
        finding = Promise.resolve(bucket);
        if (await works(bucket)) return true;
      } catch {
        // As where it does not work there.
      }
      bucket = before;
      finding = Promise.resolve(bucket);
      await buckets.delete(`${store}-${number}`).catch(() => {});
      return false;
    },
  };
}
