/*
 * What the bench of cold databases runs in its page: our layer and IndexedDB as anybody would use
 * it, over databases of the very same schema. Bundled and served by `database-cold.spec.ts`.
 */
import { declareDatabase } from '../../../lib/db/database';
import { createReader } from '../../../lib/db/reader';
import { timePair, type Pair } from '../async-ratio';
import { observationsOf, seriesOf } from '../history-rows';
import { fillRaw, openRaw, rangeRaw } from '../raw-database';

/** Rows of each listing. */
const YEAR = 365;
/** Rows put in at once: whole years of some listings. */
const AT_ONCE = 27;

/** What of an opening took how long, ms: until it is open, and until the first rows are there. */
export type Opening = { open: number; read: number };

/** What the page offers to the bench. */
const bench = {
  /** Fills the database with a year of each listing. */
  async fill(name: string, listings: number): Promise<void> {
    const database = await openRaw(name);
    for (let at = 0; at < listings; at += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, listings - at) }, (_, n) => at + n);
      await fillRaw(
        database,
        some.flatMap((listing) => observationsOf(listing, YEAR)),
      );
    }
    database.close();
  },

  async openOurs(name: string): Promise<Opening> {
    const start = performance.now();
    const database = declareDatabase(name);
    await database.open();
    const opened = performance.now();
    const rows = await createReader(database).historyOf(seriesOf(7), 0);
    if (rows.length !== YEAR) throw new Error(`${rows.length} rows`);
    return { open: opened - start, read: performance.now() - start };
  },

  async openTheirs(name: string): Promise<Opening> {
    const start = performance.now();
    const database = await openRaw(name);
    const opened = performance.now();
    const rows = await rangeRaw(database, seriesOf(7), 0);
    if (rows.length !== YEAR) throw new Error(`${rows.length} rows`);
    return { open: opened - start, read: performance.now() - start };
  },

  /** A year of ten listings, again and again, by both; the answers are the same first. */
  async readYears(name: string, listings: number): Promise<Pair> {
    const database = declareDatabase(name);
    await database.open();
    const reader = createReader(database);
    const raw = await openRaw(name);
    const series = (n: number) => seriesOf((n * 37) % listings);
    const [mine, theirs] = [
      await reader.historyOf(series(3), 0),
      await rangeRaw(raw, series(3), 0),
    ];
    if (JSON.stringify(mine) !== JSON.stringify(theirs)) throw new Error('not the same rows');
    const ten = (read: (of: string) => Promise<unknown>) => async (round: number) => {
      for (let n = 0; n < 10; n++) await read(series(round * 10 + n));
    };
    const pair = await timePair(
      ten((of) => reader.historyOf(of, 0)),
      ten((of) => rangeRaw(raw, of, 0)),
      21,
    );
    database.close();
    raw.close();
    return pair;
  },

  /** One more row of each of some listings, one after the other, ms each. */
  async append(name: string, listings: number): Promise<number[]> {
    const database = declareDatabase(name);
    await database.open();
    const times: number[] = [];
    for (let n = 0; n < 20; n++) {
      const [row] = observationsOf((n * 31) % listings, 1, YEAR + n);
      const start = performance.now();
      await database.observations.add(row!);
      times.push(performance.now() - start);
    }
    database.close();
    return times;
  },
};

export type DatabaseBench = typeof bench;
Object.assign(globalThis, { bench });
