import 'fake-indexeddb/auto';
import { AnswerPorts } from '../../../lib/background/answer-ports';
import { CompiledCache } from '../../../lib/background/compiled-cache';
import { intlSegmenter } from '../../../lib/analysis/root-splitter';
import type { House } from '../../../lib/background/house';
import { makeRouter } from '../../../lib/background/router';
import { routesOf } from '../../../lib/background/routes';
import { TabQueue } from '../../../lib/background/tab-queue';
import { Rounds } from '../../../lib/background/round';
import { TabStates, type SessionArea } from '../../../lib/background/tab-state';
import { openStore } from '../../../lib/db/store';
import type { Badge } from '../../../lib/inspection/badge';
import type { Command } from '../../../lib/messaging/commands';
import type { AnswerPortMessage } from '../../../lib/messaging/protocol';
import type { Result } from '../../../lib/messaging/result';
import type { TabAnswer } from '../../../lib/messaging/tab-answer';
import { FakeArea } from '../db/fake-area';
import { FakeFiles } from '../db/fake-files';

const SELF = { id: 'abc', origin: 'chrome-extension://abc' };
let houses = 0;

/** A background with real store and routes, in a world of fake tabs; messages go through JSON. */
export function fakeHouse(startMs: number) {
  const world = {
    nowMs: startMs,
    /** The address of each tab. */
    urls: new Map<number, string>(),
    badges: new Map<number, Badge>(),
    heard: [] as AnswerPortMessage[],
    toTab: [] as { type: string; data: unknown }[],
    /** The tabs in which the overlay is and answers, and into which documents it was put. */
    hasOverlay: new Set<number>(),
    putIn: [] as { tabId: number; documentId: string | null }[],
    /** Where the options page was opened, and what was shown in which tab. */
    options: [] as string[],
    /** Where the main picture is in sight, and what the browser pictures. */
    picture: null as object | null,
    shot: 'data:image/jpeg;base64,/9j/' as string | null,
    shown: [] as { address: string; tab: number }[],
    area: new FakeArea(),
    files: { history: new FakeFiles(), kept: new FakeFiles(), cache: new FakeFiles() },
  };
  const session = new Map<string, string>();
  const area: SessionArea = {
    get: async (key) => (session.has(key) ? { [key]: JSON.parse(session.get(key) ?? '') } : {}),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) session.set(key, JSON.stringify(value));
    },
    remove: async (key) => void session.delete(key),
  };
  let ids = 0;
  const house: House = {
    sealedFiles: (folder) => world.files[folder],
    store: openStore({
      area: world.area,
      files: world.files.history,
      nowMs: () => world.nowMs,
      name: `house-${(houses += 1)}`,
    }),
    tabs: new TabStates(area),
    compiled: new CompiledCache({
      segmenter: async () => intlSegmenter(),
      files: null,
      compiler: 'test',
    }),
    ports: new AnswerPorts(),
    queue: new TabQueue(),
    toTab: async (tabId, type, data) => {
      world.toTab.push({ type, data });
      if (type === 'tab-reread') return (world.hasOverlay.has(tabId) || null) as never;
      if (type === 'tab-picture') return world.picture as never;
      return null;
    },
    putIn: async (tabId, documentId) => void world.putIn.push({ tabId, documentId }),
    showBadge: (tabId, badge) => world.badges.set(tabId, badge),
    nowMs: () => world.nowMs,
    newId: () => `new-id-${(ids += 1)}`,
    browserLanguage: 'zh-CN',
    urlOf: async (tabId) => {
      const url = world.urls.get(tabId);
      return url === undefined ? null : new URL(url);
    },
    listingTabs: async () => [...world.urls.keys()],
    openOptions: async (hash) => void world.options.push(hash),
    pictureOf: async () => world.shot,
    cropPicture: async (shot) => (shot === 'too big' ? null : 'data:image/webp;base64,UklGRg=='),
    rounds: new Rounds(area),
    showTab: async (address, tabId) => {
      const tab = tabId !== null && world.urls.has(tabId) ? tabId : 100 + world.shown.length;
      world.shown.push({ address, tab });
      world.urls.set(tab, address);
      return tab;
    },
    loadDemoText: () => Promise.reject(new Error('no demo here')),
  };
  const router = makeRouter(routesOf(house), SELF, (bug) => {
    throw bug;
  });
  const send = async <T>(type: string, data: unknown, facts: object): Promise<Result<T>> => {
    const message = JSON.parse(JSON.stringify({ id: 1, type, data, timestamp: 1 }));
    return JSON.parse(JSON.stringify(await router(message, { id: SELF.id, ...facts })));
  };

  return {
    world,
    house,
    /** As the content script of that tab. */
    fromPage: async <T>(tabId: number, type: string, data: unknown) => {
      const url = world.urls.get(tabId) ?? '';
      const { origin } = new URL(url);
      const result = await send<T>(type, data, {
        origin,
        frameId: 0,
        documentId: `document of ${tabId}`,
        tab: { id: tabId, url },
      });
      // Between two readings of a tab the pace rests.
      await new Promise((later) => setTimeout(later, 170));
      await house.queue.run(tabId, async () => {});
      return result;
    },
    /** As a page of ours. */
    fromOwn: <T>(type: string, data: unknown) => send<T>(type, data, { origin: SELF.origin }),
    command: (command: Command) =>
      send('command', { operationId: `operation-${(ids += 1)}`, command }, { origin: SELF.origin }),
    answer: async (tabId: number): Promise<TabAnswer> => {
      const result = await send<TabAnswer>('ask-tab', { tabId }, { origin: SELF.origin });
      if (!result.ok) throw new Error(result.failure.code);
      return result.value;
    },
    listenTo: (tabId: number) =>
      house.ports.add(tabId, {
        name: 'answer',
        postMessage: (message) => world.heard.push(message),
        onDisconnect: { addListener() {} },
      }),
  };
}
