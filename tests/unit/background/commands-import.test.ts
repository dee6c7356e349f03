import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand, type CommandDeps } from '../../../lib/background/commands/run-command';
import type { Metric } from '../../../lib/benchmark/keyword';
import { packWords, unpackWords } from '../../../lib/benchmark/packed-rows';
import type { Reader } from '../../../lib/db/reader';
import { openStore, type Store } from '../../../lib/db/store';
import { commandMessageSchema, type Command } from '../../../lib/messaging/commands';
import { aBenchmark, aKeyword } from '../db/examples';
import { FakeArea } from '../db/fake-area';

let store: Store;
let area: FakeArea;
let ids = 0;
let nowMs = 1000;
let name = '';
const deps: CommandDeps = {
  nowMs: () => (nowMs += 1),
  newId: () => `id-${(ids += 1)}`,
  firstListName: '关注',
  loadDemoText: () => Promise.reject(new Error('no demo here')),
};

beforeEach(async () => {
  area = new FakeArea();
  name = `import-${(ids += 1)}`;
  store = openStore({ area, nowMs: () => nowMs, name });
  await run({ kind: 'save-benchmark', benchmark: aBenchmark('b1'), baseRevision: null });
});

/** As a message: parsed after a round trip through JSON. */
function run(command: Command, operationId = `operation-${(ids += 1)}`) {
  const sent = JSON.parse(JSON.stringify({ operationId, command })) as unknown;
  return runCommand(store, commandMessageSchema.parse(sent), deps);
}

async function read<T>(use: (reader: Reader) => Promise<T>): Promise<T> {
  const outcome = await store.read(use);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.value;
}

const metric = (min: number, period = '7d'): Metric => ({
  source: '生意参谋',
  kind: '搜索人气',
  period,
  min,
  max: min * 2,
});
const imported = (
  importId: string,
  words: { word: string; metrics: Metric[] }[],
  baseRevision: number | null = null,
): Command => ({
  kind: 'import-keywords',
  importId,
  benchmarkId: 'b1',
  fileName: '搜索排行.xlsx',
  source: '生意参谋',
  period: '7d',
  packed: packWords(words),
  baseRevision,
});
const words = async () => (await read((r) => r.keywords('b1')))?.value ?? [];

describe('an import', () => {
  it('writes keywords and its own record at once, and is taken back whole', async () => {
    await run({
      kind: 'save-keywords',
      benchmarkId: 'b1',
      keywords: [aKeyword('保温杯')],
      baseRevision: null,
    });
    const before = await words();
    const answer = await run(
      imported(
        'i1',
        [
          { word: '保温杯', metrics: [metric(5)] },
          { word: '焖烧杯', metrics: [metric(7), metric(9, '30d')] },
        ],
        1,
      ),
    );
    expect(answer).toEqual({ ok: true, value: { revision: 2 } });
    expect((await words()).map((keyword) => [keyword.word, keyword.metrics])).toEqual([
      ['保温杯', [...before[0]!.metrics, metric(5)]],
      ['焖烧杯', [metric(7), metric(9, '30d')]],
    ]);
    const [head] = await read((r) => r.imports('b1'));
    expect(head?.value).toMatchObject({ added: 1, changed: 1, same: 0, fileName: '搜索排行.xlsx' });
    expect(await read((r) => r.importRows(head!.value))).toEqual([
      { word: '保温杯', metrics: [metric(5)], before: before[0]!.metrics },
      { word: '焖烧杯', metrics: [metric(7), metric(9, '30d')], before: 'none' },
    ]);

    expect(await run({ kind: 'undo-import', importId: 'i1' })).toMatchObject({ ok: true });
    expect(await words()).toEqual(before);
    expect(await read((r) => r.imports('b1'))).toEqual([]);
    const left = await read((r) => r.recordsAt(['import/i1', 'import-part/i1/0000']));
    expect(left.map((row) => row?.deleted)).toEqual([1, 1]);
    expect(await run({ kind: 'undo-import', importId: 'i1' })).toMatchObject({ ok: true });
  });

  it('of more words than a part holds reads back in order', async () => {
    const many = Array.from({ length: 24_500 }, (_, i) => ({
      word: `词${i}`,
      metrics: [metric(i)],
    }));
    await run(imported('i1', many));
    const [head] = await read((r) => r.imports('b1'));
    expect(head?.value.parts).toBe(3);
    const rows = await read((r) => r.importRows(head!.value));
    expect(rows?.map((row) => row.word)).toEqual(many.map((one) => one.word));
  });

  it('is a conflict where the keywords are not those of the preview', async () => {
    await run(imported('i1', [{ word: '保温杯', metrics: [] }]));
    const answer = await run(imported('i2', [{ word: '焖烧杯', metrics: [] }], null));
    expect(answer).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect(await read((r) => r.imports('b1'))).toHaveLength(1);
  });

  it('only the newest can be taken back, then the one before', async () => {
    await run(imported('i1', [{ word: '保温杯', metrics: [metric(5)] }]));
    await run(imported('i2', [{ word: '保温杯', metrics: [metric(6)] }], 1));
    expect(await run({ kind: 'undo-import', importId: 'i1' })).toMatchObject({
      ok: false,
      failure: { code: 'conflict' },
    });
    await run({ kind: 'undo-import', importId: 'i2' });
    expect((await words())[0]?.metrics).toEqual([metric(5)]);
    await run({ kind: 'undo-import', importId: 'i1' });
    expect(await words()).toEqual([]);
  });

  it('into a benchmark that is gone writes nothing', async () => {
    await run({ kind: 'delete-benchmark', benchmarkId: 'b1' });
    const answer = await run(imported('i1', [{ word: '保温杯', metrics: [] }]));
    expect(answer).toMatchObject({ ok: false, failure: { code: 'gone' } });
    expect(await read((r) => r.imports('b1'))).toEqual([]);
  });

  it('goes with its benchmark, and comes back with it', async () => {
    await run(imported('i1', [{ word: '保温杯', metrics: [metric(5)] }]));
    await run(imported('i2', [{ word: '保温杯', metrics: [metric(6)] }], 1));
    await run({ kind: 'save-benchmark', benchmark: aBenchmark('b2'), baseRevision: null });
    await run({ ...imported('i3', [{ word: '水杯', metrics: [] }]), benchmarkId: 'b2' } as Command);
    const verdict = {
      benchmarkId: 'b1',
      pointId: 'p1',
      listingId: 'taobao:900000000001',
      state: 'pass' as const,
      note: '',
      atMs: 5,
    };
    await run({ kind: 'set-verdict', verdict });
    const all = () => read((r) => Promise.all([r.benchmarks(), r.keywords('b1'), r.imports('b1')]));
    const before = await all();

    await run({ kind: 'delete-benchmark', benchmarkId: 'b1', deletionId: 'd1' });
    const rows = await read((r) =>
      r.recordsAt(['import/i1', 'import-part/i1/0000', 'import/i2', 'import-part/i2/0000']),
    );
    expect(rows.map((row) => row?.deleted)).toEqual([1, 1, 1, 1]);
    expect(await read((r) => r.imports('b1'))).toEqual([]);
    expect(await read((r) => r.imports('b2'))).toHaveLength(1);

    expect(await run({ kind: 'put-back-benchmark', deletionId: 'd2' })).toMatchObject({
      failure: { code: 'gone' },
    });
    expect(await run({ kind: 'put-back-benchmark', deletionId: 'd1' })).toMatchObject({ ok: true });
    const values = (of: typeof before) => [
      of[0].map((stored) => stored.value).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      of[1]?.value,
      of[2].map((stored) => stored.value),
    ];
    expect(values(await all())).toEqual(values(before));
    const [newest] = await read((r) => r.imports('b1'));
    expect(await read((r) => r.importRows(newest!.value))).toHaveLength(1);
    expect(await read((r) => r.verdictsOf(verdict.listingId))).toHaveLength(1);
    // Over a benchmark that was changed since it is a conflict.
    const changed = aBenchmark('b1', { name: '新' });
    await run({ kind: 'save-benchmark', benchmark: changed, baseRevision: 3 });
    expect(await run({ kind: 'put-back-benchmark', deletionId: 'd1' })).toMatchObject({
      failure: { code: 'conflict' },
    });
  });

  it('that is sent twice is done once', async () => {
    const command = imported('i1', [{ word: '保温杯', metrics: [metric(5)] }]);
    const first = await run(command, 'operation-same');
    expect(await run(command, 'operation-same')).toEqual(first);
    expect(await words()).toHaveLength(1);
  });

  it('is whole or not at all where either store refuses', async () => {
    area.before = () => {
      throw new Error('QUOTA_BYTES quota exceeded');
    };
    const command = imported('i1', [{ word: '保温杯', metrics: [metric(5)] }]);
    expect(await run(command)).toMatchObject({ ok: false, failure: { code: 'full' } });
    area.before = () => {};
    expect(await words()).toEqual([]);
    expect(await read((r) => r.imports('b1'))).toEqual([]);
  });
});

describe('a browser that is killed within an import', () => {
  const command = () =>
    imported(
      'i1',
      Array.from({ length: 4500 }, (_, i) => ({ word: `词${i}`, metrics: [metric(i)] })),
    );
  /** The browser opened again on the same data. */
  const reopened = () => {
    store.close();
    area.before = () => {};
    area.after = () => {};
    store = openStore({ area, nowMs: () => nowMs, name });
  };
  const here = async () => ({
    words: (await words()).length,
    rows: (await read((r) => r.imports('b1')))[0]?.value.added ?? 0,
  });

  it.each([
    ['before anything is written', 'before', { words: 0, rows: 0 }],
    ['between the two stores', 'after', { words: 4500, rows: 4500 }],
  ] as const)('%s: whole or not at all', async (_, point, expected) => {
    area[point] = () => {
      // Nothing that comes after it takes effect either: not even taking it back.
      area.before = () => {
        throw new Error('killed');
      };
      store.close();
      throw new Error('killed');
    };
    expect(await run(command())).toMatchObject({ ok: false });
    reopened();
    expect(await here()).toEqual(expected);
  });
});

describe('words in a message', () => {
  it('come out as they went in', () => {
    const given = [
      { word: '保温杯', metrics: [metric(5), metric(6, '30d')] },
      { word: '焖烧杯', metrics: [] },
      { word: '水杯', metrics: [metric(0.05)] },
    ];
    expect(unpackWords(JSON.parse(JSON.stringify(packWords(given))))).toEqual(given);
  });

  it.each([
    ['a metric that is not there', [1, 5, 5]],
    ['a place between', [0.5, 5, 5]],
    ['half a figure', [0, 5]],
    ['a range upside down', [0, 5, 4]],
    ['less than nothing', [0, -1, 4]],
  ])('%s is refused', (_, figures) => {
    const { min: _min, max: _max, ...of } = metric(5);
    expect(unpackWords({ keys: [of], rows: JSON.stringify([['保温杯', figures]]) })).toBeNull();
  });
});
