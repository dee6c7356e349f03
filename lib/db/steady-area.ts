import { failureOf } from './outcome';
import type { StorageArea } from './second-store';

/** A key that nothing was ever written under: reading it fails only where the area as a whole does. */
const NO_KEY = '?';

/**
 * The storage area, read so that one value that can't be read hides no other. Chromium refuses a
 * whole read over one damaged value ("Invalid JSON"; seen after a killed browser and after a flipped
 * bit), and a write over one too, as it reads what was there. Such a value counts as absent, and
 * the other store heals it. Rejects where nothing at all can be read.
 */
export function steadyArea(
  area: StorageArea & { getKeys?: () => Promise<string[]> },
): StorageArea & { keys(): Promise<string[]> } {
  async function read(keys: string[]): Promise<Record<string, unknown>> {
    try {
      return await area.get(keys);
    } catch (error) {
      if (keys.length > 1) {
        const half = Math.ceil(keys.length / 2);
        return { ...(await read(keys.slice(0, half))), ...(await read(keys.slice(half))) };
      }
      // Chromium takes a damaged value away as it reports it: the second read may find it absent.
      return area.get(keys).catch(async () => {
        if (keys[0] === NO_KEY) throw error;
        await read([NO_KEY]);
        return {};
      });
    }
  }

  async function keys(): Promise<string[]> {
    if (area.getKeys !== undefined) return area.getKeys();
    for (let tries = 0; ; tries += 1) {
      try {
        return Object.keys(await area.get(null));
      } catch (error) {
        // Each failed read takes one damaged value away.
        if (tries === 20) throw error;
      }
    }
  }

  return {
    keys,
    get: async (wanted) => (wanted === null ? read(await keys()) : read(wanted)),
    async set(items) {
      try {
        await area.set(items);
      } catch (error) {
        if (failureOf(error) === 'full') throw error;
        await read(Object.keys(items));
        await area.set(items);
      }
    },
    clear: () => area.clear(),
    setAccessLevel: async (access) => area.setAccessLevel?.(access),
  };
}
