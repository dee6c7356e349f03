import { browser, type Browser } from 'wxt/browser';
import { QUIET } from '../inspection/badge';
import { isReadHost } from '../sites/hosts';
import { tabOfPort } from './answer-ports';
import { announce, retainCompiled, type House } from './house';
import { addMenus, menuClicked } from './menus';
import { createPageBudget } from './page-budget';
import { openNextDue } from './next-due';
import { makeRouter } from './router';
import { routesOf } from './routes';
import { foldTab } from './routes-frames';
import { onTabChanged } from './tab-changed';
import { VERIFY_AFTER_MS, verifyWhenDue } from './verify-when-due';
import { watchTab } from './watch-tab';

const VERIFY = 'verify';
/** From a page's load until its badge is worked out, where its own reading has not done that before. */
const BADGE_AFTER_MS = 1000;

/** Registers every listener, synchronously: a worker that wakes for an event must find it. */
export function listen(house: House): void {
  const self = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
  const { admit } = createPageBudget(house.nowMs);
  const answer = makeRouter(routesOf(house), self, (bug) => console.error(bug), admit);

  browser.runtime.onMessage.addListener((message, sender, respond) => {
    const answering = answer(message, sender);
    if (answering === null) return false;
    // The messenger's wire format: the value under `res`.
    void answering.then((res) => respond({ res }));
    return true;
  });

  browser.runtime.onConnect.addListener((port) => {
    const tabId = tabOfPort(port, self);
    if (tabId === null) return port.disconnect();
    house.ports.add(tabId, port);
    void house.queue.run(tabId, () => announce(tabId, house));
  });

  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (!isRead(tab)) return;
    const isLookedAt = () => house.ports.tabs().includes(tabId);
    const answerTab = () => void house.queue.run(tabId, () => announce(tabId, house));
    const asked = onTabChanged(change, isLookedAt());
    if (asked === 'answer') answerTab();
    if (asked === 'no-badge') house.showBadge(tabId, QUIET);
    // Whoever looks by then was answered when it connected, and the badge with it.
    if (asked === 'answer-later') setTimeout(() => isLookedAt() || answerTab(), BADGE_AFTER_MS);
  });
  browser.tabs.onRemoved.addListener((tabId) => void house.tabs.forget(tabId));

  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'next') void openNextDue(house);
    if (tab?.id === undefined) return;
    if (name === 'fold') void foldTab(house, tab.id, null);
    if (name === 'watch') void watchTab(tab.id, house);
  });

  // No answer waits for a verification. The event of a browser start only has to wake this worker.
  const verify = async () => {
    const verified = await verifyWhenDue(house.store, browser.storage.session, house.nowMs());
    if (verified) await retainCompiled(house);
  };
  setTimeout(() => void verify(), VERIFY_AFTER_MS);
  browser.runtime.onStartup.addListener(() => {});
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === VERIFY) void verify();
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    addMenus(house);
    void browser.alarms.create(VERIFY, { periodInMinutes: 24 * 60 });
    if (reason === 'install') void house.openOptions('#/welcome');
  });
  browser.contextMenus.onClicked.addListener(menuClicked);
}

function isRead(tab: Browser.tabs.Tab): boolean {
  return tab.url !== undefined && URL.canParse(tab.url) && isReadHost(new URL(tab.url));
}
