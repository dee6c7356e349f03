import { browser } from 'wxt/browser';
import { isReadHost } from '../sites/hosts';

/**
 * Shows an address in front: in the given tab while that is there and still on a listing's host,
 * else in a new one, for the operator may have gone elsewhere with it.
 */
export async function showTab(address: string, tabId: number | null): Promise<number | null> {
  const known = tabId === null ? null : await browser.tabs.get(tabId).catch(() => null);
  const isOurs =
    known?.url !== undefined && URL.canParse(known.url) && isReadHost(new URL(known.url));
  if (tabId !== null && isOurs) {
    const tab = await browser.tabs.update(tabId, { url: address, active: true }).catch(() => null);
    if (tab?.id !== undefined) return tab.id;
  }
  return (await browser.tabs.create({ url: address })).id ?? null;
}
