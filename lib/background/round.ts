import * as z from 'zod/mini';
import type { SessionArea } from './tab-state';

/**
 * A round of what is due, opened one by one: when each listing was last seen before it was opened,
 * and the tab that the round goes on in. In `storage.session`: a worker may die between two keys.
 */
const roundSchema = z.object({
  tabId: z.nullable(z.int()),
  opened: z.array(z.tuple([z.string(), z.nullable(z.int())])),
});
export type Round = { tabId: number | null; opened: Map<string, number | null> };

const KEY = 'round';

/** Reads and writes the round; what does not parse is as good as none. */
export class Rounds {
  readonly #area: SessionArea;

  constructor(area: SessionArea) {
    this.#area = area;
  }

  async get(): Promise<Round> {
    const parsed = roundSchema.safeParse((await this.#area.get(KEY))[KEY]);
    if (!parsed.success) return { tabId: null, opened: new Map() };
    return { tabId: parsed.data.tabId, opened: new Map(parsed.data.opened) };
  }

  set({ tabId, opened }: Round): Promise<void> {
    return this.#area.set({ [KEY]: { tabId, opened: [...opened] } });
  }
}
