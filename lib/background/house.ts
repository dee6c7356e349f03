import { badgeOf, type Badge } from '../inspection/badge';
import type { SealedFiles, SealedFolder } from '../db/sealed-files';
import type { DrawOrder, PicturePlace } from '../messaging/frames';
import type { AnswerPorts } from './answer-ports';
import { answerTab, readSettings, type AnswerDeps } from './answers';
import { drawOrder } from './draw-order';
import type { PutIn } from './put-in';
import type { Rounds } from './round';
import type { TabQueue } from './tab-queue';
import type { ToTab } from './to-tab';

/** Everything the handlers work with; made once in the entry, faked in tests. */
export type House = AnswerDeps & {
  /** Files outside the database; in tests in memory. */
  sealedFiles: (folder: SealedFolder) => SealedFiles;
  ports: AnswerPorts;
  queue: TabQueue;
  toTab: ToTab;
  putIn: PutIn;
  showBadge: (tabId: number, badge: Badge) => void;
  /** The open tabs on hosts that we read. */
  listingTabs: () => Promise<number[]>;
  openOptions: (hash: string) => Promise<void>;
  /** The round that is under way, kept as long as the browser runs. */
  rounds: Rounds;
  /** Shows an address in a tab, in the given one where it is still there; answers with the tab. */
  showTab: (address: string, tabId: number | null) => Promise<number | null>;
  /** A picture of what is in sight of a tab, null where the browser does not allow it. */
  pictureOf: (tabId: number) => Promise<string | null>;
  cropPicture: (shot: string, place: PicturePlace) => Promise<string | null>;
  newId: () => string;
  loadDemoText: () => Promise<string>;
  /** The browser's language, where the setting is `auto`. */
  browserLanguage: string;
};

/** Works out a tab's answer anew, tells everyone who shows it, and sets the badge. */
export async function announce(tabId: number, house: House): Promise<void> {
  const message = await answerTab(tabId, house);
  house.ports.post(tabId, message);
  house.showBadge(tabId, badgeOf(message.answer));
}

/** After the operator changed something: every tab that somebody looks at is answered again. */
export async function announceAll(house: House): Promise<void> {
  await Promise.all(
    house.ports.tabs().map((tabId) => house.queue.run(tabId, () => announce(tabId, house))),
  );
}

/** What is drawn in a tab now, null where nothing is known of it. */
export async function orderOf(tabId: number, house: House): Promise<DrawOrder | null> {
  const [state, settings] = await Promise.all([house.tabs.get(tabId), readSettings(house.store)]);
  return state === null ? null : drawOrder(state.result, state.host, settings);
}

/** Takes away what was compiled for benchmarks that are gone: their words are to be gone too. */
export async function retainCompiled(house: House): Promise<void> {
  const benchmarks = await house.store.read((reader) => reader.benchmarks());
  if (benchmarks.ok) await house.compiled.retain(benchmarks.value.map(({ value }) => value.id));
}
