import { RECORD_KINDS } from '../benchmark/record';
import type { WholeArea } from './bucket-area';
import { failureOf } from './outcome';
import type { ManifestEntries } from './rows';
import type { StorageArea } from './second-store';

/** A key that nothing was ever written under: reading it fails only where the area as a whole does. */
const NO_KEY = '?';
const MARK = 'gen/';
const MOST_GENERATIONS = 9;

/**
 * The second store has begun anew under other keys or in another place, because some could not be
 * written any more. What could be read was taken along; the rest is missing there, and in its
 * manifests, until the stores are compared again.
 */
export class SecondStoreMoved extends Error {}

/**
 * The storage area, kept usable where parts of it are damaged. Seen in Chromium 156 with one flipped
 * bit: the values of a damaged block can be neither read nor written nor removed, listing all keys
 * and clearing fail with them, and other values are as they were. So a value that can't be read
 * counts as absent, and where one can't be written the store goes on under new keys (`g1/…`), which
 * a mark says. Once Chromium has met the damage while it puts its files together (after some 20 MB
 * of writes) it writes nothing at all any more, under no key, and the next start is the same soon:
 * then the store goes on in another place. Rejects where nothing at all can be read.
 */
export function steadyArea(area: WholeArea): StorageArea & { keys(): Promise<string[]> } {
  let known: number | null = null;

  /** Reads what can be read; `unread` are keys that something lies under that can't be. */
  async function read(keys: string[]) {
    try {
      return { found: await area.get(keys), unread: [] };
    } catch (error) {
      // Chromium tries for three seconds to open an area that can't be: not to be asked twice.
      if (error instanceof Error && error.message.startsWith('IO error')) throw error;
      // Where not even this can be read, the area as a whole can't.
      await area.get([NO_KEY]);
      const unread: string[] = [];
      return { found: await readApart(keys, unread), unread };
    }
  }

  /** Half by half, down to the values that can't be read. */
  async function readApart(keys: string[], unread: string[]): Promise<Record<string, unknown>> {
    if (keys.length === 1) {
      // Chromium takes some damaged values away as it reports them: the second read finds none.
      return area.get(keys).catch(() => {
        unread.push(...keys);
        return {};
      });
    }
    const half = Math.ceil(keys.length / 2);
    const found: Record<string, unknown> = {};
    for (const part of [keys.slice(0, half), keys.slice(half)]) {
      Object.assign(found, await area.get(part).catch(() => readApart(part, unread)));
    }
    return found;
  }

  /** Which generation of keys counts: the last one that has a mark, readable or not. */
  async function generation(): Promise<number> {
    if (known !== null) return known;
    const marks = Array.from({ length: MOST_GENERATIONS }, (_, index) => `${MARK}${index + 1}`);
    const { found, unread } = await read(marks);
    known = marks.findLastIndex((mark) => mark in found || unread.includes(mark)) + 1;
    return known;
  }

  const prefixOf = (of: number) => (of === 0 ? '' : `g${of}/`);

  async function get(keys: string[]): Promise<Record<string, unknown>> {
    const prefix = prefixOf(await generation());
    const { found } = await read(keys.map((key) => prefix + key));
    return Object.fromEntries(
      Object.entries(found).map(([key, value]) => [key.slice(prefix.length), value]),
    );
  }

  /** All keys; where they can't be listed, those that the manifests name. */
  async function keys(): Promise<string[]> {
    const prefix = prefixOf(await generation());
    try {
      const all = (await area.getKeys?.()) ?? Object.keys(await area.get(null));
      return all
        .filter((key) => (prefix === '' ? !/^(g\d+|gen)\//.test(key) : key.startsWith(prefix)))
        .map((key) => key.slice(prefix.length));
    } catch {
      const manifests = await get(RECORD_KINDS.map((kind) => `m/${kind}`));
      const rows = Object.values(manifests).flatMap((entries) =>
        Object.keys((entries ?? {}) as ManifestEntries).map((key) => `r/${key}`),
      );
      return [...Object.keys(manifests), 'writer', ...rows];
    }
  }

  /** Goes on under new keys with what was taken along; in another place where those can't be written. */
  async function moveOn(taken: Record<string, unknown>): Promise<void> {
    const items = claimed(taken);
    const next = (await generation()) + 1;
    try {
      if (next > MOST_GENERATIONS) throw new Error('the second store is damaged over and over');
      await area.set({ [`${MARK}${next}`]: true, ...under(prefixOf(next), items) });
      known = next;
    } catch (error) {
      if (failureOf(error) === 'full' || (await area.moveOn?.(items)) !== true) throw error;
      known = 0;
    }
  }

  return {
    keys,
    get: async (wanted) => get(wanted ?? (await keys())),

    async set(items) {
      const own = under(prefixOf(await generation()), items);
      try {
        await area.set(own);
      } catch (error) {
        if (failureOf(error) === 'full') throw error;
        await read(Object.keys(own));
        try {
          await area.set(own);
        } catch (again) {
          if (failureOf(again) === 'full') throw again;
          await moveOn(await get(await keys()));
          throw new SecondStoreMoved();
        }
      }
    },

    async clear() {
      known = null;
      await area.clear().catch(() => moveOn({}));
    },

    setAccessLevel: async (access) => area.setAccessLevel?.(access),
  };
}

/** The items under keys with that prefix. */
function under(prefix: string, items: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(items).map(([key, value]) => [prefix + key, value]));
}

/** The items, their manifests without the rows that are missing: a comparison gives those back. */
function claimed(items: Record<string, unknown>): Record<string, unknown> {
  const told = Object.entries(items).map(([key, value]) => {
    if (!key.startsWith('m/')) return [key, value];
    const entries = Object.entries((value ?? {}) as ManifestEntries);
    return [key, Object.fromEntries(entries.filter(([row]) => `r/${row}` in items))];
  });
  return Object.fromEntries(told) as Record<string, unknown>;
}
