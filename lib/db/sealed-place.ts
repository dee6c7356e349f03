import { type Buckets, type Bucket, placeOf } from './buckets';
import { privateFolders } from './private-files';
import { createQueue } from './queue';
import type { SealedFiles, SealedFolder } from './sealed-files';

type Folders = (folder: SealedFolder) => SealedFiles;
type Root = () => Promise<FileSystemDirectoryHandle>;

/** The folders of sealed files, wherever they stand. */
export type SealedPlace = {
  files: Folders;
  /**
   * Goes on in a new bucket with a copy of every sound file; the old place stays as it is. False where
   * that can't be done: then nothing has changed.
   *
   * Seen in Chromium 156: where a bit of the register of a private file system is flipped (its
   * `Paths` or `Origins` log), the browser forgets at each of its starts whatever was written after
   * that place, however often it is written again. A bucket has a register of its own.
   */
  moveOn(): Promise<boolean>;
};

/** The root of the private files for one who only reads. */
export async function sealedRoot(
  ordinary: Root,
  buckets: Buckets | null,
): Promise<FileSystemDirectoryHandle> {
  return rootOf(await placeOf('sealed', buckets).find(), ordinary);
}

/** Sealed files at the browser's ordinary place (`navigator.storage.getDirectory`) or in a bucket. */
export function sealedPlace(ordinary: Root, buckets: Buckets | null): SealedPlace {
  const place = placeOf('sealed', buckets);
  const foldersIn = (bucket: Bucket | null) => privateFolders(() => rootOf(bucket, ordinary));
  let standing: Promise<Folders> | null = null;
  // No file is changed while they are copied: it would be left behind.
  const queue = createQueue();
  const at = () => (standing ??= place.find().then(foldersIn));

  return {
    files(folder) {
      const own = async () => (await at())(folder);
      return {
        put: (name, bytes) => queue(async () => (await own()).put(name, bytes)),
        get: async (name) => (await own()).get(name),
        names: async () => (await own()).names(),
        writtenAtMs: async (name) => (await own()).writtenAtMs(name),
        remove: (name) => queue(async () => (await own()).remove(name)),
        setAside: (name) => queue(async () => (await own()).setAside(name)),
      };
    },

    moveOn: () =>
      queue(async () => {
        const from = await at();
        const moved = await place.moveOn((bucket) => copyAll(from, foldersIn(bucket)));
        if (moved) standing = null;
        return moved;
      }),
  };
}

async function rootOf(bucket: Bucket | null, ordinary: Root) {
  return bucket === null ? ordinary() : bucket.getDirectory();
}

/** Copies what must not be lost; a damaged file stays where it lies. */
async function copyAll(from: Folders, to: Folders): Promise<boolean> {
  for (const folder of ['history', 'kept'] as const) {
    const names = await from(folder).names();
    for (const name of names.ok ? names.value : []) {
      const bytes = await from(folder).get(name);
      if (!bytes.ok || bytes.value === null) continue;
      if (!(await to(folder).put(name, bytes.value)).ok) return false;
    }
    if (!(await to(folder).names()).ok) return false;
  }
  return true;
}
