import { browser, type Browser } from 'wxt/browser';
import { resolveLanguage } from '../locales/catalog';
import { WORKER_WORDS } from '../locales/worker';
import { TAOBAO_MATCHES } from '../sites/hosts';
import type { House } from './house';

const SIDE_PANEL = 'side-panel';

/** The context menu of listing pages: the dock in the side panel. */
export function addMenus(house: House): void {
  const words = WORKER_WORDS[resolveLanguage('auto', house.browserLanguage)];
  browser.contextMenus.removeAll(() => {
    browser.contextMenus.create({
      id: SIDE_PANEL,
      title: words.menuSidePanel,
      contexts: ['page', 'action'],
      documentUrlPatterns: TAOBAO_MATCHES,
    });
  });
}

/** Acts on a click; the side panel must be opened within the click's own event. */
export function menuClicked(
  info: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
): void {
  if (info.menuItemId === SIDE_PANEL && tab?.id !== undefined) {
    void browser.sidePanel.open({ tabId: tab.id });
  }
}
