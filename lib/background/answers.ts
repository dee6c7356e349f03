import type { Store } from '../db/store';
import type { TabAnswer } from '../messaging/tab-answer';
import type { AnswerPortMessage } from '../messaging/protocol';
import { settingsFrom, type Settings } from '../settings';
import { isReadHost } from '../sites/hosts';
import { itemIdOf } from '../sites/taobao/address';
import type { AnswerPorts } from './answer-ports';
import type { CompiledCache } from './compiled-cache';
import { itemIdOfResult } from './draw-order';
import { lookUp } from './look-up';
import type { TabState, TabStates } from './tab-state';

/** What answers are made of. */
export type AnswerDeps = {
  store: Store;
  tabs: TabStates;
  compiled: CompiledCache;
  ports: Pick<AnswerPorts, 'hasFrameIn'>;
  /** The tab's address now, null where we may not see it or the tab is gone. */
  urlOf: (tabId: number) => Promise<URL | null>;
  nowMs: () => number;
};

/** The settings that a store gave last. */
const lastSettings = new WeakMap<Store, Settings>();

/**
 * The settings, where the store can't be read the last that it gave, or the defaults: a page must
 * still be drawn, and in no other language for a full disk.
 */
export async function readSettings(store: Store): Promise<Settings> {
  const outcome = await store.read((reader) => reader.settings());
  if (!outcome.ok) return lastSettings.get(store) ?? settingsFrom(null);
  const settings = settingsFrom(outcome.value?.value);
  lastSettings.set(store, settings);
  return settings;
}

/** The whole message for a tab's frames and for the popup: answer, item, language and theme. */
export async function answerTab(tabId: number, deps: AnswerDeps): Promise<AnswerPortMessage> {
  const [state, url, settings] = await Promise.all([
    deps.tabs.get(tabId),
    deps.urlOf(tabId),
    readSettings(deps.store),
  ]);
  const view = { language: settings.language, theme: settings.theme };
  const hasFrame = deps.ports.hasFrameIn(tabId);
  const answer = await answerOf(state, hasFrame, url, settings, deps);
  const speaksOfItem = ['inspected', 'changed', 'off-shelf'].includes(answer.state);
  return { answer, itemId: speaksOfItem && state !== null ? state.itemId : null, view };
}

async function answerOf(
  state: TabState | null,
  hasFrame: boolean,
  url: URL | null,
  settings: Settings,
  deps: AnswerDeps,
): Promise<TabAnswer> {
  if (url === null || !isReadHost(url)) return { state: 'unsupported' };
  if (settings.offHosts.includes(url.host)) return { state: 'off-here', host: url.host };
  const itemId = itemIdOf(url);
  if (state === null || state.host !== url.host) {
    if (itemId === null) return { state: 'not-listing' };
    return { state: hasFrame ? 'not-ready' : 'reload' };
  }
  const { result } = state;
  if (result.state === 'blocked') return { state: 'blocked', why: result.why };
  if (itemId === null) return { state: 'not-listing' };
  // The address has moved on and its reading is still to come: nothing of the item before it.
  if (itemIdOfResult(result) !== itemId) return { state: 'not-ready' };
  if (result.state === 'changed') return { state: 'changed', missing: result.missing };
  if (result.state === 'off-shelf') return { state: 'off-shelf' };
  if (result.state !== 'ok') return { state: 'not-ready' };
  const looked = await deps.store.read((reader) =>
    lookUp(reader, result.snapshot, state, settings, deps),
  );
  // The reading itself needs no store: without it the page is still told, with why nothing is kept.
  if (looked.ok) return { state: 'inspected', inspection: looked.value, saved: state.saved };
  const inspection = await lookUp(null, result.snapshot, state, settings, deps);
  return { state: 'inspected', inspection, saved: looked.why, unread: true };
}
