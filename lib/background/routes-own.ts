import { compileKeywords } from '../analysis/compiled-keywords';
import { titleCoverage } from '../analysis/title-coverage';
import { resolveLanguage } from '../locales/catalog';
import { WORKER_WORDS } from '../locales/worker';
import { commandMessageSchema, pickSchema, type CommandMessage } from '../messaging/commands';
import { fail, ok } from '../messaging/result';
import { answerTab, readSettings } from './answers';
import { runCommand } from './commands/run-command';
import { announce, announceAll, orderOf, retainCompiled, type House } from './house';
import { lookUpFacts } from './look-up-facts';
import { recordReading } from './observe';
import {
  checkTitleSchema,
  factsAskedSchema,
  nothingSchema,
  openOptionsSchema,
  tabSchema,
} from './payloads';
import { commandDepsOf } from './routes-frames';
import { rereadTab } from './reread-tab';
import { route, type Route, type RouteName } from './router';
import { resultOf } from './store-result';

/** Title limit and window of a check without a benchmark: the defaults of a new one. */
const NO_BENCHMARK = { titleLimitUnits: 60, nearWindow: 6 };

/**
 * Most words in each list of such an answer: no page shows more of them, and 200 of each made it
 * 90 KB, of which most of its time went into the way. The counts are never cut.
 */
export const CHECK_LISTED = 24;

/** The questions and commands of the extension's own pages and frames. */
export function ownRoutes(
  house: House,
): Pick<
  Record<RouteName, Route>,
  'ready' | 'ask-tab' | 'check-title' | 'listing-facts' | 'command' | 'pick' | 'open-options'
> {
  return {
    ready: route('own', nothingSchema, async () => {
      const outcome = await house.store.ready();
      if (outcome.ok) return ok({ state: outcome.value });
      return outcome.why === 'broken' ? ok({ state: 'broken' }) : resultOf(outcome);
    }),
    'ask-tab': route('own', tabSchema, async ({ tabId }, sender) => {
      const tab = tabId ?? sender.tabId;
      if (tab === null) return fail('gone');
      return ok((await house.queue.run(tab, () => answerTab(tab, house))).answer);
    }),
    'check-title': route('own', checkTitleSchema, async ({ title, benchmarkId }) =>
      resultOf(
        await house.store.read(async (reader) => {
          const [stored, compiled] =
            benchmarkId === null
              ? [null, null]
              : await Promise.all([
                  reader.benchmark(benchmarkId),
                  house.compiled.of(reader, benchmarkId),
                ]);
          const limits = stored?.value ?? NO_BENCHMARK;
          return titleCoverage((stored && compiled) ?? compileKeywords([]), title, {
            nearWindow: limits.nearWindow,
            limitUnits: limits.titleLimitUnits,
            listed: CHECK_LISTED,
          });
        }),
      ),
    ),
    'listing-facts': route('own', factsAskedSchema, async ({ listingIds, strips = true }) => {
      const asked = { listingIds, strips };
      const settings = await readSettings(house.store);
      return resultOf(
        await house.store.read((reader) => lookUpFacts(reader, asked, settings, house)),
      );
    }),
    command: route('own', commandMessageSchema, (message) => command(message, house)),
    pick: route('own', pickSchema, async ({ tabId, field, index }, sender) => {
      const tab = tabId ?? sender.tabId;
      if (tab === null) return fail('gone');
      return house.queue.run(tab, async () => {
        const state = await house.tabs.get(tab);
        if (state === null) return fail('gone');
        const picked = { ...state, picks: { ...state.picks, [field]: index } };
        const segment = await house.compiled.segmenter();
        await house.tabs.set(tab, await recordReading(house.store, picked, segment));
        await announce(tab, house);
        return ok(null);
      });
    }),
    'open-options': route('own', openOptionsSchema, async ({ hash }) => {
      await house.openOptions(hash);
      return ok(null);
    }),
  };
}

async function command(message: CommandMessage, house: House) {
  const settings = await readSettings(house.store);
  const words = WORKER_WORDS[resolveLanguage(settings.language, house.browserLanguage)];
  const result = await runCommand(house.store, message, commandDepsOf(house, words.firstList));
  if (result.ok) void afterCommand(message.command.kind, house);
  return result;
}

/** Answers anew what the command may have changed: the answers, and what is drawn at all. */
async function afterCommand(kind: CommandMessage['command']['kind'], house: House): Promise<void> {
  if (kind === 'save-settings' || kind === 'set-site') {
    await Promise.all((await house.listingTabs()).map((tabId) => redraw(tabId, house)));
  }
  if (kind === 'delete-benchmark' || kind === 'remove-demo') await retainCompiled(house);
  await announceAll(house);
}

/** Takes the overlay away where the site is off now, and brings it where it is on. */
async function redraw(tabId: number, house: House): Promise<void> {
  const order = await orderOf(tabId, house);
  if (order !== null) await house.toTab(tabId, 'tab-draw', order);
  await rereadTab(tabId, house);
}
