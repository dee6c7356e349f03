import { bankOrder, newestOf } from '../../../lib/analysis/bank/bank-query';
import { bankRoots } from '../../../lib/analysis/bank/bank-roots';
import { gapMatrix, inGapView, type GapView } from '../../../lib/analysis/bank/gap-matrix';
import { datedTables, type ImportTable } from '../../../lib/analysis/bank/import-table';
import { MOVEMENTS, movements, type Movement } from '../../../lib/analysis/bank/movement';
import { trendOf } from '../../../lib/analysis/bank/trend';
import { wordKey } from '../../../lib/analysis/bank/bank-words';
import type { GapSegmenter } from '../../../lib/analysis/root-splitter';
import { isShareKind } from '../../../lib/benchmark/metric-kind';
import type { Reader } from '../../../lib/db/reader';
import type {
  BankAnswer,
  BankAnswers,
  BankOf,
  BankQuestion,
  BankRequest,
  TableName,
} from './bank-messages';
import { openBank, type OpenBank } from './bank-store';
import { joinTexts } from './texts';
import { titleChoices } from './title-choices';

/** Why a question has no answer: the table is not there any more, or the bank can't be read. */
export type NoAnswer = 'gone' | 'damaged';

/**
 * One bank at a time, read once for each state of it, and everything that is asked of it. It only
 * reads: what is changed goes to the background.
 */
export class BankSession {
  #of: BankOf | null = null;
  #bank: Promise<OpenBank> | null = null;
  readonly #imports = new Map<string, ImportTable | null>();

  constructor(
    readonly reader: () => Promise<Reader>,
    readonly segmenter: () => Promise<GapSegmenter>,
  ) {}

  async answer(request: BankRequest): Promise<BankAnswer | NoAnswer> {
    const bank = await this.#open(request.of);
    if (request.ask === 'bank') return wholeBank(bank, request);
    if (bank.damaged) return 'damaged';
    switch (request.ask) {
      case 'dates':
        return dates(bank, request);
      case 'order':
        return order(bank, request);
      case 'roots':
        return roots(bank, request);
      case 'titles':
        return { titles: await titleChoices(await this.reader(), request.of.benchmarkId) };
      case 'gaps':
        return this.#gaps(bank, request);
      case 'tables': {
        const { tables, unreadable } = await bank.imports();
        return { tables: tables.flatMap(datedTables), unreadable };
      }
      case 'movements':
        return movementsOf(bank, request);
      case 'trend':
        return trend(bank, request);
    }
  }

  #open(of: BankOf): Promise<OpenBank> {
    const isSame = this.#of?.benchmarkId === of.benchmarkId && this.#of.stamp === of.stamp;
    if (this.#bank !== null && isSame) return this.#bank;
    if (this.#of?.benchmarkId !== of.benchmarkId) this.#imports.clear();
    this.#of = of;
    const opening = this.reader().then((reader) =>
      openBank(reader, of.benchmarkId, this.segmenter, this.#imports),
    );
    this.#bank = opening;
    // A reading that failed is not kept: the next question tries again.
    opening.catch(() => {
      if (this.#bank === opening) this.#bank = null;
    });
    return opening;
  }

  async #gaps(bank: OpenBank, asked: Asked<'gaps'>): Promise<BankAnswers['gaps']> {
    const reader = await this.reader();
    const [{ all, numbers }, benchmark, found] = await Promise.all([
      bank.compiled(),
      reader.benchmark(this.#of?.benchmarkId ?? ''),
      order(bank, asked),
    ]);
    const titles = asked.titles.map(({ title }) => title);
    const mine = asked.titles.map((one) => one.mine);
    const cells = gapMatrix(all, numbers, titles, benchmark?.value.nearWindow ?? 0);
    const counts: Record<GapView, number> = { all: 0, theirs: 0, ours: 0, nobody: 0 };
    const views = Object.keys(counts) as GapView[];
    for (const at of found.order)
      for (const view of views) if (inGapView(cells, mine, at, view)) counts[view]++;
    const shown = found.order.filter((at) => inGapView(cells, mine, at, asked.view));
    return { order: shown, cells, counts };
  }
}

type Asked<A extends BankQuestion['ask']> = Extract<BankQuestion, { ask: A }>;

function wholeBank(bank: OpenBank, { basis }: Asked<'bank'>): BankAnswers['bank'] {
  const { words, bases } = bank;
  const shown =
    bases.find((one) => one.source === basis?.source && one.period === basis.period) ??
    bases[0] ??
    null;
  return {
    revision: bank.revision,
    damaged: bank.damaged,
    texts: joinTexts(words.words),
    // Copies: what is handed over is gone here.
    classes: words.classes.slice(),
    mustHave: words.mustHave.slice(),
    bases,
    basis: shown === null ? null : { source: shown.source, period: shown.period },
    columns: (shown === null ? [] : bank.plainColumns(shown)).map(({ kind, min, max }) => ({
      kind,
      share: isShareKind(kind),
      min,
      max,
    })),
  };
}

async function dates(bank: OpenBank, { basis }: Asked<'dates'>): Promise<BankAnswers['dates']> {
  const columns = await bank.columnsOf(basis);
  const newestMs = newestOf(columns);
  const all = [...columns.values()];
  let older = 0;
  for (let at = 0; at < bank.words.size; at++)
    if (all.some(({ min, atMs }) => min[at] === min[at] && atMs[at]! < newestMs)) older++;
  return {
    columns: all.map(({ kind, atMs }) => ({ kind, atMs: atMs.slice() })),
    newestMs: Number.isNaN(newestMs) ? null : newestMs,
    older,
  };
}

async function order(
  bank: OpenBank,
  { basis, query }: Pick<Asked<'gaps'>, 'basis' | 'query'>,
): Promise<BankAnswers['order']> {
  const columns = basis === null ? new Map() : await bank.columnsOf(basis);
  const hasRoot = query.root === null ? null : await bank.carriers(query.root);
  return bankOrder(
    bank.words,
    columns,
    query,
    query.root === null ? null : (hasRoot ?? (() => false)),
  );
}

async function roots(bank: OpenBank, asked: Asked<'roots'>): Promise<BankAnswers['roots']> {
  const { all, numbers } = await bank.compiled();
  const columns = asked.basis === null ? null : await bank.columnsOf(asked.basis);
  const figures = (asked.kind === null ? null : columns?.get(asked.kind)) ?? null;
  return { roots: bankRoots(all, numbers, figures, asked.titles) };
}

async function tableNamed(bank: OpenBank, name: TableName) {
  const { tables } = await bank.imports();
  const table = tables.find(({ head }) => head.id === name.importId);
  const dated = (table === undefined ? [] : datedTables(table)).find(
    ({ basis }) => basis.source === name.basis.source && basis.period === name.basis.period,
  );
  return table === undefined || dated === undefined ? null : { table, dated };
}

async function movementsOf(
  bank: OpenBank,
  { before, after, kind }: Asked<'movements'>,
): Promise<BankAnswers['movements'] | NoAnswer> {
  const [old, now] = [await tableNamed(bank, before), await tableNamed(bank, after)];
  if (old === null || now === null) return 'gone';
  const all = movements(old, now, kind);
  const counts = Object.fromEntries(MOVEMENTS.map((one) => [one, 0])) as Record<Movement, number>;
  const numbers = new Uint8Array(all.length);
  const figures = new Float64Array(all.length * 4);
  all.forEach(({ movement, before: had, after: has }, at) => {
    counts[movement]++;
    numbers[at] = MOVEMENTS.indexOf(movement);
    const ends = [had?.min, had?.max, has?.min, has?.max];
    figures.set(
      ends.map((end) => end ?? Number.NaN),
      at * 4,
    );
  });
  return { texts: joinTexts(all.map(({ word }) => word)), movements: numbers, figures, counts };
}

async function trend(
  bank: OpenBank,
  { word, series }: Asked<'trend'>,
): Promise<BankAnswers['trend']> {
  const { tables } = await bank.imports();
  const dated = tables.flatMap((table) => datedTables(table).map((one) => ({ table, dated: one })));
  const key = wordKey(word);
  const at = bank.words.words.findIndex((one) => wordKey(one) === key);
  return {
    points: trendOf(word, series, dated),
    figures: (bank.words.metrics[at] ?? []).map((metric) => ({
      ...metric,
      share: isShareKind(metric.kind),
    })),
  };
}
