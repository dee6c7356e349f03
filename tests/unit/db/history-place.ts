import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { planRestoreAside } from '../../../lib/background/commands/plan-set-aside';
import { existingDatabase } from '../../../lib/db/database';
import type { HistoryWork } from '../../../lib/db/history-rows';
import { historyFileOf, type Level } from '../../../lib/db/history/file-name';
import { done } from '../../../lib/db/outcome';
import type { SealedFiles } from '../../../lib/db/sealed-files';
import type { Reader } from '../../../lib/db/reader';
import type { QuarantineRow } from '../../../lib/db/rows';
import { openStore, type Store } from '../../../lib/db/store';
import type { ChangeSet } from '../../../lib/listing/change';
import type { Observation } from '../../../lib/listing/series';
import { anObservation, aSnapshot, LISTING } from './examples';
import { FakeArea } from './fake-area';
import { FakeFiles } from './fake-files';

export const DAY = 24 * 3600_000;
/** 2026-11-10, noon, UTC. */
export const START = Date.UTC(2026, 10, 10, 12);
let names = 0;

/** The history of one extension: database, sealed files, and the worker that holds both. */
export class HistoryPlace {
  readonly area = new FakeArea();
  files = new FakeFiles();
  /** The sealed files as they were left, where they went on elsewhere; how often they did. */
  oldFiles: FakeFiles | null = null;
  moves = 0;
  canMove = true;
  /** Nothing was verified yet since the browser's start. */
  isNewSession = true;
  readonly name = `history-${(names += 1)}`;
  store: Store = this.open();
  #operations = 0;

  open(): Store {
    const { area, name } = this;
    const files: SealedFiles = {
      put: (file, bytes) => this.files.put(file, bytes),
      get: (file) => this.files.get(file),
      names: () => this.files.names(),
      writtenAtMs: (file) => this.files.writtenAtMs(file),
      remove: (file) => this.files.remove(file),
      setAside: (file) => this.files.setAside(file),
    };
    return openStore({
      area,
      files,
      moveFiles: () => this.#move(),
      isNewSession: () => Promise.resolve(this.isNewSession),
      nowMs: () => START,
      name,
    });
  }

  #move(): Promise<boolean> {
    if (!this.canMove) return Promise.resolve(false);
    this.oldFiles = this.files;
    this.files = new FakeFiles();
    for (const [file, bytes] of this.oldFiles.files) this.files.files.set(file, bytes);
    this.moves += 1;
    return Promise.resolve(true);
  }

  /** Another worker; it has compared and healed what it found. */
  async restart(): Promise<void> {
    this.store.close();
    this.store = this.open();
    await this.store.ready();
    await this.#healed();
  }

  /** A visit that saw one price; answered when it is kept. */
  visit(atMs: number, fen: number, listingId = LISTING) {
    return this.store.recordVisit({
      snapshot: aSnapshot(atMs, listingId),
      observations: [anObservation(atMs, fen, listingId)],
      changes: this.changed(atMs, fen, listingId),
    });
  }

  changed(atMs: number, fen: number, listingId = LISTING): ChangeSet {
    return {
      listingId,
      atMs,
      sinceMs: 0,
      changes: [{ kind: 'title', added: [`${fen}`], removed: [] }],
    };
  }

  /** An operation of the operator that adds to the history or takes out of it. */
  change(work: HistoryWork) {
    const id = `operation-${(this.#operations += 1)}`;
    return this.store.write({ id, atMs: START }, () =>
      Promise.resolve(done({ writes: [], answerKey: null, history: [work] })),
    );
  }

  /** Takes a listing's rows out, as taking out the demo does. */
  async takeOut(rows: Observation[], sets: ChangeSet[] = [], seenAtMs: number[] = []) {
    return this.change({
      kind: 'remove',
      keys: {
        latest: seenAtMs.map((at) => ({ listingId: LISTING, seenAtMs: at })),
        observations: rows.map((row) => [row.series, row.atMs]),
        changes: sets.map((set) => [set.listingId, set.atMs]),
      },
    });
  }

  /** The operator asks for a row that was set aside. */
  restoreAside(id: string) {
    const operation = { id: `operation-${(this.#operations += 1)}`, atMs: START };
    return this.store.write(operation, (reader) => planRestoreAside(reader, id));
  }

  async read<T>(use: (reader: Reader) => Promise<T>): Promise<T> {
    const outcome = await this.store.read(use);
    if (!outcome.ok) throw new Error(outcome.why);
    return outcome.value;
  }

  /** Everything of the history tables, as it lies. */
  async rows() {
    return this.inDatabase(async (database) => ({
      observations: await database.table<Observation>('observations').toArray(),
      changes: await database.table<ChangeSet>('changes').toArray(),
      latest: await database.table('latest').toArray(),
      quarantine: await database.table<QuarantineRow>('quarantine').toArray(),
    }));
  }

  async fens(): Promise<(number | undefined)[]> {
    return (await this.rows()).observations.map((row) => row.publicPrice?.minFen);
  }

  /** The names of the sealed files of a level. */
  sealed(level?: Level): string[] {
    const files = [...this.files.files.keys()].map(historyFileOf).filter((file) => file !== null);
    return files.filter((file) => level === undefined || file.level === level).map((f) => f.name);
  }

  async loseDatabase(): Promise<void> {
    this.store.close();
    await Dexie.delete(this.name);
    await this.restart();
  }

  /** Throws the database away as it stands, whoever has it open. */
  throwDatabaseAway(): Promise<void> {
    return Dexie.delete(this.name);
  }

  loseFiles(): void {
    this.files.files.clear();
  }

  async inDatabase<T>(work: (database: Dexie) => Promise<T>): Promise<T> {
    const database = existingDatabase(this.name);
    await database.open();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }

  // An operation that changes nothing is answered after the comparison that the start began.
  async #healed(): Promise<void> {
    await this.change({ kind: 'add', rows: { latest: [], observations: [], changes: [] } });
  }
}
