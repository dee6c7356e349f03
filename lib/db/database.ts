import { Dexie, type Table } from 'dexie';
import type { ChangeSet } from '../listing/change';
import type { Observation } from '../listing/series';
import { browserBuckets, placeOf, type Place } from './buckets';
import { DATABASE_NAME, VERSIONS } from './schema';
import type {
  ChunkRow,
  LatestRow,
  ManifestRow,
  MetaRow,
  OperationRow,
  QuarantineRow,
  RecordRow,
  StagingRow,
} from './rows';

/** Where the browser keeps databases if nothing else is said. */
const ORDINARY = placeOf('database', null);

/** The tables of the database with what their rows are. */
export type Database = Dexie & {
  observations: Table<Observation, [series: string, atMs: number]>;
  latest: Table<LatestRow, string>;
  changes: Table<ChangeSet, [listingId: string, atMs: number]>;
  records: Table<RecordRow, string>;
  manifest: Table<ManifestRow, string>;
  operations: Table<OperationRow, string>;
  quarantine: Table<QuarantineRow, string>;
  staging: Table<StagingRow, [restoreId: string, index: number]>;
  chunks: Table<ChunkRow, string>;
  meta: Table<MetaRow, string>;
};

/**
 * The database as the background has it: the only one that creates and migrates. Every transaction
 * is flushed to disk before it counts as done (`strict`). Not opened yet: it opens where the place
 * was found last.
 */
export function declareDatabase(name = DATABASE_NAME, place = ORDINARY): Database {
  const database = new Dexie(name, {
    autoOpen: false,
    indexedDB: factoryAt(place),
    chromeTransactionDurability: 'strict',
  });
  for (const { version, tables } of VERSIONS) database.version(version).stores(tables);
  return database as Database;
}

/**
 * The database as a page has it: whatever tables are there, no upgrade declared, so that a page
 * that opens first after an update neither creates nor migrates. Opening fails where there is none.
 */
export function existingDatabase(name = DATABASE_NAME, place = ORDINARY): Database {
  return new Dexie(name, { autoOpen: false, indexedDB: withoutDeleting(place) }) as Database;
}

/** That database, wherever it stands. */
export async function foundDatabase(name = DATABASE_NAME): Promise<Database> {
  const place = placeOf('database', browserBuckets());
  await place.find();
  return existingDatabase(name, place);
}

/** The browser's databases at that place, wherever it is when they are asked. */
function factoryAt(place: Place): FactoryUsed {
  const at = () => place.found()?.indexedDB ?? Dexie.dependencies.indexedDB;
  return {
    open: (name, version) => at().open(name, version),
    databases: () => at().databases(),
    deleteDatabase: (name) => at().deleteDatabase(name),
  };
}

/** What Dexie calls of a factory. */
type FactoryUsed = Pick<IDBFactory, 'open' | 'databases' | 'deleteDatabase'>;

/**
 * The browser's databases for one who only reads. Where Dexie finds none to read it deletes what it
 * has half made, in a request of its own: by then the background may have made the real one, or
 * healed one that the browser had thrown away.
 */
function withoutDeleting(place: Place): FactoryUsed {
  return {
    ...factoryAt(place),
    deleteDatabase(name: string): never {
      throw new Error(`${name} is not there`);
    },
  };
}
