import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The stores of the extension in a profile, each in a folder of its own. */
export const STORES = ['IndexedDB', 'storage.local', 'OPFS'] as const;
export type StoreName = (typeof STORES)[number];

/** The folder of a store, null where the extension has none (yet). */
export function folderOf(profile: string, store: StoreName, id: string): string | null {
  const origin = `chrome-extension_${id}_0`;
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

/** The files that hold a store's contents: not its lock, nor the log for people. */
function filesOf(folder: string): { path: string; size: number }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
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
  const file = openSync(chosen.path, 'r+');
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, position);
  byte[0] = (byte[0] ?? 0) ^ (1 << Math.floor(random() * 8));
  writeSync(file, byte, 0, 1, position);
  closeSync(file);
  return `${chosen.path.slice(folder.length)} of ${chosen.size} at ${position}`;
}

/** Deletes the folder of a store. */
export function deleteFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
