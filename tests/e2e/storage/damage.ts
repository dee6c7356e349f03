import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The stores of the extension in a profile, each in a folder of its own. */
export const STORES = ['IndexedDB', 'storage.local', 'OPFS'] as const;
export type StoreName = (typeof STORES)[number];

/** Chromium's folder of buckets, with a database that names them. */
const REGISTER = 'WebStorage';

/** What a store's buckets are called (`lib/db/buckets.ts`). */
const MOVED_AS = { IndexedDB: 'database', 'storage.local': 'second', OPFS: 'sealed' } as const;

/** The folder of the last bucket of that name, by Chromium's register of buckets; null where none is. */
function bucketFolder(profile: string, name: string): string | null {
  const folder = join(profile, 'Default', REGISTER);
  const copy = join(profile, 'register');
  // Read in a copy: a register that was cut off by a kill is mended by whoever opens it.
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true, filter: (path) => !/WebStorage\/\d/.test(path) });
  let register: DatabaseSync | null = null;
  try {
    register = new DatabaseSync(join(copy, 'QuotaManager'));
    const rows = register.prepare('SELECT id, name FROM buckets').all() as {
      id: number;
      name: string;
    }[];
    const own = rows
      .map((row) => ({ id: row.id, number: Number(row.name.match(`^${name}-(\\d+)$`)?.[1] ?? 0) }))
      .filter(({ number }) => number > 0)
      .toSorted((a, b) => b.number - a.number)[0];
    return own === undefined ? null : join(folder, String(own.id));
  } finally {
    register?.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The folder of a store, null where the extension has none (yet). */
export function folderOf(profile: string, store: StoreName, id: string): string | null {
  const origin = `chrome-extension_${id}_0`;
  const moved = bucketFolder(profile, MOVED_AS[store]);
  if (moved !== null) {
    const own = join(moved, store === 'OPFS' ? 'FileSystem' : 'IndexedDB');
    return existsSync(own) ? own : null;
  }
  const candidates = {
    IndexedDB: [
      join(profile, 'Default', 'IndexedDB', `${origin}.indexeddb.leveldb`),
      join(profile, 'Default', 'IndexedDB', origin),
    ],
    'storage.local': [join(profile, 'Default', 'Local Extension Settings', id)],
    OPFS: [join(profile, 'Default', 'File System')],
  };
  return candidates[store].find((folder) => existsSync(folder)) ?? null;
}

/**
 * Where a fault can hit: the folder of each store; for a flip also Chromium's register of buckets,
 * once a store goes on in one.
 */
export function placesOf(
  profile: string,
  id: string,
  isFlip: boolean,
): [name: string, folder: string][] {
  const stores = STORES.map((store): [string, string] => {
    const folder = folderOf(profile, store, id);
    if (folder === null) throw new Error(`${store} is not where it is looked for`);
    return [store, folder];
  });
  const hasBucket = Object.values(MOVED_AS).some((name) => bucketFolder(profile, name) !== null);
  if (!isFlip || !hasBucket) return stores;
  return [...stores, ['register of buckets', join(profile, 'Default', REGISTER)]];
}

/** The files that hold a store's contents: not its lock, nor the log for people, nor its buckets. */
function filesOf(folder: string): { path: string; size: number }[] {
  return readdirSync(folder, { recursive: !folder.endsWith(REGISTER), encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => !/\/(LOCK|LOG|LOG\.old)$/.test(path))
    .map((path) => ({ path, stat: statSync(path) }))
    .filter(({ stat }) => stat.isFile() && stat.size > 0)
    .map(({ path, stat }) => ({ path, size: stat.size }));
}

/** Flips one bit in one file of a store; says where, null where the store has no file. */
export function flipBit(folder: string, random: () => number): string | null {
  const files = filesOf(folder);
  if (files.length === 0) return null;
  // Half of the time by size, else each file alike: small files hold what opens the others.
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let at = Math.floor(random() * total);
  const bySize = files.find(({ size }) => (at -= size) < 0) ?? files[0];
  const chosen = random() < 0.5 ? bySize : files[Math.floor(random() * files.length)];
  if (chosen === undefined) return null;
  const position = Math.floor(random() * chosen.size);
  flipBitAt(chosen.path, position, Math.floor(random() * 8));
  return `${chosen.path.slice(folder.length)} of ${chosen.size} at ${position}`;
}

/** Flips that bit of the byte at that place of a file. */
export function flipBitAt(path: string, position: number, bit = 0): void {
  const file = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, position);
  byte[0] = (byte[0] ?? 0) ^ (1 << bit);
  writeSync(file, byte, 0, 1, position);
  closeSync(file);
}

/** Deletes the folder of a store. */
export function deleteFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
