import * as z from 'zod/mini';
import type { House } from './house';
import { announceAll } from './house';
import { restoreCommit, restorePart } from './restore';
import { route, type Route, type RouteName } from './router';

const restoreId = z.string().check(z.regex(/^[a-z0-9-]{8,64}$/i));
/** Parts are at most 4 MB of text each; 4,096 of them are more than any backup. */
const index = z.int().check(z.gte(0), z.lt(4096));

const partSchema = z.object({
  restoreId,
  index,
  text: z.string().check(z.maxLength(4_200_000)),
});
const commitSchema = z.object({
  restoreId,
  parts: z.int().check(z.gte(1), z.lte(4096)),
  operationId: restoreId,
});

/** A restore in parts, checked by the options page and once more here. */
export function restoreRoutes(
  house: House,
): Pick<Record<RouteName, Route>, 'restore-part' | 'restore-commit'> {
  return {
    'restore-part': route('own', partSchema, (part) =>
      restorePart(house.store, part, house.nowMs()),
    ),
    'restore-commit': route('own', commitSchema, async (commit) => {
      const result = await restoreCommit(house.store, commit, house.nowMs());
      if (result.ok) void announceAll(house);
      return result;
    }),
  };
}
