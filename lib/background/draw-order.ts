import type { ReadResult } from '../listing/read-result';
import type { DrawOrder } from '../messaging/frames';
import type { DockPlace, Settings } from '../settings';

/** Where the dock stands until the operator moves it. */
const FIRST_PLACE: DockPlace = { side: 'right', top: 0.12, folded: null };

/**
 * What is drawn on a page: the overlay on a listing, the one grey chip on a security page, nothing
 * elsewhere or where the operator has switched the site off.
 */
export function drawOrder(result: ReadResult, host: string, settings: Settings): DrawOrder {
  const itemId = itemIdOfResult(result);
  const stopped = result.state === 'blocked';
  return {
    draw: !settings.offHosts.includes(host) && (stopped || itemId !== null),
    itemId: stopped ? null : itemId,
    mode: stopped ? 'stopped' : 'full',
    place: placeOn(host, settings),
  };
}

/** What will be drawn for an item that is still to be read, unless its page says otherwise. */
export function orderForItem(itemId: string, host: string, settings: Settings): DrawOrder {
  const draw = !settings.offHosts.includes(host);
  return { draw, itemId, mode: 'full', place: placeOn(host, settings) };
}

/** The dock's place on a host. */
export function placeOn(host: string, settings: Settings): DockPlace {
  return Object.hasOwn(settings.dockPlaces, host)
    ? (settings.dockPlaces[host] ?? FIRST_PLACE)
    : FIRST_PLACE;
}

/** The item that a reading speaks of and that something can be said about, null for none. */
export function itemIdOfResult(result: ReadResult): string | null {
  switch (result.state) {
    case 'ok':
      return result.snapshot.itemId;
    case 'changed':
    case 'off-shelf':
      return result.itemId;
    default:
      return null;
  }
}
