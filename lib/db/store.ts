import { type Buckets, placeOf } from './buckets';
import { declareDatabase } from './database';
import { databaseManifests, differingKeys, settleKeys } from './heal';
import type { HistoryRow } from './history/line';
import { createSealedHistory, type HistoryPlaces } from './history/sealed-history';
import {
  agreeOnWriter,
  healthOf,
  openDatabase,
  readSecond,
  resetUnreadable,
  type StoreHealth,
} from './opening';
import { checkWriter, type Plan } from './operator-write';
import { carryOut } from './operator-writer';
import { measured } from './measured';
import { done, failed, failureOf, type Outcome } from './outcome';
import { createQueue } from './queue';
import { takeLeftovers } from './leftovers';
import { createReader, type Reader } from './reader';
import type { StagingRow, Verification } from './rows';
import type { SealedFiles } from './sealed-files';
import { SecondStoreMoved } from './steady-area';
import { createSecondStore, type Manifests, type StorageArea } from './second-store';
import { noteVerification, verifyAll } from './verify';
import { appendGone, appendVisit, recordedOf, type Recorded, type Visit } from './visits';

/** How long the browser is left alone after it has closed the database under us. */
const REOPEN_MS = 300;

/**
 * How long after a save found no room a database that can't be opened is put down to that: Chromium
 * closes a database as the disk fills up, and opens none until there is space.
 */
const FULL_MS = 10 * 60_000;

/** One action of the operator; `atMs` is when it is carried out. */
export type Operation = { id: string; atMs: number };

/** The answer of an operation: the new revision of the record it was about, null for none. */
export type Written = { revision: number | null };

/**
 * Everything that is kept. There is one, in the background: the only writer. It opens on first use,
 * and every function may be called at any time after `openStore`, also synchronously.
 */
export type Store = {
  /**
   * Opens and heals by manifests (at most some 20 ms where nothing is to be healed). `read-only`:
   * a newer version has written here. A failure is tried again with the next call of anything.
   */
  ready(): Promise<Outcome<'ok' | 'read-only'>>;

  /** Reads; a failure of the database is a value. */
  read<T>(ask: (reader: Reader) => Promise<T>): Promise<Outcome<T>>;

  /**
   * Records a visit in one transaction, and answers when a sealed file has its rows too. The same
   * facts of a series within ten minutes add no row; no other row is ever dropped or replaced.
   */
  recordVisit(visit: Visit): Promise<Outcome<Recorded>>;

  /**
   * Records that a page says a listing is gone: once until it is seen again, with no price row, and
   * only of a listing seen before. Answers with how many rows that added.
   */
  recordGone(listingId: string, atMs: number): Promise<Outcome<number>>;

  /**
   * Carries out one action of the operator. `plan` works out what to write from the records as they
   * are; nothing else writes meanwhile. The answer comes after both stores hold it; a failure means
   * that it is not to be called saved. A repeated operation id is answered as before.
   */
  write(
    operation: Operation,
    plan: (reader: Reader) => Promise<Outcome<Plan>>,
  ): Promise<Outcome<Written>>;

  /**
   * Reads every record of both stores, heals what differs or is damaged, and notes the result; also
   * forgets operations of long ago. Slow (no inspection waits for it): at browser start and daily.
   */
  verify(): Promise<Outcome<Verification>>;

  /** Keeps a part of a file that is to be restored. The same part again replaces itself. */
  stagePart(part: StagingRow): Promise<Outcome<null>>;
  /** The staged text of a restore in order, null where one of the parts is not there. */
  stagedPart(restoreId: string, index: number): Promise<Outcome<string | null>>;
  /** Forgets the staged parts of a restore. */
  dropStaged(restoreId: string): Promise<Outcome<null>>;

  /** Which of the two stores can be opened, whatever `ready` says. */
  health(): Promise<StoreHealth>;
  /**
   * Deletes the stores that can't be opened, and no other, so that what is left heals them. Only
   * where `ready` says `broken`, and only after the operator has typed that it shall be so.
   */
  resetUnreadable(): Promise<Outcome<null>>;

  /** Closes the database, for tests and for an update that waits. */
  close(): void;
};

/** What the store needs from outside. */
export type StoreDeps = Pick<HistoryPlaces, 'moveFiles' | 'isNewSession'> & {
  /** `browser.storage.local`, or a fake of it. */
  area: StorageArea;
  nowMs: () => number;
  /** Where the history is kept a second time; none: nowhere. */
  files?: SealedFiles;
  /** The browser's storage buckets, where a database goes on that can't be opened; none: nowhere. */
  buckets?: Buckets | null;
  /** Another database than the extension's own, for tests. */
  name?: string;
};

/** The store over the extension's database and its second store. Touches neither until used. */
export function openStore(deps: StoreDeps): Store {
  const { area, nowMs, files, buckets = null, name } = deps;
  const place = placeOf('database', buckets);
  const database = declareDatabase(name, place);
  const second = createSecondStore(area);
  const reader = createReader(database);
  const queue = createQueue();
  const history = files && createSealedHistory({ ...deps, database, files });
  /** What both stores hold, as far as this worker knows; null asks for a comparison first. */
  let manifests: Manifests | null = null;
  let state: 'ok' | 'read-only' = 'ok';
  let starting: Promise<Outcome<'ok' | 'read-only'>> | null = null;

  /** How often the browser has closed the database under us. */
  let closings = 0;
  /** When there was no room last, ms; a small save that fits meanwhile says nothing of the next. */
  let fullAtMs: number | null = null;

  // Chromium throws a damaged database away while it is in use, and closes it under us. What it held
  // is given back now, not with the next question: a page may be looking at it. All of it is read,
  // because a write may have reached the empty one before we knew.
  database.on('close', () => {
    if (manifests === null || !database.isOpen()) return;
    manifests = null;
    closings += 1;
    setTimeout(() => void verify(), REOPEN_MS);
  });

  /** Why a store can't be read: for some time after a save found no room, that. */
  const unreadable = <T>(): Outcome<T> =>
    failed(fullAtMs !== null && nowMs() - fullAtMs < FULL_MS ? 'full' : 'broken');

  /** The failure of an error, remembered where it says that there is no room. */
  function failureFor<T>(error: unknown): Outcome<T> {
    const why = failureOf(error);
    if (why === 'full') fullAtMs = nowMs();
    return failed(why);
  }

  async function start(): Promise<Outcome<'ok' | 'read-only'>> {
    // A database that was closed under us may be another one now: a wipe, a newer version.
    if (!database.isOpen()) manifests = null;
    await place.find();
    const opened = await openDatabase(database);
    if (!opened.ok) {
      if (opened.why === 'full') fullAtMs = nowMs();
      return opened.why === 'broken' ? unreadable() : opened;
    }
    if (manifests !== null) return done(state);
    const { ours, theirs, differing } = await measured('compare records', async () => {
      const [found, other] = await Promise.all([databaseManifests(database), readSecond(second)]);
      const differing = other === null ? [] : differingKeys(found, other.manifests);
      return { ours: found, theirs: other, differing };
    });
    if (theirs === null) return unreadable();
    const sealedMonths = async () => (await history?.months()) ?? 0;
    const stores = { database, second };
    const given = await takeLeftovers(stores, { ours, theirs }, sealedMonths, nowMs());
    state = await agreeOnWriter(database, theirs.writer);
    if (state === 'read-only') {
      manifests = ours;
      return done(state);
    }
    const keys = given === theirs.manifests ? differing : differingKeys(ours, given);
    const both = { ours, theirs: given };
    // What manifests can't show may differ too; noted, so that a kill does not forget it.
    if (keys.length > 0) await database.meta.put({ name: 'mismatch', value: nowMs() });
    const healed = await settleKeys(stores, keys, both, nowMs());
    manifests = healed.manifests;
    // Nothing waits for the history: what the files give back comes as it is read.
    void history?.heal('start');
    return done(state);
  }

  /**
   * Does work on both stores; where the second one went on elsewhere meanwhile, it is compared (and
   * so completed) first, and the work is done again.
   */
  async function steadily<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SecondStoreMoved)) throw error;
      manifests = null;
      await start();
      return work();
    }
  }

  function ready(): Promise<Outcome<'ok' | 'read-only'>> {
    if (database.isOpen() && manifests !== null) return Promise.resolve(done(state));
    starting ??= queue(() => steadily(start))
      .catch((error: unknown) => failureFor<'ok'>(error))
      .finally(() => {
        starting = null;
      });
    return starting;
  }

  async function writable(): Promise<Outcome<null>> {
    const outcome = await ready();
    if (!outcome.ok) return outcome;
    return outcome.value === 'read-only' ? failed('read-only') : done(null);
  }

  async function guarded<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    const outcome = await writable();
    if (!outcome.ok) return outcome;
    try {
      return done(await work());
    } catch (error) {
      return failureFor(error);
    }
  }

  async function write(
    operation: Operation,
    plan: (reader: Reader) => Promise<Outcome<Plan>>,
  ): Promise<Outcome<Written>> {
    if (manifests === null) {
      const started = await start();
      if (!started.ok) return started;
    }
    const stores = { database, second, reader };
    const before = closings;
    const written = await carryOut(stores, operation, plan, manifests ?? {});
    manifests = before === closings ? written.manifests : null;
    return written.outcome;
  }

  /** Takes rows of a visit in one transaction; answered when the files have them too. */
  async function seen(take: () => Promise<HistoryRow[]>): Promise<HistoryRow[]> {
    const { observations, latest, changes, chunks, meta } = database;
    const tables = [observations, latest, changes, chunks, meta];
    const added = await database.transaction('rw', tables, async () => {
      await checkWriter(database);
      return take();
    });
    await history?.append(added);
    return added;
  }

  const verify = (): Promise<Outcome<Verification>> =>
    guarded(async () => {
      const records = await queue(() =>
        steadily(async () => {
          const verified = await verifyAll(database, second, nowMs());
          manifests = verified.manifests;
          return verified.verification;
        }),
      );
      const verification =
        history === undefined ? records : { ...records, history: await history.verify() };
      await noteVerification(database, verification);
      return verification;
    });

  return {
    ready,

    async read(ask) {
      const outcome = await ready();
      // Where only the second store fails, what is in the database can still be looked at.
      if (!outcome.ok && !database.isOpen()) return outcome;
      try {
        return done(await ask(reader));
      } catch (error) {
        return failed(failureOf(error));
      }
    },

    recordVisit: (visit) =>
      guarded(async () => recordedOf(await seen(() => appendVisit(database, visit)))),

    recordGone: (listingId, atMs) =>
      guarded(async () => (await seen(() => appendGone(database, listingId, atMs))).length),

    async write(operation, plan) {
      const outcome = await writable();
      if (!outcome.ok) return outcome;
      let hasHistory = false;
      const planned = async (from: Reader) => {
        const made = await plan(from);
        hasHistory = made.ok && made.value.history !== undefined;
        return made;
      };
      const written = await queue(() => steadily(() => write(operation, planned))).catch(
        (error: unknown) => failureFor<Written>(error),
      );
      if (written.ok && hasHistory) await history?.heal('operation');
      return written;
    },

    verify,

    stagePart: (part) =>
      guarded(async () => {
        await database.staging.put(part);
        return null;
      }),

    stagedPart: (restoreId, index) =>
      guarded(async () => (await database.staging.get([restoreId, index]))?.text ?? null),

    dropStaged: (restoreId) =>
      guarded(async () => {
        await database.staging
          .where('[restoreId+index]')
          .between([restoreId, 0], [restoreId, Infinity])
          .delete();
        return null;
      }),

    health: () => queue(() => healthOf({ database, place }, second)),

    async resetUnreadable() {
      const outcome = await ready();
      if (outcome.ok || outcome.why !== 'broken') return failed('conflict');
      return queue(async () => {
        manifests = null;
        return resetUnreadable({ database, place }, second);
      });
    },

    close() {
      manifests = null;
      database.close();
    },
  };
}
