import * as z from 'zod/mini';
import { isResetWord } from '../messaging/reset-words';
import { fail, ok } from '../messaging/result';
import { announceAll, type House } from './house';
import { nothingSchema } from './payloads';
import { route, type Route, type RouteName } from './router';
import { resultOf } from './store-result';

const typedSchema = z.object({ typed: z.string().check(z.maxLength(100)) });

/** What can be asked of the stores themselves, and the one thing that deletes any of them. */
export function healthRoutes(
  house: House,
): Pick<Record<RouteName, Route>, 'store-health' | 'reset-stores'> {
  return {
    'store-health': route('own', nothingSchema, async () => ok(await house.store.health())),
    'reset-stores': route('own', typedSchema, async ({ typed }) => {
      if (!isResetWord(typed)) return fail('invalid', 'typed');
      const result = resultOf(await house.store.resetUnreadable());
      if (result.ok) void announceAll(house);
      return result;
    }),
  };
}
