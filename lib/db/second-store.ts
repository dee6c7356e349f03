import { RECORD_KINDS, recordKindOf } from '../benchmark/record';
import type { ManifestEntries, RecordRow } from './rows';

/**
 * What is used of `browser.storage.local`. One `set` is one batch of Chromium's: it is written
 * whole or not at all, also when the browser is killed.
 */
export type StorageArea = {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  /** All keys, where that is less than reading everything. */
  keys?(): Promise<string[]>;
  clear(): Promise<void>;
  /** Takes away what a kill left behind and nothing refers to. Only while nothing is being written. */
  sweep?(nowMs: number): Promise<void>;
  /** Items that lie outside the area's own keys and would be the last copy if it were emptied. */
  leftovers?(): Promise<Record<string, unknown>>;
  setAccessLevel?(access: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
};

/** Manifests by kind; a kind without records is absent. */
export type Manifests = Record<string, ManifestEntries>;

const ROW = 'r/';
const MANIFEST = 'm/';
const WRITER = 'writer';

/** The mirror of the operator's records in `storage.local`, with its own manifest per kind. */
export type SecondStore = ReturnType<typeof createSecondStore>;

/** Wraps the storage area; every function rejects where the area does. */
export function createSecondStore(area: StorageArea) {
  return {
    /** Keeps content scripts from reading the area. To be called at every worker start. */
    async guard(): Promise<void> {
      await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    },

    /** Forgets everything: only for a store that can't be read, and only when the operator says so. */
    clear: () => area.clear(),

    /** Takes away what a kill left behind, where there is such; that it can't is no fault. */
    async sweep(nowMs: number): Promise<void> {
      await area.sweep?.(nowMs).catch(() => {});
    },

    /** The manifests, and the oldest code that may write (0 where nothing was ever written). */
    async readManifests(): Promise<{ manifests: Manifests; writer: number }> {
      const found = await area.get([...RECORD_KINDS.map((kind) => MANIFEST + kind), WRITER]);
      const manifests: Manifests = {};
      for (const kind of RECORD_KINDS) {
        const entries = found[MANIFEST + kind];
        if (isEntries(entries)) manifests[kind] = entries;
      }
      const writer = found[WRITER];
      return { manifests, writer: typeof writer === 'number' ? writer : 0 };
    },

    /** The rows of those keys as they lie there, unchecked; absent ones are not in the map. */
    async readRows(keys: string[]): Promise<Map<string, unknown>> {
      if (keys.length === 0) return new Map();
      const found = await area.get(keys.map((key) => ROW + key));
      return new Map(
        keys.filter((key) => ROW + key in found).map((key) => [key, found[ROW + key]]),
      );
    },

    /** The keys of all rows, whatever the manifest says. Slow: for the full verification. */
    async readAllKeys(): Promise<string[]> {
      const found = (await area.keys?.()) ?? Object.keys(await area.get(null));
      return found.filter((key) => key.startsWith(ROW)).map((key) => key.slice(ROW.length));
    },

    /** Rows that only files hold, unchecked, by key. Counts where the store itself holds nothing. */
    async readLeftovers(): Promise<Map<string, unknown>> {
      const items = (await area.leftovers?.()) ?? {};
      const rows = Object.entries(items).filter(([key]) => key.startsWith(ROW));
      return new Map(rows.map(([key, row]) => [key.slice(ROW.length), row]));
    },

    /** Writes rows and the manifests of their kinds in one batch. */
    async write(rows: RecordRow[], manifests: Manifests, writer: number): Promise<void> {
      const items: Record<string, unknown> = { [WRITER]: writer };
      for (const row of rows) items[ROW + row.key] = row;
      for (const [kind, entries] of Object.entries(manifests)) items[MANIFEST + kind] = entries;
      await area.set(items);
    },
  };
}

/** The manifests of those kinds with the rows entered; other kinds are not in the answer. */
export function enterRows(manifests: Manifests, rows: RecordRow[]): Manifests {
  const changed: Manifests = {};
  for (const row of rows) {
    const kind = recordKindOf(row.key);
    if (kind === null) continue;
    changed[kind] ??= { ...manifests[kind] };
    changed[kind][row.key] = [row.revision, row.checksum];
  }
  return changed;
}

function isEntries(value: unknown): value is ManifestEntries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
