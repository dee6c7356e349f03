import type { Database } from './database';
import { workOnHistory } from './history-rows';
import { checkWriter, replacedRows, rowChanges, type Plan, type RowChange } from './operator-write';
import { done, failed, failureOf, type Outcome } from './outcome';
import type { Reader } from './reader';
import { sealRow } from './record-row';
import { WRITER_VERSION } from './schema';
import { enterRows, type Manifests, type SecondStore } from './second-store';
import { SecondStoreMoved } from './steady-area';
import type { Operation, Written } from './store';

/**
 * Carries out one operation of the operator over both stores. `manifests` is what both hold, and
 * comes back as it is afterwards: null where they may differ, and are to be compared first.
 */
export async function carryOut(
  stores: { database: Database; second: SecondStore; reader: Reader },
  operation: Operation,
  plan: (reader: Reader) => Promise<Outcome<Plan>>,
  manifests: Manifests,
): Promise<{ outcome: Outcome<Written>; manifests: Manifests | null }> {
  const { database, second, reader } = stores;
  await checkWriter(database);
  const before = await database.operations.get(operation.id);
  if (before !== undefined) return { outcome: done({ revision: before.answer }), manifests };
  const planned = await plan(reader);
  if (!planned.ok) return { outcome: planned, manifests };
  const changes = await rowChanges(database, planned.value.writes, operation);
  if (!changes.ok) return { outcome: changes, manifests };

  const rows = changes.value.map((change) => change.after);
  const entered = enterRows(manifests, rows);
  if (planned.value.history !== undefined) {
    return commitFirst(stores, operation, planned.value, changes.value, { manifests, entered });
  }
  // The second store goes first: what the database holds is then always in both, its operation
  // row says so, and the pages, which read the database, never show what was not saved.
  if (rows.length > 0) await second.write(rows, entered, WRITER_VERSION);
  try {
    const revision = await commit(database, operation, planned.value, changes.value, entered);
    return { outcome: done({ revision }), manifests: { ...manifests, ...entered } };
  } catch (error) {
    const agree = await takeBack(second, changes.value, manifests);
    return { outcome: failed(failureOf(error)), manifests: agree ? manifests : null };
  }
}

/**
 * An operation with history goes to the database first: only there are its records and its history
 * one thing, and a kill between the stores must not leave the ones without the other. What the
 * second store then refuses stays in the database and is given to it by the next comparison, before
 * which nothing is answered: the operation is not called saved until then.
 */
async function commitFirst(
  { database, second }: { database: Database; second: SecondStore },
  operation: Operation,
  plan: Plan,
  changes: RowChange[],
  { manifests, entered }: { manifests: Manifests; entered: Manifests },
): Promise<{ outcome: Outcome<Written>; manifests: Manifests | null }> {
  let committed = false;
  try {
    const revision = await commit(database, operation, plan, changes, entered);
    committed = true;
    const rows = changes.map((change) => change.after);
    if (rows.length > 0) await second.write(rows, entered, WRITER_VERSION);
    return { outcome: done({ revision }), manifests: { ...manifests, ...entered } };
  } catch (error) {
    // Done over, it finds its own operation in the database.
    if (error instanceof SecondStoreMoved) throw error;
    return { outcome: failed(failureOf(error)), manifests: committed ? null : manifests };
  }
}

/** Writes an operation to the database, whole or not at all; answers with the revision asked for. */
function commit(
  database: Database,
  operation: Operation,
  plan: Plan,
  changes: RowChange[],
  entered: Manifests,
): Promise<number | null> {
  const { records, manifest, operations, meta, quarantine } = database;
  const { observations, latest, changes: log, chunks, staging } = database;
  const history = plan.history === undefined ? [] : [observations, latest, log, chunks, staging];
  const tables = [records, manifest, operations, meta, quarantine, ...history];
  return database.transaction('rw', tables, async () => {
    await checkWriter(database);
    await records.bulkPut(changes.map((change) => change.after));
    await manifest.bulkPut(Object.entries(entered).map(([kind, entries]) => ({ kind, entries })));
    if (plan.keepReplaced === true) await quarantine.bulkPut(replacedRows(changes, operation));
    for (const work of plan.history ?? []) await workOnHistory(database, work);
    const answering = plan.answerKey === null ? undefined : await records.get(plan.answerKey);
    const answer = answering?.revision ?? null;
    await operations.add({ id: operation.id, atMs: operation.atMs, answer });
    return answer;
  });
}

/**
 * Undoes in the second store what the database refused, in one batch so that it can't be torn. A row
 * that was new becomes a tombstone: removing it would be a second step, and a kill between the two
 * would bring it back later. False where the second store refuses too.
 */
async function takeBack(
  second: SecondStore,
  changes: RowChange[],
  manifests: Manifests,
): Promise<boolean> {
  if (changes.length === 0) return true;
  try {
    const rows = [];
    for (const { before, after } of changes) {
      rows.push(before ?? (await sealRow({ ...after, deleted: 1, value: null })));
    }
    const kinds = Object.keys(enterRows(manifests, rows));
    const entries = Object.fromEntries(kinds.map((kind) => [kind, manifests[kind] ?? {}]));
    await second.write(rows, entries, WRITER_VERSION);
    return true;
  } catch {
    return false;
  }
}
