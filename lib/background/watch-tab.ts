import { resolveLanguage } from '../locales/catalog';
import { WORKER_WORDS } from '../locales/worker';
import type { Command } from '../messaging/commands';
import { answerTab, readSettings } from './answers';
import { runCommand } from './commands/run-command';
import { announceAll, type House } from './house';
import { keepPicture } from './keep-picture';
import { commandDepsOf } from './routes-frames';

/** The shortcut: adds the tab's listing to the first list, or takes it out of all it is on. */
export async function watchTab(tabId: number, house: House): Promise<void> {
  const { answer } = await house.queue.run(tabId, () => answerTab(tabId, house));
  if (answer.state !== 'inspected') return;
  const { listingId, watch } = answer.inspection;
  const settings = await readSettings(house.store);
  const words = WORKER_WORDS[resolveLanguage(settings.language, house.browserLanguage)];
  const on = !watch.starred;
  const command: Command = on
    ? { kind: 'watch', listingId, listId: null, on }
    : { kind: 'unwatch', listingId };
  await runCommand(
    house.store,
    { operationId: house.newId(), command },
    commandDepsOf(house, words.firstList),
  );
  // The key press lets the window be pictured only for now.
  if (on) await keepPicture(tabId, house);
  await announceAll(house);
}
