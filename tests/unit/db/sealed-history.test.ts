import { describe, expect, it } from 'vitest';
import { backupTables } from '../../../lib/db/backup-tables';
import type { Database } from '../../../lib/db/database';
import { canonicalJson } from '../../../lib/listing/canonical-json';
import { writeBackup } from '../../../lib/transfer/write-backup';
import { anObservation, LISTING } from './examples';
import { DAY, HistoryPlace, START } from './history-place';

const MONTH = 31 * DAY;

async function threeMonths(): Promise<HistoryPlace> {
  const place = new HistoryPlace();
  await place.store.ready();
  for (const [index, fen] of [9900, 12900, 10900].entries()) {
    await place.visit(START + index * MONTH, fen);
  }
  return place;
}

describe('sealed history', () => {
  it('holds the rows of a visit when the visit is answered', async () => {
    const place = new HistoryPlace();
    expect(await place.visit(START, 9900)).toMatchObject({ ok: true });
    expect(place.sealed('s')).toHaveLength(1);
    expect(place.sealed()[0]).toMatch(/^2026-11\.s\.\d+\.2\./);
  });

  it('gives everything back to an emptied database', async () => {
    const place = await threeMonths();
    const before = await place.rows();
    await place.loseDatabase();
    expect(await place.rows()).toEqual(before);
    expect(before.observations).toHaveLength(3);
    expect(before.latest).toHaveLength(1);
  });

  it('gives everything back also when the empty database has new visits already', async () => {
    const place = await threeMonths();
    place.store.close();
    await place.throwDatabaseAway();
    place.store = place.open();
    await place.visit(START + 4 * MONTH, 7700);
    await place.restart();
    expect(await place.fens()).toEqual([9900, 12900, 10900, 7700]);
  });

  it('writes missing and damaged files again, and keeps a damaged one as it lies', async () => {
    const place = await threeMonths();
    const [first = '', second = ''] = place.sealed();
    place.files.files.delete(first);
    await place.restart();
    expect(place.sealed('b')).toHaveLength(1);
    place.files.flip(second, 77);
    expect(await place.store.verify()).toMatchObject({
      ok: true,
      value: { history: { months: 3, given: 0, quarantined: 0, resealed: 1, unsealed: 0 } },
    });
    expect([...place.files.aside.keys()]).toEqual([second]);
    const before = await place.rows();
    await place.loseDatabase();
    expect(await place.rows()).toEqual(before);
  });

  it('seals a database of before, and one whose files are all gone', async () => {
    const place = await threeMonths();
    await place.inDatabase((database) => database.table('chunks').clear());
    await place.inDatabase((database) => database.table('meta').delete('historySettled'));
    place.loseFiles();
    await place.restart();
    expect(place.sealed('b')).toHaveLength(3);
    await place.loseDatabase();
    expect(await place.fens()).toEqual([9900, 12900, 10900]);
  });

  it('reads no file at a start where nothing differs', async () => {
    const place = await threeMonths();
    await place.restart();
    const { gets, puts } = place.files;
    await place.restart();
    expect([place.files.gets, place.files.puts]).toEqual([gets, puts]);
  });

  it('brings nothing back that the operator took out', async () => {
    const place = await threeMonths();
    const { observations, changes } = await place.rows();
    const last = START + 2 * MONTH;
    await place.takeOut(observations, changes, [last]);
    expect(await place.rows()).toMatchObject({ observations: [], changes: [], latest: [] });
    await place.restart();
    await place.loseDatabase();
    expect(await place.rows()).toMatchObject({ observations: [], changes: [], latest: [] });
    place.loseFiles();
    await place.restart();
    await place.loseDatabase();
    expect(await place.rows()).toMatchObject({ observations: [], changes: [], latest: [] });
  });

  it('brings nothing back after a kill between the database and the files', async () => {
    const place = await threeMonths();
    const { observations } = await place.rows();
    place.files.failing = 'internal';
    await place.takeOut(observations);
    place.files.failing = null;
    await place.restart();
    expect(await place.fens()).toEqual([]);
    await place.loseDatabase();
    expect(await place.fens()).toEqual([]);
  });

  it('keeps what was taken out and then brought back by a restore', async () => {
    const place = await threeMonths();
    const { observations } = await place.rows();
    await place.takeOut(observations);
    await place.change({ kind: 'add', rows: { latest: [], observations, changes: [] } });
    await place.loseDatabase();
    expect(await place.fens()).toEqual([9900, 12900, 10900]);
    place.loseFiles();
    await place.restart();
    await place.loseDatabase();
    expect(await place.fens()).toEqual([9900, 12900, 10900]);
  });

  it('corrects a row that was damaged where it lies, and sets the damaged one aside', async () => {
    const place = await threeMonths();
    const [row] = (await place.rows()).observations;
    const damaged = { ...row, publicPrice: { ...row?.publicPrice, minFen: 1, maxFen: 1 } };
    await place.inDatabase((database) => database.table('observations').put(damaged));
    const verified = await place.store.verify();
    expect(verified).toMatchObject({ value: { history: { given: 1, quarantined: 1 } } });
    expect(await place.fens()).toEqual([9900, 12900, 10900]);
    const { quarantine } = await place.rows();
    expect(quarantine).toMatchObject([{ from: 'database', why: 'wrong-checksum', row: damaged }]);
  });

  it('brings back rows that vanished from the database one by one', async () => {
    const place = await threeMonths();
    const before = await place.rows();
    await place.inDatabase((database) => database.table('observations').clear());
    await place.inDatabase((database) => database.table('latest').clear());
    await place.store.verify();
    expect(await place.rows()).toEqual(before);
  });

  it('keeps both of two rows that were seen in the same millisecond before and after a loss', async () => {
    const place = await threeMonths();
    place.store.close();
    await place.throwDatabaseAway();
    place.store = place.open();
    // Before the comparison has come that far.
    await place.visit(START, 5500);
    await place.restart();
    expect(new Set(await place.fens())).toEqual(new Set([5500, 9900, 10900, 12900]));
    await place.loseDatabase();
    expect(new Set(await place.fens())).toEqual(new Set([5500, 9900, 10900, 12900]));
  });

  it('makes few files of many, and loses none of their rows', async () => {
    const place = new HistoryPlace();
    await place.store.ready();
    for (let n = 0; n < 400; n += 1) await place.visit(START + n, 100 + n);
    await place.restart();
    expect(place.sealed().length).toBeLessThanOrEqual(42);
    expect(place.sealed('b')).toHaveLength(1);
    const before = await place.rows();
    expect(before.observations).toHaveLength(400);
    await place.loseDatabase();
    expect(canonicalJson(await place.rows())).toBe(canonicalJson(before));
  }, 60_000);

  it('puts visits of one moment into one file', async () => {
    const place = new HistoryPlace();
    await place.store.ready();
    const listings = Array.from({ length: 20 }, (_, index) => `taobao:9000000000${10 + index}`);
    await Promise.all(listings.map((listing) => place.visit(START, 9900, listing)));
    expect(place.sealed().length).toBeLessThan(20);
    await place.loseDatabase();
    expect((await place.rows()).observations).toHaveLength(20);
  });

  it('answers visits and keeps them in the database where no file can be written', async () => {
    const place = new HistoryPlace();
    await place.store.ready();
    place.files.failing = 'full';
    expect(await place.visit(START, 9900)).toMatchObject({ ok: true });
    expect(await place.store.verify()).toMatchObject({ value: { history: { unsealed: 1 } } });
    place.files.failing = null;
    await place.restart();
    await place.loseDatabase();
    expect(await place.fens()).toEqual([9900]);
  });

  it('asks for a full verification where a start finds them to differ', async () => {
    const place = await threeMonths();
    await place.restart();
    expect(await place.read((reader) => reader.foundMismatch())).toBe(false);
    place.loseFiles();
    await place.restart();
    expect(await place.read((reader) => reader.foundMismatch())).toBe(true);
  });

  it('gives the same backup, byte for byte, of a database that it healed', async () => {
    const place = await threeMonths();
    const backup = () =>
      place.inDatabase(async (database) => {
        const { file, leftOut } = await writeBackup(backupTables(database as Database), START);
        return { text: await file.text(), leftOut };
      });
    const before = await backup();
    expect(before.leftOut).toBe(0);
    expect(before.text.length).toBeGreaterThan(3000);
    await place.loseDatabase();
    expect(await backup()).toEqual(before);
  });

  it('files times of far away', async () => {
    const place = new HistoryPlace();
    await place.store.ready();
    for (const atMs of [0, Date.UTC(2126, 0), Date.UTC(9999, 11, 31), 9_000_000_000_000_000]) {
      const rows = [anObservation(atMs, 100)];
      await place.change({ kind: 'add', rows: { latest: [], observations: rows, changes: [] } });
    }
    await place.restart();
    await place.loseDatabase();
    expect((await place.rows()).observations.map((row) => row.atMs)).toEqual([
      0,
      Date.UTC(2126, 0),
      Date.UTC(9999, 11, 31),
      9_000_000_000_000_000,
    ]);
    expect(await place.read((reader) => reader.observationsOf(LISTING, 0))).toHaveLength(4);
  });
});
