import { StoreAbort, type Outcome } from './outcome';
import type { RecordRow } from './rows';
import type { ReadableFiles, SealedFiles } from './sealed-files';
import type { StorageArea } from './second-store';

/*
 * The second store keeps the rows of imports in sealed files instead of `storage.local`: one file
 * per import, with all its parts. They are large, never change, and there is one more each week;
 * `storage.local` is read and compared at every start and is for what the operator wrote.
 *
 * The file of an import holds a copy of its head too, which counts for nothing while `storage.local`
 * says anything: it is there for the day on which everything else is gone.
 *
 * What tells that a row is there stays in `storage.local`, in the batch that holds head, keywords
 * and manifest: a stub with the row's checksum, or the tombstone of a deleted row. A file is written
 * before that batch and taken away after it. So a kill in between leaves a file, or a row in it, that
 * counts for nothing, and never a head without its rows.
 */

/** An orphan is left alone this long: it may be looked for by hand. */
const KEEP_ORPHANS_MS = 24 * 3600_000;
const PREFIX = 'import.';
const FILE = /^import\.([a-z0-9-]{1,64})$/;
const OF_IMPORT = /^r\/import(?:-part)?\/([a-z0-9-]{1,64})(?:\/|$)/;
const PART = /^r\/import-part\/([a-z0-9-]{1,64})\/\d{4}$/;

type Items = Record<string, unknown>;
/** What stands in `storage.local` for a row that is in a file. */
type Stub = { sealed: string };

/** `storage.local` with the rows of imports in sealed files. */
export function sealedImports(area: StorageArea, files: SealedFiles): StorageArea {
  async function putItems(name: string, items: Items): Promise<void> {
    const read = await files.get(name);
    const isBroken = !read.ok && read.why === 'broken';
    // A damaged file is kept as it lies; what can be read of it by hand is not overwritten.
    if (isBroken) valueOf(await files.setAside(name));
    const known =
      read.ok && read.value !== null ? parsed(new TextDecoder().decode(read.value)) : {};
    const text = JSON.stringify({ ...known, ...items });
    valueOf(await files.put(name, new TextEncoder().encode(text)));
  }

  /** Takes away the files none of whose rows counts. */
  async function dropUnused(names: Iterable<string>): Promise<void> {
    for (const name of names) {
      const keys = Object.keys(await itemsIn(files, name));
      const stubs = Object.values(await area.get(keys));
      if (!stubs.some(isStub)) valueOf(await files.remove(name));
    }
  }

  /** The imports that anything but a tombstone is said of; null where nothing at all is said. */
  async function importsReferredTo(): Promise<Set<string> | null> {
    const keys = await keysInArea();
    if (!keys.some((key) => key.startsWith('r/'))) return null;
    const own = keys.filter((key) => OF_IMPORT.test(key));
    const items = await area.get(own);
    const live = own.filter((key) => !isTombstone(items[key]));
    return new Set(live.flatMap((key) => OF_IMPORT.exec(key)?.[1] ?? []));
  }

  const keysInArea = async () => (await area.keys?.()) ?? Object.keys(await area.get(null));

  return {
    // The files stay: without their stubs they count for nothing.
    clear: () => area.clear(),

    get: async (keys) => unsealStubs(await area.get(keys), files),

    async set(items) {
      const live = byFile(Object.keys(items).filter((key) => isLive(items[key])));
      const inArea = { ...items };
      for (const key of [...live.values()].flat()) inArea[key] = { sealed: sealOf(items[key]) };
      try {
        for (const [name, own] of live) {
          const head = `r/import/${name.slice(PREFIX.length)}`;
          const known = head in items ? items : { ...items, ...(await area.get([head])) };
          const together = isLive(known[head]) ? [head, ...own] : own;
          await putItems(name, Object.fromEntries(together.map((key) => [key, known[key]])));
        }
        await area.set(inArea);
      } catch (error) {
        await dropUnused(live.keys()).catch(() => {});
        throw error;
      }
      // Whether or not it can be taken away now: it counts for nothing any more.
      const deleted = byFile(Object.keys(items).filter((key) => !isLive(items[key])));
      await dropUnused(deleted.keys()).catch(() => {});
    },

    keys: keysInArea,

    async sweep(nowMs) {
      const names = valueOf(await files.names()).filter((name) => FILE.test(name));
      const old: string[] = [];
      for (const name of names) {
        const atMs = valueOf(await files.writtenAtMs(name));
        if (atMs !== null && nowMs - atMs > KEEP_ORPHANS_MS) old.push(name);
      }
      const used = old.length === 0 ? null : await importsReferredTo();
      // A store that says nothing was lost: then the files may be the last copy.
      if (used === null) return;
      for (const name of old) {
        if (used.has(FILE.exec(name)?.[1] ?? '')) continue;
        // What a kill left is whole; a damaged file may be the last copy, and is kept as it lies.
        const read = await files.get(name);
        const isBroken = !read.ok && read.why === 'broken';
        valueOf(isBroken ? await files.setAside(name) : await files.remove(name));
      }
    },

    leftovers: () => importsInFiles(files),

    setAccessLevel: async (access) => area.setAccessLevel?.(access),
  };
}

/** Puts the rows from the files in the place of their stubs; a stub without its row is left out. */
export async function unsealStubs(found: Items, files: ReadableFiles): Promise<Items> {
  for (const [name, own] of byFile(Object.keys(found).filter((key) => isStub(found[key])))) {
    const items = await itemsIn(files, name);
    for (const key of own) {
      if (sealOf(items[key]) === (found[key] as Stub).sealed) found[key] = items[key];
      else delete found[key];
    }
  }
  return found;
}

/** Whatever sound files hold of imports, unchecked, whether or not anything still refers to it. */
export async function importsInFiles(files: ReadableFiles): Promise<Items> {
  const names = await files.names();
  const all: Items = {};
  for (const name of names.ok ? names.value.filter((each) => FILE.test(each)) : []) {
    Object.assign(all, await itemsIn(files, name).catch(() => ({})));
  }
  return all;
}

/** The items in a file; none where there is no file or it is damaged. */
async function itemsIn(files: ReadableFiles, name: string): Promise<Items> {
  const read = await files.get(name);
  if (!read.ok && read.why === 'broken') return {};
  const bytes = valueOf(read);
  return bytes === null ? {} : parsed(new TextDecoder().decode(bytes));
}

/** The item keys that live in files, by file. Ids with capitals stay in the area: none are ours. */
function byFile(keys: readonly string[]): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const key of keys) {
    const id = PART.exec(key)?.[1];
    if (id === undefined) continue;
    const name = PREFIX + id;
    files.set(name, [...(files.get(name) ?? []), key]);
  }
  return files;
}

function isLive(item: unknown): boolean {
  return (item as Partial<RecordRow> | null)?.deleted === 0;
}

function isTombstone(item: unknown): boolean {
  return (item as Partial<RecordRow> | null | undefined)?.deleted === 1;
}

function isStub(item: unknown): boolean {
  return typeof (item as Partial<Stub> | null)?.sealed === 'string';
}

/** What a stub has to say of a row: its revision and checksum. */
function sealOf(item: unknown): string | null {
  const { revision, checksum } = (item ?? {}) as Partial<RecordRow>;
  return typeof checksum === 'string' ? `${revision}/${checksum}` : null;
}

function parsed(text: string): Items {
  try {
    const items: unknown = JSON.parse(text);
    return typeof items === 'object' && items !== null ? (items as Items) : {};
  } catch {
    return {};
  }
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new StoreAbort(outcome.why);
  return outcome.value;
}
