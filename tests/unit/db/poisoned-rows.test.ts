import { describe, expect, it } from 'vitest';
import { anObservation, aSnapshot, LISTING } from './examples';
import { DAY, HistoryPlace, START } from './history-place';

/** 1,000 rows as a fault or a stranger might leave them, over all three tables of the history. */
async function poison(place: HistoryPlace): Promise<void> {
  const { series } = anObservation(0, 0);
  const bad = (n: number) => [
    { series, listingId: LISTING, atMs: START + 1000 + n },
    { ...anObservation(START + 2000 + n, 1), steps: 'none' },
    { ...anObservation(START - 60 * DAY + n, 1), publicPrice: { minFen: '12' } },
    { series, listingId: LISTING, atMs: `never ${n}` },
    { series, listingId: LISTING, atMs: -1 - n },
    { series: `s${n}`, atMs: START, when: new Date(0), more: new Map([[1, 2n]]) },
  ];
  await place.inDatabase(async (database) => {
    const rows = Array.from({ length: 130 }, (_, n) => bad(n)).flat();
    await database.table('observations').bulkPut(rows);
    const sets = Array.from({ length: 110 }, (_, n) => ({
      listingId: LISTING,
      atMs: START + 5000 + n,
      changes: [{ kind: 'nothing known' }],
    }));
    await database.table('changes').bulkPut(sets);
    const snapshots = Array.from({ length: 110 }, (_, n) => ({
      listingId: `taobao:90000000${1000 + n}`,
      seenAtMs: START + n,
      snapshot: { title: n },
    }));
    await database.table('latest').bulkPut(snapshots);
  });
}

async function poisoned(): Promise<HistoryPlace> {
  const place = new HistoryPlace();
  await place.store.ready();
  await place.visit(START, 9900);
  await place.visit(START + DAY, 12900);
  await poison(place);
  return place;
}

describe('1,000 rows that do not parse', () => {
  it('are not shown, and the rest is, before anything has looked for them', async () => {
    const place = await poisoned();
    const { series } = anObservation(0, 0);
    const fens = (rows: { publicPrice: { minFen: number | null } | null }[]) =>
      rows.map((row) => row.publicPrice?.minFen);
    expect(fens(await place.read((r) => r.historyOf(series, 0)))).toEqual([9900, 12900]);
    expect(fens(await place.read((r) => r.observationsOf(LISTING, 0)))).toEqual([9900, 12900]);
    expect((await place.read((r) => r.lastBefore(series, START + 3000)))?.atMs).toBe(START);
    expect(await place.read((r) => r.changesOf(LISTING, 500))).toHaveLength(2);
    expect(await place.read((r) => r.changesSince(0, 500))).toHaveLength(2);
    expect(await place.read((r) => r.newest(500))).toHaveLength(1);
    expect(await place.read((r) => r.latestOf('taobao:900000001007'))).toBeNull();
    expect(await place.visit(START + 2 * DAY, 8800)).toMatchObject({ ok: true });
  });

  it('are set aside by a verification, each once, and nothing else is touched', async () => {
    const place = await poisoned();
    const verified = await place.store.verify();
    expect(verified).toMatchObject({ value: { history: { quarantined: 1000, unsealed: 0 } } });
    const rows = await place.rows();
    expect(rows.quarantine).toHaveLength(1000);
    expect(await place.fens()).toEqual([9900, 12900]);
    expect([rows.changes.length, rows.latest.length]).toEqual([2, 1]);
    await place.store.verify();
    expect((await place.rows()).quarantine).toHaveLength(1000);
    await place.loseDatabase();
    expect(await place.fens()).toEqual([9900, 12900]);
  });

  it('are listed, and come back where they can be read by now', async () => {
    const place = await poisoned();
    await place.store.verify();
    const aside = await place.read((reader) => reader.setAside());
    expect(aside).toHaveLength(1000);
    expect(await place.restoreAside(aside[0]?.id ?? '')).toMatchObject({ why: 'invalid' });
    // As after an update of the extension that can read it.
    const readable = anObservation(START + 5 * DAY, 7700);
    await place.inDatabase((database) =>
      database.table('quarantine').update(aside[0]?.id, {
        key: `observations/["${readable.series}",${readable.atMs}]`,
        row: readable,
      }),
    );
    expect(await place.restoreAside(aside[0]?.id ?? '')).toMatchObject({ ok: true });
    expect(await place.fens()).toEqual([9900, 12900, 7700]);
    expect(await place.restoreAside('no such thing')).toMatchObject({ why: 'gone' });
    await place.loseDatabase();
    expect(await place.fens()).toEqual([9900, 12900, 7700]);
  });

  it('takes back a snapshot and changes too', async () => {
    const place = await poisoned();
    const snapshot = aSnapshot(START, 'taobao:900000000777');
    const rows = [
      { key: 'latest/x', row: { listingId: snapshot.listingId, seenAtMs: START, snapshot } },
      { key: 'changes/x', row: place.changed(START + 9, 3, 'taobao:900000000777') },
    ];
    await place.inDatabase((database) =>
      database.table('quarantine').bulkPut(
        rows.map((own) => ({
          ...own,
          id: own.key,
          from: 'database',
          why: 'does-not-parse',
          atMs: 1,
        })),
      ),
    );
    for (const { key } of rows) expect(await place.restoreAside(key)).toMatchObject({ ok: true });
    expect((await place.read((r) => r.latestOf(snapshot.listingId)))?.seenAtMs).toBe(START);
    expect(await place.read((r) => r.changesOf(snapshot.listingId, 5))).toHaveLength(1);
  });
});
