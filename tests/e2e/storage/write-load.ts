import { packWords } from '../../../lib/benchmark/packed-rows.ts';
import { aBenchmark } from '../../unit/db/examples.ts';
import { contentOf, readBoth, tell, type BothStores } from './both-stores.ts';
import { actionAt, firstBenchmarks, type Action } from './operations.ts';
import type { RawPage } from './raw-browser.ts';

/** The head of an import and its rows. */
const IMPORTED = /^import(-part)?\/i1/;

/** What the operator was told, and whether it is so: the oracle of the campaigns that kill browsers. */
export class WriteLoad {
  /** Record key → what it says, by the last answered save. */
  readonly acknowledged = new Map<string, string>();
  /** The save of each lane that had no answer yet when the browser died. */
  readonly #open = new Map<string, Action>();
  readonly #lanes: readonly string[];
  readonly #revisions = new Map<string, number>();
  #turn = 0;
  #going = false;
  #running: Promise<void>[] = [];
  answered = 0;
  /** Saves that were answered with a failure: nothing was promised. */
  refused = 0;

  constructor(lanes: readonly string[]) {
    this.#lanes = lanes;
  }

  /** Saves what the lanes work on. */
  async prepare(page: RawPage): Promise<void> {
    for (const benchmark of this.#lanes.flatMap((lane) => firstBenchmarks(lane))) {
      const command = { kind: 'save-benchmark', benchmark, baseRevision: null };
      const operationId = `prepare-${benchmark.id}`;
      const reply = await tell(page, 'command', { operationId, command });
      if (reply?.ok !== true) throw new Error(JSON.stringify(reply));
      this.acknowledged.set(`benchmark/${benchmark.id}`, contentOf(benchmark));
    }
  }

  /** Imports words, whose rows the second store keeps in a sealed file. */
  async prepareImport(page: RawPage): Promise<void> {
    const words = Array.from({ length: 300 }, (_, n) => ({
      word: `防晒衣 ${n}`,
      metrics: [{ source: '生意参谋', kind: '搜索人气', period: '7d', min: n, max: n * 2 }],
    }));
    const benchmark = aBenchmark('imported');
    const own = { benchmarkId: benchmark.id, fileName: 'w.csv', source: '生意参谋', period: '7d' };
    const packed = packWords(words);
    for (const command of [
      { kind: 'save-benchmark', benchmark, baseRevision: null },
      { kind: 'import-keywords', importId: 'i1', ...own, packed, baseRevision: null },
    ]) {
      const reply = await tell(page, 'command', { operationId: command.kind, command });
      if (reply?.ok !== true) throw new Error(JSON.stringify(reply));
    }
    for (const [key, row] of (await readBoth(page)).database) {
      if (IMPORTED.test(key)) this.acknowledged.set(key, contentOf(row.value));
    }
  }

  /** Lets every lane save one thing after the other until `stop` or the browser's death. */
  go(page: RawPage): void {
    this.#going = true;
    this.#running = this.#lanes.map(async (lane) => {
      let lastAnsweredMs = performance.now();
      while (this.#going) {
        const n = (this.#turn += 1);
        const action = await actionAt(n, (key) => this.#revisions.get(key) ?? null, lane);
        this.#open.set(lane, action);
        const operationId = `turn-${lane}-${n}-${performance.now().toFixed(0)}`;
        const reply = await tell<{ revision: number }>(page, 'command', {
          operationId,
          command: action.command,
        }).catch(() => null);
        if (reply === null) return;
        if (!reply.ok) {
          // Said to be not saved: it may be so for a moment, while Chromium puts a store aside.
          this.#open.delete(lane);
          this.refused += 1;
          if (performance.now() - lastAnsweredMs > 30_000) {
            throw new Error(`${lane} ${n}: ${JSON.stringify(reply)}`);
          }
          await new Promise((resolve) => setTimeout(resolve, 300));
          continue;
        }
        lastAnsweredMs = performance.now();
        this.answered += 1;
        this.#open.delete(lane);
        if (action.kind === 'keywords') {
          this.#revisions.set(`keyword-set/${lane}-first`, reply.value.revision);
        }
        for (const [key, content] of action.after) this.acknowledged.set(key, content);
      }
    });
  }

  /** Waits until nothing is under way any more. */
  async stop(): Promise<void> {
    this.#going = false;
    await Promise.all(this.#running);
  }

  /**
   * Compares the stores with what the operator was told, and takes what stands as what is so. Each
   * line of the answer is a record that is lost, stale, or of an action half done.
   */
  check({ database }: BothStores): string[] {
    const wrong: string[] = [];
    const isNow = (key: string) => {
      const row = database.get(key);
      return row === undefined || row.deleted === 1 ? undefined : contentOf(row.value);
    };
    for (const [lane, { kind, after }] of this.#open) {
      const done = [...after].filter(([key, content]) => isNow(key) === content).length;
      const old = [...after].filter(([key]) => isNow(key) === this.acknowledged.get(key)).length;
      if (done === after.size) {
        for (const [key, content] of after) this.acknowledged.set(key, content);
      } else if (old !== after.size) wrong.push(`${lane}: ${kind} is half done`);
    }
    this.#open.clear();
    for (const lane of this.#lanes) {
      const key = `keyword-set/${lane}-first`;
      const revision = database.get(key)?.revision;
      if (revision !== undefined) this.#revisions.set(key, revision);
    }
    for (const [key, content] of this.acknowledged) {
      const now = isNow(key);
      if (now === undefined) wrong.push(`${key} is lost`);
      else if (now !== content) wrong.push(`${key} is stale`);
    }
    return wrong;
  }

  /**
   * Compares the two stores, once they have been verified: what differs has one place only. Rows of
   * imports lie in files there; the database's own show what those hold, when it had to be healed.
   */
  differing({ database, second }: BothStores): string[] {
    return [...this.acknowledged.keys()]
      .filter((key) => !key.startsWith('import-part/'))
      .filter((key) => database.get(key)?.checksum !== second.get(key)?.checksum)
      .map((key) => `${key} differs between the stores`);
  }
}
