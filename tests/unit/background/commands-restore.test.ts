import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand, type CommandDeps } from '../../../lib/background/commands/run-command';
import { restoreCommit, restorePart } from '../../../lib/background/restore';
import { openReading } from '../../../lib/db/reading';
import type { Reader } from '../../../lib/db/reader';
import { openStore, type Store } from '../../../lib/db/store';
import type { Command } from '../../../lib/messaging/commands';
import { settingsFrom } from '../../../lib/settings';
import { previewRestore } from '../../../lib/transfer/preview-restore';
import { textIn } from '../../../lib/transfer/read-backup';
import { writeBackup } from '../../../lib/transfer/write-backup';
import { aBenchmark, aKeyword, anObservation, aSnapshot, LISTING } from '../db/examples';
import { FakeArea } from '../db/fake-area';
import { FakeFiles } from '../db/fake-files';

const DAY = 24 * 3600_000;
let ids = 0;
let nowMs = 100 * DAY;
let demoText = '';

type Place = { store: Store; name: string; area: FakeArea; files: FakeFiles };

function aPlace(): Place {
  const area = new FakeArea();
  const name = `restore-${(ids += 1)}`;
  const files = new FakeFiles();
  return { store: openStore({ area, files, nowMs: () => nowMs, name }), name, area, files };
}

const deps: CommandDeps = {
  nowMs: () => nowMs,
  newId: () => `id-${(ids += 1)}`,
  firstListName: '关注',
  loadDemoText: () => Promise.resolve(demoText),
};

async function run({ store }: Place, command: Command) {
  const result = await runCommand(store, { operationId: `operation-${(ids += 1)}`, command }, deps);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

async function read<T>({ store }: Place, use: (reader: Reader) => Promise<T>): Promise<T> {
  const outcome = await store.read(use);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.value;
}

async function exported({ store, name }: Place): Promise<string> {
  await store.ready();
  const reading = await openReading(name);
  const text = await (await writeBackup(reading.backupTables, 50 * DAY)).file.text();
  reading.close();
  return text;
}

async function restore({ store }: Place, text: string, operationId = `operation-${(ids += 1)}`) {
  const restoreId = `restore-${(ids += 1)}`;
  const parts = [text.slice(0, 700), text.slice(700, 1900), text.slice(1900)];
  for (const [index, part] of parts.entries()) {
    expect(await restorePart(store, { restoreId, index, text: part }, nowMs)).toMatchObject({
      ok: true,
    });
  }
  return restoreCommit(store, { restoreId, parts: parts.length, operationId }, nowMs);
}

async function preview(place: Place, text: string) {
  return read(place, async (reader) => {
    const answer = await previewRestore(textIn(text), text.length, reader);
    if (!answer.ok) throw new Error(answer.fault.code);
    return answer.preview;
  });
}

const words = (count: number) => Array.from({ length: count }, (_, n) => aKeyword(`词${n}`));
const saveKeywords = (count: number, baseRevision: number | null): Command => ({
  kind: 'save-keywords',
  benchmarkId: 'b1',
  keywords: words(count),
  baseRevision,
});

/** A place with something in every table. */
async function aFullPlace(): Promise<Place> {
  const place = aPlace();
  await run(place, { kind: 'save-benchmark', benchmark: aBenchmark('b1'), baseRevision: null });
  await run(place, { kind: 'save-benchmark', benchmark: aBenchmark('b2'), baseRevision: null });
  await run(place, { kind: 'delete-benchmark', benchmarkId: 'b2' });
  await run(place, saveKeywords(2100, null));
  await run(place, { kind: 'save-note', listingId: LISTING, text: '主图换了', tags: ['盯'] });
  await run(place, { kind: 'watch', listingId: LISTING, listId: null, on: true });
  const shop = { shopId: null, sellerId: '77', name: '泊岸' };
  await run(place, { kind: 'set-my-shop', ...shop, on: true });
  for (const [atMs, fen] of [
    [DAY, 12900],
    [2 * DAY, 9900],
  ] as const) {
    await place.store.recordVisit({
      snapshot: aSnapshot(atMs),
      observations: [anObservation(atMs, fen)],
      changes: { listingId: LISTING, atMs, sinceMs: 0, changes: [] },
    });
  }
  return place;
}

let full: Place;
beforeEach(async () => {
  nowMs = 100 * DAY;
  full = await aFullPlace();
});

describe('a restore', () => {
  it('into an empty place gives the same file again, byte for byte', async () => {
    const text = await exported(full);
    expect(text).toContain('"keyword-chunk/b1/0001"');
    const empty = aPlace();
    expect(await restore(empty, text)).toEqual({ ok: true, value: null });
    expect(await exported(empty)).toBe(text);
    expect((await read(empty, (r) => r.keywords('b1')))?.value).toEqual(words(2100));
    // And the second store and the sealed files have it too: a new database heals from them.
    const { area, files } = empty;
    const name = `healed-${(ids += 1)}`;
    const healed = { ...empty, name, store: openStore({ area, files, nowMs: () => nowMs, name }) };
    expect(await healed.store.verify()).toMatchObject({ ok: true });
    expect(await exported(healed)).toBe(text);
  });

  it('changes nothing where everything is there, and says so first', async () => {
    const text = await exported(full);
    const before = await preview(full, text);
    expect(before.records.benchmark).toEqual({ added: 0, changed: 0, newerHere: 0, same: 1 });
    expect(before.observations).toEqual({ added: 0, changed: 0, newerHere: 0, same: 2 });
    await restore(full, text);
    expect(await exported(full)).toBe(text);
  });

  it('takes the file where both differ, keeps what it replaces, and leaves other records', async () => {
    const text = await exported(full);
    nowMs += DAY;
    await run(full, saveKeywords(4500, 1));
    await run(full, {
      kind: 'save-benchmark',
      benchmark: aBenchmark('b1', { name: '改过的' }),
      baseRevision: 1,
    });
    await run(full, { kind: 'save-benchmark', benchmark: aBenchmark('b3'), baseRevision: null });
    await run(full, { kind: 'save-note', listingId: LISTING, text: '', tags: [] });
    const before = await preview(full, text);
    expect(before.records.benchmark).toEqual({ added: 0, changed: 1, newerHere: 1, same: 0 });
    expect(before.records.note).toEqual({ added: 1, changed: 0, newerHere: 0, same: 0 });

    await restore(full, text);
    const benchmarks = await read(full, (r) => r.benchmarks());
    expect(benchmarks.map((b) => b.value.name).sort()).toEqual(['保温杯 b1', '保温杯 b3']);
    expect(await read(full, (r) => r.keywords('b1'))).toMatchObject({ damaged: false });
    expect((await read(full, (r) => r.keywords('b1')))?.value).toHaveLength(2100);
    const beyond = await read(full, (r) => r.recordsAt(['keyword-chunk/b1/0002']));
    expect(beyond.map((row) => row?.deleted)).toEqual([1]);
    expect((await read(full, (r) => r.note(LISTING)))?.value.text).toBe('主图换了');
    const aside = await read(full, (r) => r.setAside());
    expect(aside.map((row) => row.key)).toContain('benchmark/b1');
    expect(JSON.stringify(aside)).toContain('改过的');
  });

  it('keeps both where a key holds other facts, and adds nothing the second time', async () => {
    const other = aPlace();
    await other.store.recordVisit({
      snapshot: aSnapshot(DAY),
      observations: [anObservation(DAY, 10900)],
      changes: null,
    });
    const text = await exported(full);
    await restore(other, text);
    const series = anObservation(0, 0).series;
    const history = () => read(other, (r) => r.historyOf(series, 0));
    expect((await history()).map((row) => [row.atMs, row.publicPrice?.minFen])).toEqual([
      [DAY, 10900],
      [DAY + 1, 12900],
      [2 * DAY, 9900],
    ]);
    expect((await read(other, (r) => r.latestOf(LISTING)))?.seenAtMs).toBe(2 * DAY);
    await other.store.recordVisit({
      snapshot: aSnapshot(3 * DAY),
      observations: [],
      changes: null,
    });
    await restore(other, text);
    expect(await history()).toHaveLength(3);
    // Of two snapshots the newer one stands, and that is the one here.
    expect((await read(other, (r) => r.latestOf(LISTING)))?.seenAtMs).toBe(3 * DAY);
  });

  it('changes nothing for a damaged file or a missing part, and names what is wrong', async () => {
    const text = await exported(full);
    const empty = aPlace();
    expect(await restore(empty, text.replace('12900', '12901'))).toEqual({
      ok: false,
      failure: { code: 'invalid', field: 'wrong-checksum' },
    });
    expect(
      await restoreCommit(
        empty.store,
        { restoreId: 'nothing', parts: 2, operationId: 'operation-x' },
        nowMs,
      ),
    ).toEqual({ ok: false, failure: { code: 'gone', field: 'parts' } });
    expect(await read(empty, (r) => r.benchmarks())).toEqual([]);
    expect(empty.area.sets).toBe(0);
  });

  it('answers a repeat after the parts are gone', async () => {
    const empty = aPlace();
    const text = await exported(full);
    await restore(empty, text, 'operation-once');
    const again = { restoreId: 'nothing', parts: 1, operationId: 'operation-once' };
    expect(await restoreCommit(empty.store, again, nowMs)).toEqual({ ok: true, value: null });
  });
});

describe('the demo', () => {
  beforeEach(async () => {
    demoText = await exported(full);
  });

  it('comes with times up to today and goes without a trace', async () => {
    const place = aPlace();
    await place.store.ready();
    const empty = await exported(place);
    await run(place, { kind: 'load-demo' });
    const series = anObservation(0, 0).series;
    // The file is of day 50, now is day 100.
    expect((await read(place, (r) => r.historyOf(series, 0))).map((row) => row.atMs)).toEqual([
      51 * DAY,
      52 * DAY,
    ]);
    expect(await read(place, (r) => r.benchmarks())).toHaveLength(1);
    const settings = settingsFrom((await read(place, (r) => r.settings()))?.value);
    expect(settings.myShops).toEqual([{ shopId: null, sellerId: '77', name: '泊岸' }]);

    await run(place, { kind: 'remove-demo' });
    const text = await exported(place);
    const tables = (JSON.parse(text) as { tables: Record<string, { key: string }[]> }).tables;
    expect(tables['records']?.map((row) => row.key)).toEqual(['settings/all']);
    expect([tables['latest'], tables['observations'], tables['changes']]).toEqual([[], [], []]);
    expect(empty).toContain('"records":[\n],');

    await run(place, { kind: 'load-demo' });
    expect(await read(place, (r) => r.benchmarks())).toHaveLength(1);
    await run(place, { kind: 'remove-demo' });
    expect(await read(place, (r) => r.benchmarks())).toEqual([]);
  });

  it('loads once', async () => {
    const place = aPlace();
    const first = await run(place, { kind: 'load-demo' });
    expect(await run(place, { kind: 'load-demo' })).toEqual(first);
  });

  it('leaves what the operator changed, added or saw since', async () => {
    const place = aPlace();
    await run(place, { kind: 'load-demo' });
    await run(place, {
      kind: 'save-benchmark',
      benchmark: aBenchmark('b1', { name: '我的' }),
      baseRevision: 1,
    });
    await run(place, { kind: 'save-benchmark', benchmark: aBenchmark('b9'), baseRevision: null });
    await place.store.recordVisit({
      snapshot: aSnapshot(nowMs),
      observations: [anObservation(nowMs, 8900)],
      changes: null,
    });
    await run(place, { kind: 'remove-demo' });
    expect((await read(place, (r) => r.benchmarks())).map((b) => b.value.name).sort()).toEqual([
      '保温杯 b9',
      '我的',
    ]);
    expect(await read(place, (r) => r.keywords('b1'))).toMatchObject({ damaged: false });
    expect(await read(place, (r) => r.lists())).toEqual([]);
    const history = await read(place, (r) => r.historyOf(anObservation(0, 0).series, 0));
    expect(history.map((row) => row.atMs)).toEqual([nowMs]);
    expect((await read(place, (r) => r.latestOf(LISTING)))?.seenAtMs).toBe(nowMs);
  });

  it('keeps a benchmark whole on which the operator set a state by hand', async () => {
    const place = aPlace();
    await run(place, { kind: 'load-demo' });
    const verdict = { benchmarkId: 'b1', pointId: 'p1', listingId: LISTING, note: '', atMs: 1 };
    await run(place, { kind: 'set-verdict', verdict: { ...verdict, state: 'pass' } });
    await run(place, { kind: 'remove-demo' });
    expect(await read(place, (r) => r.benchmarks())).toHaveLength(1);
    expect((await read(place, (r) => r.keywords('b1')))?.value).toHaveLength(2100);
  });

  it('adds only: what is there under the same key stays and is not taken out', async () => {
    const place = aPlace();
    const mine = aBenchmark('b1', { name: '早就有的' });
    await run(place, { kind: 'save-benchmark', benchmark: mine, baseRevision: null });
    await run(place, { kind: 'load-demo' });
    expect((await read(place, (r) => r.benchmark('b1')))?.value.name).toBe('早就有的');
    await run(place, { kind: 'remove-demo' });
    expect((await read(place, (r) => r.benchmark('b1')))?.value.name).toBe('早就有的');
  });
});
