import { readSettings } from './answers';
import { ok } from '../messaging/result';
import type { House } from './house';
import { keepPicture } from './keep-picture';
import { lookUpChanges } from './look-up-changes';
import { lookUpComparison } from './look-up-comparison';
import { lookUpReport } from './look-up-report';
import { compareSchema, pictureTabSchema, reportSchema, sinceSchema } from './payloads';
import { route, type Route, type RouteName } from './router';
import { resultOf } from './store-result';

/** Questions over many listings at once. */
export function watchRoutes(
  house: House,
): Pick<Record<RouteName, Route>, 'recent-changes' | 'compare' | 'weekly-report' | 'keep-picture'> {
  return {
    'recent-changes': route('own', sinceSchema, async ({ sinceMs }) => {
      const settings = await readSettings(house.store);
      return resultOf(
        await house.store.read((reader) => lookUpChanges(reader, sinceMs, settings, house)),
      );
    }),
    'weekly-report': route('own', reportSchema, async (asked) => {
      const settings = await readSettings(house.store);
      return resultOf(
        await house.store.read((reader) => lookUpReport(reader, asked, settings, house)),
      );
    }),
    'keep-picture': route('own', pictureTabSchema, async ({ tabId }) => {
      await keepPicture(tabId, house);
      return ok(null);
    }),
    compare: route('own', compareSchema, async (asked) => {
      const settings = await readSettings(house.store);
      return resultOf(
        await house.store.read((reader) => lookUpComparison(reader, asked, settings, house)),
      );
    }),
  };
}
