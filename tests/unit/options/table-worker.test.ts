import { expect, test } from 'vitest';
import { TableWorker } from '../../../entrypoints/options/table-worker';
import type { TableAnswer, TableRequest } from '../../../lib/transfer/tables/table-session';

/** A worker that does what it is told to with each request. */
class FakeWorker extends EventTarget {
  ended = false;
  asked: TableRequest[] = [];
  constructor(readonly act: (worker: FakeWorker, request: TableRequest) => void) {
    super();
  }
  postMessage(request: TableRequest): void {
    this.asked.push(request);
    queueMicrotask(() => this.act(this, request));
  }
  say(data: TableAnswer): void {
    if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data }));
  }
  terminate(): void {
    this.ended = true;
  }
}

function workers(...acts: FakeWorker['act'][]) {
  const made: FakeWorker[] = [];
  const start = () => {
    const worker = new FakeWorker(acts[made.length] ?? (() => {}));
    made.push(worker);
    return worker as unknown as Worker;
  };
  return { made, tables: new TableWorker(start, 60) };
}

const PASTE: TableRequest = { ask: 'paste', text: '词' };
const TOO_SLOW = { is: 'fault', fault: { code: 'too-slow' } };
const EMPTY: TableAnswer = { is: 'fault', fault: { code: 'empty' } };
const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

test('a worker that hangs is ended, and the next question has a new one', async () => {
  const { made, tables } = workers(
    () => {},
    (worker) => worker.say(EMPTY),
  );
  expect(await tables.ask(PASTE)).toEqual(TOO_SLOW);
  expect(made[0]?.ended).toBe(true);
  expect(await tables.ask(PASTE)).toEqual(EMPTY);
  expect(made).toHaveLength(2);
});

test('one that breaks down is ended at once', async () => {
  const { made, tables } = workers((worker) => worker.dispatchEvent(new Event('error')));
  const startMs = performance.now();
  expect(await tables.ask(PASTE)).toEqual(TOO_SLOW);
  expect(performance.now() - startMs).toBeLessThan(50);
  expect(made[0]?.ended).toBe(true);
});

test('one that tells how far it is has more time', async () => {
  const shares: number[] = [];
  const { tables } = workers((worker) => {
    void (async () => {
      for (const share of [0.2, 0.4, 0.6]) {
        await rest(35);
        worker.say({ is: 'share', share });
      }
      worker.say(EMPTY);
    })();
  });
  expect(await tables.ask(PASTE, (share) => shares.push(share))).toEqual(EMPTY);
  expect(shares).toEqual([0.2, 0.4, 0.6]);
});

test('questions are answered one after the other, each by its own answer', async () => {
  const { made, tables } = workers((worker, request) =>
    setTimeout(
      () => worker.say({ is: 'words', packed: { keys: [], rows: '[]' } }),
      request.ask === 'paste' ? 20 : 0,
    ),
  );
  const mapping = { sheet: 0, roles: [], source: 'other', period: null } as const;
  const order: string[] = [];
  await Promise.all([
    tables.ask(PASTE).then(() => order.push('paste')),
    tables
      .ask({ ask: 'words', mapping: { ...mapping, roles: [] } })
      .then(() => order.push('words')),
  ]);
  expect(order).toEqual(['paste', 'words']);
  expect(made[0]?.asked.map((request) => request.ask)).toEqual(['paste', 'words']);
});

test('leaving the room ends the worker and answers what is due', async () => {
  const { made, tables } = workers(() => {});
  const due = tables.ask(PASTE);
  await rest(5);
  tables.end();
  expect(await due).toEqual(TOO_SLOW);
  expect(made[0]?.ended).toBe(true);
});
