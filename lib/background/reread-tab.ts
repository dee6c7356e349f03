import { isReadHost } from '../sites/hosts';
import { readSettings } from './answers';
import type { House } from './house';

/**
 * Has the page of a tab read again. Where the overlay is not in it, because the site was switched off
 * when the page came, it is put in and reads by itself; where the site is off nothing is done.
 */
export async function rereadTab(tabId: number, house: House): Promise<void> {
  const [url, { offHosts }] = await Promise.all([house.urlOf(tabId), readSettings(house.store)]);
  if (url === null || !isReadHost(url) || offHosts.includes(url.host)) return;
  const isThere = await house.toTab(tabId, 'tab-reread', undefined);
  if (isThere === null) await house.putIn(tabId, null);
}
