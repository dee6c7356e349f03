import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { BankSession } from '../../../entrypoints/options/bank-worker/bank-session';
import type {
  BankAnswers,
  BankQuestion,
} from '../../../entrypoints/options/bank-worker/bank-messages';
import { textAt } from '../../../entrypoints/options/bank-worker/texts';
import { WHOLE_BANK } from '../../../lib/analysis/bank/bank-query';
import { runCommand, type CommandDeps } from '../../../lib/background/commands/run-command';
import { packWords } from '../../../lib/benchmark/packed-rows';
import { keywordsBegun } from '../../../lib/db/keywords-begun';
import { openReading } from '../../../lib/db/reading';
import { openStore } from '../../../lib/db/store';
import type { Command } from '../../../lib/messaging/commands';
import { aBenchmark } from '../db/examples';
import { FakeArea } from '../db/fake-area';

const BASIS = { source: '搜索分析', period: '7d' };
let ids = 0;
let nowMs = 0;
let name = '';
let session: BankSession;
let run: (command: Command) => Promise<unknown>;
const deps: CommandDeps = {
  nowMs: () => (nowMs += 1000),
  newId: () => `id-${(ids += 1)}`,
  firstListName: '关注',
  loadDemoText: () => Promise.reject(new Error('no demo here')),
};

beforeEach(async () => {
  name = `bank-${(ids += 1)}`;
  nowMs = 1000;
  const store = openStore({ area: new FakeArea(), nowMs: () => nowMs, name });
  run = (command) => runCommand(store, { operationId: `operation-${(ids += 1)}`, command }, deps);
  await run({ kind: 'save-benchmark', benchmark: aBenchmark('b1'), baseRevision: null });
  const { reader } = await openReading(name);
  session = new BankSession(
    async () => reader,
    async () => (text) => [text],
  );
});

function imported(importId: string, figures: Record<string, number>, baseRevision: number | null) {
  const words = Object.entries(figures).map(([word, min]) => ({
    word,
    metrics: [{ ...BASIS, kind: '搜索人气', min, max: min }],
  }));
  const { source, period } = BASIS;
  const head = { importId, benchmarkId: 'b1', fileName: 'a.xlsx', source, period, baseRevision };
  return run({ kind: 'import-keywords', ...head, packed: packWords(words) });
}

async function ask<A extends BankQuestion['ask']>(
  question: Extract<BankQuestion, { ask: A }>,
  stamp = 'now',
): Promise<BankAnswers[A]> {
  const answer = await session.answer({ of: { benchmarkId: 'b1', stamp }, ...question });
  if (typeof answer === 'string') throw new Error(answer);
  return answer as BankAnswers[A];
}

const wordsOf = ({ texts, classes }: BankAnswers['bank']) =>
  Array.from(classes, (_, at) => textAt(texts, at));

describe('a bank in its worker', () => {
  it('has every word with its figures, and is read again when it has changed', async () => {
    await imported('i1', { 防晒衣: 100, 皮肤衣: 50 }, null);
    const bank = await ask({ ask: 'bank', basis: null });
    expect(wordsOf(bank)).toEqual(['防晒衣', '皮肤衣']);
    expect(bank.basis).toEqual(BASIS);
    expect(bank.columns.map(({ kind, share, min }) => [kind, share, [...min]])).toEqual([
      ['搜索人气', false, [100, 50]],
    ]);
    await imported('i2', { 冰丝: 7 }, 1);
    expect(wordsOf(await ask({ ask: 'bank', basis: null }))).toHaveLength(2);
    expect(wordsOf(await ask({ ask: 'bank', basis: null }, 'later'))).toHaveLength(3);
  });

  it('says which figures are of an older import, and sorts them behind', async () => {
    await imported('i1', { 旧: 900, 防晒衣: 100 }, null);
    await imported('i2', { 防晒衣: 120, 皮肤衣: 200 }, 1);
    const { columns, newestMs, older } = await ask({ ask: 'dates', basis: BASIS });
    expect(older).toBe(1);
    expect(columns[0]?.atMs[0]).toBeLessThan(newestMs ?? 0);
    expect(columns[0]?.atMs[1]).toBe(newestMs);
    const sort = { by: 'figure', kind: '搜索人气', down: true } as const;
    const { order } = await ask({ ask: 'order', basis: BASIS, query: { ...WHOLE_BANK, sort } });
    const words = wordsOf(await ask({ ask: 'bank', basis: null }));
    expect(Array.from(order, (at) => words[at])).toEqual(['皮肤衣', '防晒衣', '旧']);
  });

  it('shows only the words with a root, none where there is no such root', async () => {
    await imported('i1', { 防晒衣: 3, 冰丝: 2, 冰丝防晒衣: 1 }, null);
    const orderOf = async (root: string) => {
      const { order } = await ask({ ask: 'order', basis: BASIS, query: { ...WHOLE_BANK, root } });
      return [...order];
    };
    expect(await orderOf('冰丝')).toEqual([1, 2]);
    expect(await orderOf('没有')).toEqual([]);
  });

  it('tells what moved, and that a table is gone that was taken back', async () => {
    await imported('i1', { 防晒衣: 100, 旧: 5 }, null);
    await imported('i2', { 防晒衣: 300, 新: 5 }, 1);
    const { tables } = await ask({ ask: 'tables' });
    expect(tables.map(({ importId, words }) => [importId, words])).toEqual([
      ['i2', 2],
      ['i1', 2],
    ]);
    const question = {
      ask: 'movements',
      before: { importId: 'i1', basis: BASIS },
      after: { importId: 'i2', basis: BASIS },
      kind: '搜索人气',
    } as const;
    const { texts, movements, figures, counts } = await ask(question);
    expect(Array.from(movements, (_, at) => textAt(texts, at))).toEqual(['新', '防晒衣', '旧']);
    expect([...figures]).toEqual([NaN, NaN, 5, 5, 100, 100, 300, 300, 5, 5, NaN, NaN]);
    expect(counts).toMatchObject({ new: 1, rising: 1, gone: 1, falling: 0 });
    await run({ kind: 'undo-import', importId: 'i2' });
    await expect(ask(question, 'later')).rejects.toThrow('gone');
  });

  it('holds the words shown against titles', async () => {
    await imported('i1', { 防晒衣: 3, 冰丝: 2, 骑行: 1 }, null);
    const titles = [
      { title: '屿澄防晒衣', mine: true },
      { title: '冰丝防晒衣', mine: false },
    ];
    const { order, counts } = await ask({
      ask: 'gaps',
      basis: BASIS,
      query: WHOLE_BANK,
      view: 'theirs',
      titles,
    });
    expect([...order]).toEqual([1]);
    expect(counts).toEqual({ all: 3, theirs: 1, ours: 0, nobody: 1 });
  });

  it('begins with the first chunk, which the page reads by itself', async () => {
    const { reader } = await openReading(name);
    expect(await keywordsBegun(reader, 'b1')).toBeNull();
    const words = Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`词${at}`, at]));
    await imported('i1', words, null);
    const begun = await keywordsBegun(reader, 'b1');
    expect(begun).toMatchObject({ revision: 1, count: 2500 });
    expect(begun?.first).toHaveLength(2000);
    expect(begun?.first[0]).toMatchObject({ word: '词0' });
  });
});
