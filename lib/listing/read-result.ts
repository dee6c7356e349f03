import * as z from 'zod/mini';
import { snapshotSchema } from './snapshot';

/**
 * What a site adapter says of the open page.
 * - `ok`: a snapshot · `not-listing`: a page of the site without an item
 * - `not-ready`: the item's nodes are not there yet
 * - `blocked`: login, slider, punish page: nothing was read · `off-shelf`: the item is gone
 * - `changed`: the page is a listing but its structure is not one we know; names what is missing
 */
export const readResultSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ok'), snapshot: snapshotSchema }),
  z.object({ state: z.literal('not-listing') }),
  z.object({ state: z.literal('not-ready'), itemId: z.string() }),
  z.object({ state: z.literal('blocked'), why: z.enum(['login', 'slider', 'punish']) }),
  z.object({ state: z.literal('off-shelf'), itemId: z.nullable(z.string()) }),
  z.object({
    state: z.literal('changed'),
    itemId: z.string(),
    missing: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(64)),
  }),
]);
export type ReadResult = z.infer<typeof readResultSchema>;
