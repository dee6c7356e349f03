import { dragSchema, frameDrawnSchema } from '../messaging/frames';
import { fail, ok, type Result } from '../messaging/result';
import { dockPlaceSchema, type DockPlace } from '../settings';
import { readSettings } from './answers';
import { runCommand } from './commands/run-command';
import { placeOn } from './draw-order';
import type { House } from './house';
import { foldSchema, locateInTabSchema, overlayStateSchema, tabSchema } from './payloads';
import { rereadTab } from './reread-tab';
import { route, type Route, type RouteName } from './router';

/** What frames and popup ask of the page they stand in, or of the tab they name. */
export function frameRoutes(
  house: House,
): Pick<
  Record<RouteName, Route>,
  'frame-drawn' | 'drag-dock' | 'fold-dock' | 'reread-tab' | 'locate-in-tab' | 'overlay-state'
> {
  return {
    'frame-drawn': route('own', frameDrawnSchema, async (drawn, sender) => {
      if (sender.tabId === null) return fail('not-allowed');
      await house.toTab(sender.tabId, 'tab-frame-drawn', drawn);
      return ok(null);
    }),
    'drag-dock': route('own', dragSchema, async (drag, sender) => {
      if (sender.tabId === null) return fail('not-allowed');
      const place = await house.toTab(sender.tabId, 'tab-drag', drag);
      if (drag.phase !== 'end') return ok(null);
      const parsed = dockPlaceSchema.safeParse(place);
      return parsed.success ? rememberPlace(house, sender.tabId, parsed.data) : fail('gone');
    }),
    'fold-dock': route('own', foldSchema, async ({ folded }, sender) => {
      if (sender.tabId === null) return fail('not-allowed');
      return foldTab(house, sender.tabId, folded);
    }),
    'reread-tab': route('own', tabSchema, async ({ tabId }, sender) => {
      const tab = tabId ?? sender.tabId;
      if (tab === null) return fail('not-allowed');
      await rereadTab(tab, house);
      return ok(null);
    }),
    'overlay-state': route('own', tabSchema, async ({ tabId }, sender) => {
      const tab = tabId ?? sender.tabId;
      const overlay = tab === null ? null : await house.toTab(tab, 'tab-overlay', undefined);
      if (overlay === null) return fail('gone');
      // A content script's answer is a page's: only a plain yes is one.
      const answer = overlayStateSchema.safeParse(overlay);
      return ok({ removed: answer.success && answer.data.removed });
    }),
    'locate-in-tab': route('own', locateInTabSchema, async ({ tabId, target }, sender) => {
      const tab = tabId ?? sender.tabId;
      const found = tab === null ? null : await house.toTab(tab, 'tab-locate', target);
      return found === null ? fail('gone') : ok({ found: found.found });
    }),
  };
}

/** Folds or unfolds the dock of a tab (null turns it over), and remembers it for the site. */
export async function foldTab(
  house: House,
  tabId: number,
  folded: boolean | null,
): Promise<Result<null>> {
  const stands = await house.toTab(tabId, 'tab-fold', { folded });
  const state = await house.tabs.get(tabId);
  if (stands === null || state === null) return fail('gone');
  const place = placeOn(state.host, await readSettings(house.store));
  return rememberPlace(house, tabId, { ...place, folded: stands.folded });
}

async function rememberPlace(house: House, tabId: number, place: DockPlace): Promise<Result<null>> {
  const state = await house.tabs.get(tabId);
  if (state === null) return fail('gone');
  const { dockPlaces } = await readSettings(house.store);
  const patch = { dockPlaces: { ...dockPlaces, [state.host]: place } };
  const result = await runCommand(
    house.store,
    { operationId: house.newId(), command: { kind: 'save-settings', patch } },
    commandDepsOf(house, ''),
  );
  return result.ok ? ok(null) : result;
}

/** What commands need, from the house. */
export function commandDepsOf(house: House, firstListName: string) {
  const { nowMs, newId, loadDemoText } = house;
  return { nowMs, newId, loadDemoText, firstListName };
}
