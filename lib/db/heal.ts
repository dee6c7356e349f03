import { recordKindOf } from '../benchmark/record';
import type { Database } from './database';
import { faultOf, newerRow } from './record-row';
import type { ManifestEntries, QuarantineRow, RecordRow } from './rows';
import { enterRows, type Manifests, type SecondStore } from './second-store';
import { WRITER_VERSION } from './schema';

/** What healing did: rows written to either store, and rows set aside. */
export type Healed = {
  toDatabase: number;
  toSecondStore: number;
  quarantined: number;
  /** The manifests as both stores have them now. */
  manifests: Manifests;
};

/** Keys settled at once: bounds the memory, and a kill in between costs one batch. */
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

/**
 * Makes both stores agree on those keys: the sound row with the higher revision stands, in both. A
 * row that is not sound goes to quarantine. Nothing is deleted: where neither row is sound, both
 * stay as they lie, out of the manifests, and readers leave them out.
 */
export async function settleKeys(
  database: Database,
  second: SecondStore,
  keys: string[],
  known: Manifests,
  nowMs: number,
): Promise<Healed> {
  const healed: Healed = { toDatabase: 0, toSecondStore: 0, quarantined: 0, manifests: known };
  for (let from = 0; from < keys.length; from += BATCH) {
    const batch = keys.slice(from, from + BATCH);
    const ours = await database.records.bulkGet(batch);
    const theirs = await second.readRows(batch);
    const verdicts: Verdict[] = [];
    for (const [index, key] of batch.entries()) {
      verdicts.push(await judge(key, ours[index], theirs.get(key), nowMs));
    }
    await writeVerdicts(database, second, verdicts, healed);
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

async function writeVerdicts(
  database: Database,
  second: SecondStore,
  verdicts: Verdict[],
  healed: Healed,
): Promise<void> {
  const standing = verdicts.map((verdict) => verdict.stands).filter((row) => row !== null);
  const changed = enterRows(healed.manifests, standing);
  for (const { key, stands } of verdicts) {
    const kind = recordKindOf(key);
    if (stands !== null || kind === null) continue;
    changed[kind] ??= { ...healed.manifests[kind] };
    delete changed[kind][key];
  }
  const manifests = { ...healed.manifests, ...changed };
  const setAside = verdicts.flatMap((verdict) => verdict.setAside);
  const toDatabase = verdicts.filter((v) => v.toDatabase).map((v) => v.stands as RecordRow);
  const toSecond = verdicts.filter((v) => v.toSecondStore).map((v) => v.stands as RecordRow);

  await database.transaction(
    'rw',
    [database.records, database.manifest, database.quarantine],
    async () => {
      await database.quarantine.bulkPut(setAside);
      await database.records.bulkPut(toDatabase);
      await database.manifest.bulkPut(
        Object.entries(changed).map(([kind, entries]) => ({ kind, entries })),
      );
    },
  );
  await second.write(toSecond, changed, WRITER_VERSION);
  healed.toDatabase += toDatabase.length;
  healed.toSecondStore += toSecond.length;
  healed.quarantined += setAside.length;
  healed.manifests = manifests;
}
