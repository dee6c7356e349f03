import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand, type CommandDeps } from '../../../lib/background/commands/run-command';
import { openStore, type Store } from '../../../lib/db/store';
import type { Reader } from '../../../lib/db/reader';
import type { Command } from '../../../lib/messaging/commands';
import { settingsFrom } from '../../../lib/settings';
import { aBenchmark, aKeyword, LISTING } from '../db/examples';
import { FakeArea } from '../db/fake-area';

let store: Store;
let area: FakeArea;
let ids = 0;
let operations = 0;
const deps: CommandDeps = {
  nowMs: () => 1_000,
  newId: () => `id-${(ids += 1)}`,
  firstListName: '关注',
  loadDemoText: () => Promise.reject(new Error('no demo here')),
};

beforeEach(() => {
  area = new FakeArea();
  store = openStore({ area, nowMs: () => 1_000, name: `commands-${(ids += 1)}` });
});

function run(command: Command, operationId = `operation-${(operations += 1)}`) {
  return runCommand(store, { operationId, command }, deps);
}

async function read<T>(use: (reader: Reader) => Promise<T>): Promise<T> {
  const outcome = await store.read(use);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.value;
}

const saveBenchmark = (id: string, baseRevision: number | null = null, name = 'a'): Command => ({
  kind: 'save-benchmark',
  benchmark: aBenchmark(id, { name }),
  baseRevision,
});

describe('benchmarks', () => {
  it('saves, counts revisions and names the one that an edit was based on', async () => {
    expect(await run(saveBenchmark('b1'))).toEqual({ ok: true, value: { revision: 1 } });
    expect(await run(saveBenchmark('b1', 1, 'second'))).toEqual({
      ok: true,
      value: { revision: 2 },
    });
    expect(await run(saveBenchmark('b1', 1, 'third'))).toMatchObject({
      ok: false,
      failure: { code: 'conflict' },
    });
    expect((await read((r) => r.benchmark('b1')))?.value.name).toBe('second');
  });

  it('answers a repeated operation as before and does it once', async () => {
    const first = await run(saveBenchmark('b1'), 'operation-same');
    await run(saveBenchmark('b1', 1, 'later'));
    expect(await run(saveBenchmark('b1'), 'operation-same')).toEqual(first);
    expect((await read((r) => r.benchmark('b1')))?.value.name).toBe('later');
  });

  it('deletes with keywords and verdicts, and comes back by saving again', async () => {
    await run(saveBenchmark('b1'));
    await run({
      kind: 'save-keywords',
      benchmarkId: 'b1',
      keywords: [aKeyword('保温杯')],
      baseRevision: null,
    });
    const verdict = {
      benchmarkId: 'b1',
      pointId: 'p1',
      listingId: LISTING,
      state: 'pass' as const,
      note: '',
      atMs: 5,
    };
    await run({ kind: 'set-verdict', verdict });
    await run({ kind: 'delete-benchmark', benchmarkId: 'b1' });
    expect(await read((r) => r.benchmarks())).toEqual([]);
    expect(await read((r) => r.keywords('b1'))).toBeNull();
    expect(await read((r) => r.verdictsOf(LISTING))).toEqual([]);
    expect(await run(saveBenchmark('b1', 1))).toMatchObject({ failure: { code: 'gone' } });
    expect(await run(saveBenchmark('b1'))).toEqual({ ok: true, value: { revision: 3 } });
  });

  it('pins a listing to one benchmark only', async () => {
    await run(saveBenchmark('b1'));
    await run(saveBenchmark('b2'));
    await run({ kind: 'pin-benchmark', listingId: LISTING, benchmarkId: 'b1' });
    await run({ kind: 'pin-benchmark', listingId: LISTING, benchmarkId: 'b2' });
    const pinned = (await read((r) => r.benchmarks())).map((b) => b.value.pinnedListingIds);
    expect(pinned).toEqual([[], [LISTING]]);
    expect(
      await run({ kind: 'pin-benchmark', listingId: LISTING, benchmarkId: 'b9' }),
    ).toMatchObject({ failure: { code: 'gone' } });
  });
});

describe('keywords', () => {
  it('keeps 4,500 in order in chunks and rewrites only the chunk that changed', async () => {
    await run(saveBenchmark('b1'));
    const keywords = Array.from({ length: 4500 }, (_, index) => aKeyword(`词${index}`));
    const save = (words: typeof keywords, baseRevision: number | null) =>
      run({ kind: 'save-keywords', benchmarkId: 'b1', keywords: words, baseRevision });
    expect(await save(keywords, null)).toEqual({ ok: true, value: { revision: 1 } });
    expect((await read((r) => r.keywords('b1')))?.value).toEqual(keywords);

    const chunk = (index: number) => area.items.get(`r/keyword-chunk/b1/000${index}`);
    const before = [chunk(0), chunk(1), chunk(2)];
    const edited = keywords.with(2500, aKeyword('改'));
    expect(await save(edited, 1)).toEqual({ ok: true, value: { revision: 2 } });
    expect([chunk(0) === before[0], chunk(1) === before[1], chunk(2) === before[2]]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await save(keywords, 1)).toMatchObject({ failure: { code: 'conflict' } });
    expect(await save(keywords.slice(0, 10), 2)).toEqual({ ok: true, value: { revision: 3 } });
    expect(await read((r) => r.keywords('b1'))).toMatchObject({ revision: 3, damaged: false });
    expect(await read((r) => r.keywordCount('b1'))).toEqual({ revision: 3, count: 10 });
  });

  it('refuses keywords of a benchmark that is not there', async () => {
    expect(
      await run({ kind: 'save-keywords', benchmarkId: 'b1', keywords: [], baseRevision: null }),
    ).toMatchObject({ failure: { code: 'gone' } });
  });
});

describe('watchlists', () => {
  const watch = (on: boolean, listId: string | null = null, listingId = LISTING): Command => ({
    kind: 'watch',
    listingId,
    listId,
    on,
  });

  it('makes the first list with the first star and uses it from then on', async () => {
    expect(await run(watch(true))).toEqual({ ok: true, value: { revision: 1 } });
    await run(watch(true, null, 'taobao:900000000002'));
    const lists = await read((r) => r.lists());
    expect(lists.map((list) => list.value.name)).toEqual(['关注']);
    expect(lists[0]?.value.entries).toEqual([
      { listingId: LISTING, addedAtMs: 1000 },
      { listingId: 'taobao:900000000002', addedAtMs: 1000 },
    ]);
    expect(await run(watch(true))).toEqual({ ok: true, value: { revision: 2 } });
  });

  it('takes a listing off every list in one operation, and the others stay', async () => {
    const other = { listingId: 'taobao:900000000002', addedAtMs: 1 };
    const entries = [{ listingId: LISTING, addedAtMs: 1 }, other];
    for (const id of ['l1', 'l2'])
      await run({ kind: 'save-list', list: { id, name: id, entries }, baseRevision: null });
    expect(await run({ kind: 'unwatch', listingId: LISTING })).toMatchObject({ ok: true });
    const lists = await read((r) => r.lists());
    expect(lists.map((list) => list.value.entries)).toEqual([[other], [other]]);
    expect(lists.map((list) => list.revision)).toEqual([2, 2]);
    expect(await run({ kind: 'unwatch', listingId: LISTING })).toMatchObject({ ok: true });
  });

  it('keeps the owner of a note that is saved without one, and takes it away when told to', async () => {
    const note = {
      kind: 'save-note' as const,
      listingId: LISTING,
      text: '盯价格',
      tags: [],
    };
    await run({ ...note, owner: '小林' });
    await run({ ...note, text: '' });
    expect((await read((r) => r.note(LISTING)))?.value).toMatchObject({ text: '', owner: '小林' });
    await run({ ...note, text: '', owner: '' });
    expect(await read((r) => r.note(LISTING))).toBeNull();
  });

  it('takes a star from the first list that holds the listing', async () => {
    const entries = [{ listingId: LISTING, addedAtMs: 1 }];
    await run({
      kind: 'save-list',
      list: { id: 'l1', name: 'a', entries: [] },
      baseRevision: null,
    });
    await run({ kind: 'save-list', list: { id: 'l2', name: 'b', entries }, baseRevision: null });
    await run(watch(false));
    const lists = await read((r) => r.lists());
    expect(lists.map((list) => list.value.entries)).toEqual([[], []]);
    expect(await run(watch(false))).toEqual({ ok: true, value: { revision: null } });
    expect(await run(watch(true, 'l9'))).toMatchObject({ failure: { code: 'gone' } });
  });
});

describe('notes and settings', () => {
  it('deletes a note that is emptied', async () => {
    await run({ kind: 'save-note', listingId: LISTING, text: '主图换了', tags: ['盯'] });
    expect((await read((r) => r.note(LISTING)))?.value).toEqual({
      listingId: LISTING,
      text: '主图换了',
      tags: ['盯'],
      updatedAtMs: 1000,
    });
    await run({ kind: 'save-note', listingId: LISTING, text: ' ', tags: [] });
    expect(await read((r) => r.note(LISTING))).toBeNull();
  });

  it('changes only the settings that are named', async () => {
    await run({ kind: 'save-settings', patch: { theme: 'dark' } });
    await run({ kind: 'save-settings', patch: { language: 'en' } });
    await run({ kind: 'set-site', host: 'detail.tmall.com', on: false });
    const settings = settingsFrom((await read((r) => r.settings()))?.value);
    expect(settings).toMatchObject({
      theme: 'dark',
      language: 'en',
      offHosts: ['detail.tmall.com'],
    });
  });

  it('keeps a shop once, by seller', async () => {
    const shop = { kind: 'set-my-shop', shopId: '11', sellerId: '22' } as const;
    await run({ ...shop, name: '泊岸旗舰店', on: true });
    await run({ ...shop, name: '泊岸', on: true });
    const shops = async () => settingsFrom((await read((r) => r.settings()))?.value).myShops;
    expect(await shops()).toEqual([{ shopId: '11', sellerId: '22', name: '泊岸' }]);
    await run({ ...shop, name: '', on: false });
    expect(await shops()).toEqual([]);
    expect(
      await run({ kind: 'set-my-shop', shopId: null, sellerId: null, name: 'x', on: true }),
    ).toMatchObject({ failure: { code: 'invalid' } });
  });
});
