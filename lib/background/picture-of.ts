import { browser } from 'wxt/browser';

/** A picture of what is in sight of a tab in front, as a data address; null where that is not allowed. */
export async function pictureOf(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab === null || !tab.active) return null;
  // Allowed by `activeTab` for as long as the operator's click or key on this tab holds.
  const options = { format: 'jpeg', quality: 90 } as const;
  return browser.tabs.captureVisibleTab(tab.windowId, options).catch(() => null);
}
