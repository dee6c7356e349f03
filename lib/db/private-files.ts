import { done, failed, failureOf, type Outcome } from './outcome';
import { createQueue } from './queue';
import { sealBytes, unsealBytes } from './seal';
import {
  isSealedName,
  type ReadableFiles,
  type SealedFiles,
  type SealedFolder,
} from './sealed-files';

/*
 * Chromium writes through a swap file beside the file (`….crswap`) and renames it on close; a
 * killed browser leaves the swap file, and an empty file where there was none before (seen in 156).
 * So a file is written under a name that counts for nothing and moved to its own when it is whole.
 */

/** The ending of a whole file; a folder's other entries are what a kill left behind. */
const WHOLE = '.sealed';
const HALF = '.half';

/** The folders of sealed files in the origin's private file system, each opened once. */
export function privateFolders(
  root: () => Promise<FileSystemDirectoryHandle>,
): (folder: SealedFolder) => SealedFiles {
  const opened = new Map<SealedFolder, SealedFiles>();
  return (folder) => {
    const files = opened.get(folder) ?? privateFiles(root, folder);
    opened.set(folder, files);
    return files;
  };
}

/**
 * The same files for a page that only reads: no folder is made, and what a kill left behind is not
 * swept, because the background may be writing it. A folder that is not there holds nothing.
 */
export function readableFiles(
  root: () => Promise<FileSystemDirectoryHandle>,
  folder: SealedFolder,
): ReadableFiles {
  async function inside<T>(absent: T, work: (at: FileSystemDirectoryHandle) => Promise<T>) {
    try {
      return done(await work(await (await root()).getDirectoryHandle(folder)));
    } catch (error) {
      return isNotFound(error) ? done(absent) : failed<T>(failureOf(error));
    }
  }
  return {
    names: () => inside<string[]>([], async (at) => sealedNames(await entriesOf(at))),
    async get(name) {
      const file = await inside<Uint8Array<ArrayBuffer> | null>(null, (at) =>
        bytesOf(at, name + WHOLE),
      );
      return unsealed(name, file);
    },
  };
}

/**
 * The sealed files of a folder in the origin's private file system (OPFS). `root` opens that:
 * `() => navigator.storage.getDirectory()`. There is one writer of a folder: the background.
 */
export function privateFiles(
  root: () => Promise<FileSystemDirectoryHandle>,
  folder: SealedFolder,
): SealedFiles {
  const queue = createQueue();
  let opened: Promise<FileSystemDirectoryHandle> | null = null;
  let isSwept = false;

  async function under(parent: Promise<FileSystemDirectoryHandle>, name: string) {
    return (await parent).getDirectoryHandle(name, { create: true });
  }

  function open(): Promise<FileSystemDirectoryHandle> {
    opened ??= under(root(), folder).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  /** Does something in the folder; an error is a value, and the folder is opened anew after it. */
  async function inside<T>(work: (at: FileSystemDirectoryHandle) => Promise<T>) {
    try {
      return done(await work(await open()));
    } catch (error) {
      opened = null;
      return failed<T>(failureOf(error));
    }
  }

  function checkName(name: string): void {
    if (!isSealedName(name)) throw new Error(`not a name of a sealed file: ${name}`);
  }

  return {
    async put(name, bytes) {
      checkName(name);
      const { head, checksum } = await sealBytes(name, bytes);
      return queue(() =>
        inside(async (at) => {
          const file = await at.getFileHandle(name + HALF, { create: true });
          const writable = await file.createWritable();
          try {
            await writable.write(new Blob([head, bytes]));
            await writable.close();
          } catch (error) {
            await writable.abort().catch(() => {});
            await at.removeEntry(name + HALF).catch(() => {});
            throw error;
          }
          await moveTo(file, at, name + WHOLE);
          return { name, checksum, bytes: bytes.length };
        }),
      );
    },

    async get(name) {
      checkName(name);
      return unsealed(name, await inside((at) => bytesOf(at, name + WHOLE)));
    },

    names: () =>
      queue(() =>
        inside(async (at) => {
          const all = await entriesOf(at);
          // Nothing of ours is under way in here, so what is not whole was left by a kill.
          const left = isSwept ? [] : all.filter((entry) => !entry.endsWith(WHOLE));
          for (const entry of left) await at.removeEntry(entry).catch(() => {});
          isSwept = true;
          return sealedNames(all);
        }),
      ),

    async writtenAtMs(name) {
      checkName(name);
      return inside(async (at) => {
        const handle = await existing(at, name + WHOLE);
        return handle === null ? null : (await handle.getFile()).lastModified;
      });
    },

    async remove(name) {
      checkName(name);
      return queue(() =>
        inside(async (at) => {
          if ((await existing(at, name + WHOLE)) === null) return false;
          await at.removeEntry(name + WHOLE);
          return true;
        }),
      );
    },

    async setAside(name): Promise<Outcome<boolean>> {
      checkName(name);
      return queue(() =>
        inside(async (at) => {
          const handle = await existing(at, name + WHOLE);
          if (handle === null) return false;
          await moveTo(handle, await under(root(), `${folder}-aside`), name + WHOLE);
          return true;
        }),
      );
    },
  };
}

async function entriesOf(at: FileSystemDirectoryHandle): Promise<string[]> {
  const all: string[] = [];
  for await (const entry of at.keys()) all.push(entry);
  return all;
}

/** The names of the whole files among a folder's entries, sorted. */
function sealedNames(entries: string[]): string[] {
  return entries
    .filter((entry) => entry.endsWith(WHOLE))
    .map((entry) => entry.slice(0, -WHOLE.length))
    .filter(isSealedName)
    .sort();
}

/** A file as it lies, null where there is none. */
async function bytesOf(
  at: FileSystemDirectoryHandle,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const handle = await existing(at, name);
  return handle === null ? null : new Uint8Array(await (await handle.getFile()).arrayBuffer());
}

/** What was sealed into a file as it lies; `broken` where its checksum does not fit. */
async function unsealed(
  name: string,
  file: Outcome<Uint8Array<ArrayBuffer> | null>,
): Promise<Outcome<Uint8Array<ArrayBuffer> | null>> {
  if (!file.ok || file.value === null) return file;
  const bytes = await unsealBytes(name, file.value);
  return bytes === null ? failed('broken', name) : done(bytes);
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}

/** The file of that name, null where there is none. */
async function existing(
  at: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle | null> {
  try {
    return await at.getFileHandle(name);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Renames a file, in place of another one of that name: one step of Chromium's folder database. */
function moveTo(
  file: FileSystemFileHandle,
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<void> {
  // Chromium has it since 110; the types of the standard do not know it yet.
  type Movable = FileSystemFileHandle & {
    move(to: FileSystemDirectoryHandle, name: string): Promise<void>;
  };
  return (file as Movable).move(folder, name);
}
