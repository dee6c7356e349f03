import type { Plan } from '../../db/operator-write';
import type { Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';
import type { Store } from '../../db/store';
import type { Command, CommandMessage } from '../../messaging/commands';
import type { Result } from '../../messaging/result';
import { resultOf } from '../store-result';
import { planPin, planSaveBenchmark, planSaveKeywords } from './plan-benchmark';
import { planLoadDemo, planRemoveDemo } from './plan-demo';
import { planDeleteBenchmark, planPutBack } from './plan-deletion';
import { planImportKeywords, planUndoImport } from './plan-import';
import { planDeleteList, planSaveList, planUnwatch, planWatch } from './plan-list';
import { planClearVerdict, planNote, planVerdict } from './plan-note';
import { planMarkKeywords } from './plan-marks';
import { planRestoreAside } from './plan-set-aside';
import { planMyShop, planSettings, planSite } from './plan-settings';

/** What commands need from outside. */
export type CommandDeps = {
  nowMs: () => number;
  /** A new record id: letters, digits and hyphens. */
  newId: () => string;
  /** What the first watchlist is called, in the operator's language (关注). */
  firstListName: string;
  /** The text of the packaged demo backup. */
  loadDemoText: () => Promise<string>;
};

/**
 * Carries out one command of the operator, already parsed. The answer's revision is that of the
 * record it was about (of the keyword set for what changes keywords), null where there is none. It comes
 * after both stores hold it; a repeated operation id is answered as before.
 */
export async function runCommand(
  store: Store,
  { operationId, command }: CommandMessage,
  deps: CommandDeps,
): Promise<Result<{ revision: number | null }>> {
  const nowMs = deps.nowMs();
  return resultOf(
    await store.write({ id: operationId, atMs: nowMs }, (reader) =>
      planOf(command, { store, reader }, nowMs, deps),
    ),
  );
}

async function planOf(
  command: Command,
  { store, reader }: { store: Store; reader: Reader },
  nowMs: number,
  deps: CommandDeps,
): Promise<Outcome<Plan>> {
  switch (command.kind) {
    case 'save-benchmark':
      return planSaveBenchmark(command.benchmark, command.baseRevision);
    case 'delete-benchmark':
      return planDeleteBenchmark(store, reader, command, nowMs);
    case 'put-back-benchmark':
      return planPutBack(store, command.deletionId);
    case 'save-keywords':
      return planSaveKeywords(reader, command.benchmarkId, command.keywords, command.baseRevision);
    case 'mark-keywords':
      return planMarkKeywords(reader, command);
    case 'import-keywords':
      return planImportKeywords(reader, command, nowMs);
    case 'undo-import':
      return planUndoImport(reader, command.importId);
    case 'pin-benchmark':
      return planPin(reader, command.listingId, command.benchmarkId);
    case 'save-list':
      return planSaveList(reader, command.list, {
        base: command.baseRevision,
        pictures: command.pictures,
      });
    case 'delete-list':
      return planDeleteList(reader, command.listId);
    case 'watch':
      return planWatch(reader, command, { ...deps, nowMs });
    case 'unwatch':
      return planUnwatch(reader, command.listingId);
    case 'save-note': {
      const { kind: _, ...note } = command;
      return planNote(reader, { ...note, updatedAtMs: nowMs });
    }
    case 'set-verdict':
      return planVerdict(reader, command.verdict);
    case 'clear-verdict':
      return planClearVerdict(command);
    case 'set-my-shop': {
      const { shopId, sellerId, name, on } = command;
      return planMyShop(reader, { shopId, sellerId, name }, on);
    }
    case 'save-settings':
      return planSettings(reader, command.patch);
    case 'set-site':
      return planSite(reader, command.host, command.on);
    case 'load-demo':
      return planLoadDemo(reader, await deps.loadDemoText(), nowMs);
    case 'restore-set-aside':
      return planRestoreAside(reader, command.id, command.over);
    case 'remove-demo':
      return planRemoveDemo(reader);
  }
}
