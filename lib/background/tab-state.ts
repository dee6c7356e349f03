import * as z from 'zod/mini';
import { changeSetSchema } from '../listing/change';
import { shownBeforeSchema } from '../listing/facets';
import { readResultSchema } from '../listing/read-result';
import { FAILURE_CODES } from '../messaging/result';
import { snapshotSchema } from '../listing/snapshot';

/**
 * What is known of one tab: the last reading and the operator's picks among ambiguous candidates.
 * It lives in `storage.session`, so that a worker may die at any moment.
 */
export const tabStateSchema = z.object({
  host: z.string(),
  itemId: z.nullable(z.string()),
  result: readResultSchema,
  picks: z.record(z.string(), z.int()),
  /** When this visit of the item began: a re-reading after a SKU click is the same visit. */
  visitStartMs: z.int(),
  /** The newest reading of an earlier visit, which changes are told against; null for the first. */
  baseline: z.nullable(snapshotSchema),
  /** Of what it lacked, what was shown last before it. */
  shownBefore: z.optional(shownBeforeSchema),
  /** What is different from it; null where there is nothing to tell changes against. */
  changes: z.nullable(changeSetSchema),
  /** The page said at the visit before that the item was gone. */
  wasGone: z.boolean(),
  /** Why this visit could not be recorded, null where it was. */
  saved: z.nullable(z.enum(FAILURE_CODES)),
});
export type TabState = z.infer<typeof tabStateSchema>;

/** The part of `storage.session` that is used here. */
export type SessionArea = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
};

/** Reads and writes tab states; what does not parse is as good as absent. */
export class TabStates {
  readonly #area: SessionArea;

  constructor(area: SessionArea) {
    this.#area = area;
  }

  async get(tabId: number): Promise<TabState | null> {
    const key = keyOf(tabId);
    const parsed = tabStateSchema.safeParse((await this.#area.get(key))[key]);
    return parsed.success ? parsed.data : null;
  }

  set(tabId: number, state: TabState): Promise<void> {
    return this.#area.set({ [keyOf(tabId)]: state });
  }

  forget(tabId: number): Promise<void> {
    return this.#area.remove(keyOf(tabId));
  }
}

function keyOf(tabId: number): string {
  return `tab:${tabId}`;
}
