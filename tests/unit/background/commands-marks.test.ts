import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand, type CommandDeps } from '../../../lib/background/commands/run-command';
import { openStore, type Store } from '../../../lib/db/store';
import { commandMessageSchema, type Command } from '../../../lib/messaging/commands';
import { aBenchmark, aKeyword } from '../db/examples';
import { FakeArea } from '../db/fake-area';

let store: Store;
let area: FakeArea;
let ids = 0;
const deps: CommandDeps = {
  nowMs: () => 1000 + ids,
  newId: () => `id-${(ids += 1)}`,
  firstListName: '关注',
  loadDemoText: () => Promise.reject(new Error('no demo here')),
};

beforeEach(async () => {
  area = new FakeArea();
  store = openStore({ area, nowMs: deps.nowMs, name: `marks-${(ids += 1)}` });
  await run({ kind: 'save-benchmark', benchmark: aBenchmark('b1'), baseRevision: null });
  await run({
    kind: 'save-keywords',
    benchmarkId: 'b1',
    keywords: Array.from({ length: 4100 }, (_, at) => aKeyword(`词${at}`)),
    baseRevision: null,
  });
});

function run(command: Command) {
  const sent = JSON.parse(JSON.stringify({ operationId: `operation-${(ids += 1)}`, command }));
  return runCommand(store, commandMessageSchema.parse(sent), deps);
}

function mark(changes: Extract<Command, { kind: 'mark-keywords' }>['changes'], baseRevision = 1) {
  return run({ kind: 'mark-keywords', benchmarkId: 'b1', changes, baseRevision });
}

async function words() {
  const outcome = await store.read((reader) => reader.keywords('b1'));
  return outcome.ok ? (outcome.value?.value ?? []) : [];
}

/** How many records were written since, the operation's own manifests aside. */
const chunksOf = () =>
  [...area.items.keys()].filter((key) => key.includes('keyword-chunk/')).length;

describe('marking many keywords', () => {
  it('is one operation, taken back by another', async () => {
    const before = await words();
    expect(await mark([{ at: [0, 1, 4099], mark: { class: 'brand' } }])).toEqual({
      ok: true,
      value: { revision: 2 },
    });
    expect((await words()).filter((one) => one.class === 'brand').map((one) => one.word)).toEqual([
      '词0',
      '词1',
      '词4099',
    ]);
    const back = before[0]!.class;
    expect((await mark([{ at: [0, 1, 4099], mark: { class: back } }], 2)).ok).toBe(true);
    expect(await words()).toEqual(before);
    expect(chunksOf()).toBe(3);
  });

  it('leaves everything else of a keyword alone', async () => {
    const [first] = await words();
    await mark([{ at: [0], mark: { mustHave: true } }]);
    expect((await words())[0]).toEqual({ ...first, mustHave: true });
  });

  it.each([
    ['of another state', [{ at: [0], mark: { mustHave: true } }], 7, 'conflict'],
    ['of a word that there is not', [{ at: [4100], mark: { mustHave: true } }], 1, 'invalid'],
  ] as const)('writes nothing %s', async (_, changes, base, code) => {
    const before = await words();
    const answer = await mark(
      changes.map((one) => ({ at: [...one.at], mark: one.mark })),
      base,
    );
    expect(answer).toMatchObject({ ok: false, failure: { code } });
    expect(await words()).toEqual(before);
  });

  it('knows no benchmark that is gone', async () => {
    const answer = await run({
      kind: 'mark-keywords',
      benchmarkId: 'b2',
      changes: [{ at: [0], mark: { mustHave: true } }],
      baseRevision: 1,
    });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'gone' } });
  });

  it.each([
    { at: [-1], mark: { mustHave: true } },
    { at: [0.5], mark: { mustHave: true } },
    { at: [0], mark: { class: 'other' } },
    { at: [0], mark: {} },
  ])('%j does not parse', (change) => {
    const command = {
      kind: 'mark-keywords',
      benchmarkId: 'b1',
      changes: [change],
      baseRevision: 1,
    };
    expect(commandMessageSchema.safeParse({ operationId: 'operation-1', command }).success).toBe(
      false,
    );
  });
});
