import { ok, deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Observation } from '../../../lib/listing/series';
import { DAY, HistoryPlace, START } from './history-place';

const LOSSES = [
  'none',
  'none',
  'database lost',
  'database set back to before',
  'files lost',
  'a file lost',
  'a byte of a file flipped',
  'a row damaged in the database',
  'rows gone from the database',
  'snapshots gone from the database',
  'database lost, then visited before it is healed',
] as const;

const steps = fc.array(
  fc.record({
    act: fc.constantFrom('visit', 'visit', 'visit', 'take out', 'bring back'),
    /** Few times, so that rows meet at the same one; in months that lie apart and side by side. */
    atMs: fc
      .tuple(fc.constantFrom(-62, 0, 21, 31, 400), fc.nat(1))
      .map(([days, ms]) => START + days * DAY + ms),
    pick: fc.nat(7),
    fault: fc.constantFrom('none', 'none', 'none', 'no room for files', 'killed at the files'),
    loss: fc.constantFrom(...LOSSES),
    /** Which file, and which byte of it. */
    at: fc.nat(),
  }),
  { minLength: 1, maxLength: 10 },
);
type Step = (typeof steps extends fc.Arbitrary<infer T> ? T : never)[number];

describe('any visits, deletions, and losses of one of the two', () => {
  it('lose no row that was answered, and bring none back that was taken out', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const place = new HistoryPlace();
        await place.store.ready();
        const model = new Model(place);
        for (const [index, step] of plan.entries()) {
          await model.act(step, 1000 + index * 2);
          await model.lose(step, 1001 + index * 2);
          await model.expectAll(step.loss);
        }
        await place.loseDatabase();
        await model.expectAll('database lost at the end');
        place.loseFiles();
        await place.restart();
        await place.loseDatabase();
        await model.expectAll('files lost, then the database');
        place.store.close();
      }),
      { numRuns: 30 },
    );
  }, 240_000);
});

class Model {
  /** Prices that must be there, each of one visit; and those that may be. */
  readonly must = new Set<number>();
  readonly may = new Set<number>();
  #out: Observation[] = [];
  #before: Dump = new Map();

  constructor(readonly place: HistoryPlace) {}

  async act({ act, atMs, pick, fault, loss }: Step, fen: number): Promise<void> {
    const { place } = this;
    if (loss === 'database set back to before') this.#before = await dumped(place);
    const { files } = place;
    if (fault === 'no room for files') files.failing = 'full';
    if (fault === 'killed at the files') files.after = () => new Promise(() => {});
    if (act === 'visit') {
      this.may.add(fen);
      if (await answered(place.visit(atMs, fen), fault)) this.must.add(fen);
    } else if (act === 'take out') {
      await this.#takeOut(pick, fault);
    } else {
      const rows = this.#out.slice(0, 1 + (pick % 3));
      const fens = rows.map(fenOf);
      const work = { kind: 'add' as const, rows: { latest: [], observations: rows, changes: [] } };
      for (const one of fens) this.may.add(one);
      if (await answered(place.change(work), fault)) for (const one of fens) this.must.add(one);
    }
    files.failing = null;
    files.after = () => Promise.resolve();
    // One loss at a time: what could not be sealed is sealed by the next worker.
    if (fault !== 'none') await place.restart();
    await this.#settle();
  }

  async #takeOut(pick: number, fault: string): Promise<void> {
    const rows = (await this.place.rows()).observations;
    const some = rows.filter((_, index) => (pick >> (index % 3)) % 2 === 1);
    for (const row of some) this.must.delete(fenOf(row));
    this.#out = [...some, ...this.#out];
    if (await answered(this.place.takeOut(some), fault)) {
      for (const row of some) this.may.delete(fenOf(row));
    }
  }

  async lose({ loss, at, atMs }: Step, fen: number): Promise<void> {
    const { place } = this;
    const names = place.sealed();
    const name = names[at % Math.max(1, names.length)];
    if (loss === 'database lost') return place.loseDatabase();
    if (loss === 'database set back to before') await setBack(place, this.#before);
    if (loss === 'files lost') place.loseFiles();
    if (loss === 'a file lost' && name !== undefined) place.files.files.delete(name);
    if (loss === 'a byte of a file flipped' && name !== undefined) place.files.flip(name, at);
    if (loss === 'rows gone from the database') {
      await place.inDatabase((database) => database.table('observations').clear());
    }
    if (loss === 'snapshots gone from the database') {
      await place.inDatabase((database) => database.table('latest').clear());
    }
    if (loss === 'a row damaged in the database') await this.#damage(at);
    if (loss === 'database lost, then visited before it is healed') {
      place.store.close();
      await place.throwDatabaseAway();
      place.store = place.open();
      await place.visit(atMs, fen);
      for (const known of [this.must, this.may]) known.add(fen);
    }
    await place.restart();
    const verified = await place.store.verify();
    deepEqual(verified.ok && verified.value.history?.unsealed, 0);
  }

  async #damage(at: number): Promise<void> {
    const rows = (await this.place.rows()).observations;
    const row = rows[at % Math.max(1, rows.length)];
    if (row === undefined) return;
    const damaged = at % 2 === 0 ? { ...row, steps: 'x' } : { ...row, account: 'logged-out' };
    await this.place.inDatabase((database) => database.table('observations').put(damaged));
  }

  /** What is there now stands from here on. */
  async #settle(): Promise<void> {
    const now = new Set((await this.place.rows()).observations.map(fenOf));
    for (const fen of this.must) ok(now.has(fen), `lost ${fen}`);
    for (const fen of now) {
      ok(this.may.has(fen), `brought back ${fen}`);
      this.must.add(fen);
    }
    for (const fen of this.may) if (!now.has(fen)) this.may.delete(fen);
  }

  async expectAll(why: string): Promise<void> {
    const { observations, changes, latest } = await this.place.rows();
    const fens = observations.map(fenOf).toSorted((a, b) => a - b);
    deepEqual(
      fens,
      [...this.must].toSorted((a, b) => a - b),
      why,
    );
    // Changes are never taken out here; each visit made one.
    const told = JSON.stringify(changes);
    const untold = fens.filter((fen) => !told.includes(`"${fen}"`));
    deepEqual(untold, [], why);
    deepEqual(latest.length > 0, changes.length > 0, why);
  }
}

type Dump = Map<string, unknown[]>;

const TABLES = ['observations', 'changes', 'latest', 'chunks', 'meta'];

/** The rows of the history and of its book. */
async function dumped(place: HistoryPlace): Promise<Dump> {
  return place.inDatabase(async (database) => {
    const dump: Dump = new Map();
    for (const table of TABLES) dump.set(table, await database.table(table).toArray());
    return dump;
  });
}

async function setBack(place: HistoryPlace, dump: Dump): Promise<void> {
  await place.inDatabase(async (database) => {
    for (const [table, rows] of dump) {
      await database.table(table).clear();
      await database.table(table).bulkPut(rows);
    }
  });
}

function fenOf(row: Observation): number {
  return row.publicPrice?.minFen ?? 0;
}

/** Whether it was answered; a worker that was killed answers nothing. */
async function answered(work: Promise<{ ok: boolean }>, fault: string): Promise<boolean> {
  if (fault !== 'killed at the files') return (await work).ok;
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, 30))]);
  return false;
}
