import '../../../lib/zod-jitless';
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../lib/background/commands/run-command';
import { existingDatabase } from '../../../lib/db/database';
import { openReading, type Reading } from '../../../lib/db/reading';
import { openStore, type Store } from '../../../lib/db/store';
import { useLive } from '../../../lib/db/use-live';
import type { Command } from '../../../lib/messaging/commands';
import { aBenchmark, aKeyword, anObservation, aSnapshot, LISTING } from '../../unit/db/examples';
import { FakeArea } from '../../unit/db/fake-area';

/* What only a real IndexedDB shows; the rules themselves are held by tests/unit/db. */

let names = 0;
const run = Date.now();
const stores: Store[] = [];

function aPlace() {
  const place = {
    area: new FakeArea(),
    name: `store-${run}-${(names += 1)}`,
    store: null! as Store,
  };
  place.store = open(place);
  return place;
}

function open({ area, name }: { area: FakeArea; name: string }): Store {
  const store = openStore({ area, nowMs: () => 1, name });
  stores.push(store);
  return store;
}

afterEach(() => {
  vi.restoreAllMocks();
  for (const store of stores.splice(0)) store.close();
});

let operations = 0;
const command = (store: Store, wanted: Command) =>
  runCommand(
    store,
    { operationId: `operation-${(operations += 1)}`, command: wanted },
    {
      nowMs: () => 1,
      newId: () => `id-${(operations += 1)}`,
      firstListName: '关注',
      loadDemoText: () => Promise.reject(new Error('none')),
    },
  );
const saveBenchmark = (id: string, name = 'a', baseRevision: number | null = null): Command => ({
  kind: 'save-benchmark',
  benchmark: aBenchmark(id, { name }),
  baseRevision,
});

describe('the store in Chromium', () => {
  it('flushes what it writes to the disk', async () => {
    const { store } = aPlace();
    const seen: string[] = [];
    // oxlint-disable-next-line typescript/unbound-method -- applied to its own `this` below
    const transaction = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function spied(
      this: IDBDatabase,
      ...args: Parameters<typeof transaction>
    ) {
      const started = transaction.apply(this, args);
      if (started.mode === 'readwrite') seen.push(started.durability);
      return started;
    });
    await store.ready();
    seen.length = 0;
    await command(store, saveBenchmark('b1'));
    await store.recordVisit({
      snapshot: aSnapshot(5),
      observations: [anObservation(5, 100)],
      changes: null,
    });
    // One transaction for each, and both on the disk before they count as done.
    expect(seen).toEqual(['strict', 'strict']);
  });

  it('leaves nothing of a write that fails half-way', async () => {
    const { store, name } = aPlace();
    await command(store, saveBenchmark('b1'));
    await command(store, saveBenchmark('b2'));
    // oxlint-disable-next-line typescript/unbound-method -- applied to its own `this` below
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function failing(
      this: IDBObjectStore,
      ...args: Parameters<typeof put>
    ) {
      puts += 1;
      if (puts === 2) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    // Two records change: the second one's write fails.
    await command(store, { kind: 'pin-benchmark', listingId: LISTING, benchmarkId: 'b1' });
    vi.restoreAllMocks();
    const failing = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await command(store, saveBenchmark('b2', 'new', 1))).toEqual({
      ok: false,
      failure: { code: 'full' },
    });
    failing.mockRestore();
    const reading = await openReading(name);
    const benchmarks = await reader(reading);
    expect(benchmarks.map((b) => [b.value.name, b.value.pinnedListingIds])).toEqual([
      ['a', []],
      ['a', []],
    ]);
    reading.close();
    expect(await command(store, saveBenchmark('b2', 'new', 1))).toMatchObject({ ok: true });
  });

  it('saves and reads 50,000 keywords, and starts again within moments', async () => {
    const place = aPlace();
    await command(place.store, saveBenchmark('b1'));
    const keywords = Array.from({ length: 50_000 }, (_, n) => aKeyword(`保温杯大容量${n}`));
    const saved = performance.now();
    expect(
      await command(place.store, {
        kind: 'save-keywords',
        benchmarkId: 'b1',
        keywords,
        baseRevision: null,
      }),
    ).toEqual({ ok: true, value: { revision: 1 } });
    const read = performance.now();
    const answer = await place.store.read((from) => from.keywords('b1'));
    const done = performance.now();
    expect(answer.ok && answer.value?.value).toEqual(keywords);
    place.store.close();

    const again = open(place);
    const starting = performance.now();
    await again.ready();
    const started = performance.now();
    console.info(
      `50,000 keywords: save ${Math.round(read - saved)} ms, read ${Math.round(done - read)} ms, ` +
        `start ${Math.round(started - starting)} ms`,
    );
    // Generous, for a loaded machine; a start that read the records would take ten times that.
    expect(started - starting).toBeLessThan(500);
  });

  it('says that it is blocked by another page, and goes on when that has let go', async () => {
    const { store, name } = aPlace();
    const holding = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
    });
    expect(await store.ready()).toEqual({ ok: false, why: 'blocked' });
    expect(await command(store, saveBenchmark('b1'))).toEqual({
      ok: false,
      failure: { code: 'blocked' },
    });
    holding.close();
    await vi.waitFor(async () => expect(await store.ready()).toEqual({ ok: true, value: 'ok' }), {
      timeout: 10_000,
    });
    expect(await command(store, saveBenchmark('b1'))).toMatchObject({ ok: true });
  });

  it('comes back by itself when the database is deleted under it', async () => {
    const { store, name } = aPlace();
    await command(store, saveBenchmark('b1'));
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
    const answer = await store.read((from) => from.benchmarks());
    expect(answer).toMatchObject({ ok: true, value: [{ value: { id: 'b1' } }] });
  });

  it('writes into a database of a newer schema only what its writer allows', async () => {
    const place = aPlace();
    await command(place.store, saveBenchmark('b1'));
    place.store.close();
    const database = existingDatabase(place.name);
    await database.open();
    await database.table('meta').put({ name: 'minimumWriter', value: 2 });
    database.close();
    const older = open(place);
    expect(await older.ready()).toEqual({ ok: true, value: 'read-only' });
    expect(await command(older, saveBenchmark('b1', 'x', 1))).toMatchObject({
      failure: { code: 'read-only' },
    });
    const recorded = await older.recordVisit({
      snapshot: aSnapshot(5),
      observations: [],
      changes: null,
    });
    expect(recorded).toEqual({ ok: false, why: 'read-only', field: undefined });
  });
});

describe('a page that reads live', () => {
  it('shows a save of the background without being told', async () => {
    const { store, name } = aPlace();
    await store.ready();
    const reading = await openReading(name);
    const root = document.createElement('div');
    document.body.append(root);
    function Names() {
      const live = useLive(() => reader(reading), []);
      return (
        <p>{live.state === 'value' ? live.value.map((b) => b.value.name).join() : live.state}</p>
      );
    }
    render(<Names />, root);
    expect(root.textContent).toBe('loading');
    await vi.waitFor(() => expect(root.textContent).toBe(''));
    await command(store, saveBenchmark('b1', '保温杯'));
    await vi.waitFor(() => expect(root.textContent).toBe('保温杯'));
    render(null, root);
    root.remove();
    reading.close();
  });
});

function reader(reading: Reading) {
  return reading.reader.benchmarks();
}
