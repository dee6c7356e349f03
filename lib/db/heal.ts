import { recordKindOf } from '../benchmark/record';
import type { Database } from './database';
import { faultOf, newerRow } from './record-row';
import type { ManifestEntries, QuarantineRow, RecordRow } from './rows';
import { WRITER_VERSION } from './schema';
import { enterRows, type Manifests, type SecondStore } from './second-store';

/** What healing did: rows given from one store to the other, and rows set aside. */
export type Healed = {
  given: number;
  quarantined: number;
  /** The manifests as both stores have them now. */
  manifests: Manifests;
};

/** Keys settled at once: bounds the memory. */
const BATCH = 100;

/** The manifests that the database holds. */
export async function databaseManifests(database: Database): Promise<Manifests> {
  const manifests: Manifests = {};
  for (const row of await database.manifest.toArray()) manifests[row.kind] = row.entries;
  return manifests;
}

/** The record keys at which two manifests differ. */
export function differingKeys(a: Manifests, b: Manifests): string[] {
  const keys: string[] = [];
  for (const kind of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const ours: ManifestEntries = a[kind] ?? {};
    const theirs: ManifestEntries = b[kind] ?? {};
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const [x, y] = [ours[key], theirs[key]];
      if (x?.[0] !== y?.[0] || x?.[1] !== y?.[1]) keys.push(key);
    }
  }
  return keys;
}

/** Every key that either store holds a row or a manifest entry of. Slow. */
export async function allKeys(
  database: Database,
  second: SecondStore,
  manifests: Manifests[],
): Promise<string[]> {
  const entered = manifests.flatMap((kinds) => Object.values(kinds).flatMap(Object.keys));
  const inDatabase = await database.records.toCollection().primaryKeys();
  return [...new Set([...entered, ...inDatabase, ...(await second.readAllKeys())])];
}

/**
 * Makes both stores agree on those keys: the sound row with the higher revision stands, in both. A
 * row that is not sound goes to quarantine. Nothing is deleted: where neither row is sound, both
 * stay as they lie, out of the manifests, and readers leave them out.
 *
 * Killed at any step it is started over by the next comparison: manifests are written last, and
 * never say that a row is there before it is.
 */
export async function settleKeys(
  stores: { database: Database; second: SecondStore },
  keys: string[],
  { ours, theirs }: { ours: Manifests; theirs: Manifests },
  nowMs: number,
): Promise<Healed> {
  const { database, second } = stores;
  const healed: Healed = { given: 0, quarantined: 0, manifests: merged(ours, theirs) };
  for (let from = 0; from < keys.length; from += BATCH) {
    const batch = keys.slice(from, from + BATCH);
    const inDatabase = await database.records.bulkGet(batch);
    const inSecond = await second.readRows(batch);
    const verdicts: Verdict[] = [];
    for (const [index, key] of batch.entries()) {
      verdicts.push(await judge(key, inDatabase[index], inSecond.get(key), nowMs));
    }
    await writeRows(stores, verdicts, healed);
    healed.manifests = { ...healed.manifests, ...entriesOf(healed.manifests, verdicts) };
  }
  if (differingKeys(ours, healed.manifests).length > 0) {
    await database.manifest.bulkPut(
      Object.entries(healed.manifests).map(([kind, entries]) => ({ kind, entries })),
    );
  }
  if (differingKeys(theirs, healed.manifests).length > 0) {
    await second.write([], healed.manifests, WRITER_VERSION);
  }
  return healed;
}

type Verdict = {
  key: string;
  stands: RecordRow | null;
  toDatabase: boolean;
  toSecondStore: boolean;
  setAside: QuarantineRow[];
};

async function judge(key: string, ours: unknown, theirs: unknown, nowMs: number): Promise<Verdict> {
  const setAside: QuarantineRow[] = [];
  const sound = async (row: unknown, from: 'database' | 'second-store') => {
    if (row === undefined) return null;
    const why = await faultOf(key, row);
    if (why === null) return row as RecordRow;
    // One place per store and key: a row that stays damaged is not set aside again at each start.
    setAside.push({ id: `${from}:${key}`, key, from, why, atMs: nowMs, row });
    return null;
  };
  const [a, b] = [await sound(ours, 'database'), await sound(theirs, 'second-store')];
  const stands = a !== null && b !== null ? newerRow(a, b) : (a ?? b);
  return {
    key,
    stands,
    toDatabase: stands !== null && stands.checksum !== a?.checksum,
    toSecondStore: stands !== null && stands.checksum !== b?.checksum,
    setAside,
  };
}

async function writeRows(
  { database, second }: { database: Database; second: SecondStore },
  verdicts: Verdict[],
  healed: Healed,
): Promise<void> {
  const setAside = verdicts.flatMap((verdict) => verdict.setAside);
  const toDatabase = rowsOf(verdicts.filter((verdict) => verdict.toDatabase));
  const toSecond = rowsOf(verdicts.filter((verdict) => verdict.toSecondStore));
  if (toDatabase.length + setAside.length > 0) {
    // Before a damaged row is overwritten, it is set aside: in one transaction.
    await database.transaction('rw', [database.records, database.quarantine], async () => {
      await database.quarantine.bulkPut(setAside);
      await database.records.bulkPut(toDatabase);
    });
  }
  if (toSecond.length > 0) await second.write(toSecond, {}, WRITER_VERSION);
  healed.given += toDatabase.length + toSecond.length;
  healed.quarantined += setAside.length;
}

function rowsOf(verdicts: Verdict[]): RecordRow[] {
  return verdicts.map((verdict) => verdict.stands).filter((row) => row !== null);
}

/** The changed kinds' entries: those of standing rows, and none for keys without a sound row. */
function entriesOf(manifests: Manifests, verdicts: Verdict[]): Manifests {
  const changed = enterRows(manifests, rowsOf(verdicts));
  for (const { key, stands } of verdicts) {
    const kind = recordKindOf(key);
    if (stands !== null || kind === null) continue;
    changed[kind] ??= { ...manifests[kind] };
    delete changed[kind][key];
  }
  return changed;
}

function merged(a: Manifests, b: Manifests): Manifests {
  const both: Manifests = {};
  for (const kind of new Set([...Object.keys(a), ...Object.keys(b)])) {
    both[kind] = { ...b[kind], ...a[kind] };
  }
  return both;
}
