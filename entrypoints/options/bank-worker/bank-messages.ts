import type { Basis, KnownBasis } from '../../../lib/analysis/bank/basis';
import type { BankQuery } from '../../../lib/analysis/bank/bank-query';
import type { BankRoot } from '../../../lib/analysis/bank/bank-roots';
import type { FigureColumn } from '../../../lib/analysis/bank/figure-column';
import type { GapView } from '../../../lib/analysis/bank/gap-matrix';
import type { DatedTable } from '../../../lib/analysis/bank/import-table';
import type { Movement } from '../../../lib/analysis/bank/movement';
import type { TrendPoint, TrendSeries } from '../../../lib/analysis/bank/trend';
import type { Metric } from '../../../lib/benchmark/keyword';

/** Many texts as one, which crosses to another thread in one piece; text `i` ends at `ends[i]`. */
export type Texts = { joined: string; ends: Int32Array<ArrayBuffer> };

/**
 * What the page asks of the worker that holds a bank. `of` says which bank, and names its state as
 * the page knows it: where that is another one than the worker read, it reads again.
 */
export type BankRequest = { of: BankOf } & BankQuestion;
export type BankOf = { benchmarkId: string; stamp: string };
export type BankQuestion =
  /** All words, and the columns of a basis; null takes the basis of the most words. */
  | { ask: 'bank'; basis: Basis | null }
  /** When each figure of a basis was imported. */
  | { ask: 'dates'; basis: Basis }
  | { ask: 'order'; basis: Basis; query: BankQuery }
  | { ask: 'roots'; basis: Basis | null; kind: string | null; titles: readonly (string | null)[] }
  /** `stamp` says what the listings are made of, so that a newer state is asked for anew. */
  | { ask: 'titles'; stamp: string }
  | {
      ask: 'gaps';
      basis: Basis | null;
      query: BankQuery;
      view: GapView;
      titles: readonly { title: string | null; mine: boolean }[];
    }
  | { ask: 'tables' }
  | { ask: 'movements'; before: TableName; after: TableName; kind: string }
  | { ask: 'trend'; word: string; series: TrendSeries };

/** Which dated table is meant. */
export type TableName = { importId: string; basis: Basis };

export type BankAnswers = {
  bank: {
    revision: number | null;
    /** True where a chunk can't be read: then nothing may be counted, and there are no words here. */
    damaged: boolean;
    texts: Texts;
    classes: Uint8Array<ArrayBuffer>;
    mustHave: Uint8Array<ArrayBuffer>;
    bases: KnownBasis[];
    basis: Basis | null;
    columns: (Omit<FigureColumn, 'atMs'> & { share: boolean })[];
  };
  dates: {
    columns: Pick<FigureColumn, 'kind' | 'atMs'>[];
    /**
     * When the newest import of this basis was made; null where its period says which days it is of,
     * or no import of it is kept.
     */
    newestMs: number | null;
    /** Words with a figure of an older import. */
    older: number;
  };
  order: { order: Uint32Array<ArrayBuffer>; unsure: number; without: number };
  roots: { roots: BankRoot[] };
  titles: { titles: TitleChoice[] };
  gaps: {
    order: Uint32Array<ArrayBuffer>;
    /** By title, then by the word's place in the bank: a number of `GAP_CELLS`. */
    cells: Uint8Array<ArrayBuffer>[];
    counts: Record<GapView, number>;
  };
  tables: { tables: DatedTable[]; unreadable: number };
  movements: {
    texts: Texts;
    /** By word: its place in `MOVEMENTS`. */
    movements: Uint8Array<ArrayBuffer>;
    /** Four each: lower and upper end before, then now; NaN where there is no figure. */
    figures: Float64Array<ArrayBuffer>;
    counts: Record<Movement, number>;
  };
  /** `figures`: all that is kept of the word now, whatever its kind and basis. */
  trend: { points: TrendPoint[]; figures: (Metric & { share: boolean })[] };
};

/** A listing whose title can be held against the bank. */
export type TitleChoice = {
  listingId: string;
  title: string | null;
  shopName: string | null;
  mine: boolean;
  watched: boolean;
  /** Whether this benchmark is the one that fits it. */
  fits: boolean;
  seenAtMs: number;
};

export type BankAnswer<A extends BankQuestion['ask'] = BankQuestion['ask']> = BankAnswers[A];
/** An answer on its way; `failed` where reading the database went wrong, `gone` without such a table. */
export type BankReply =
  | { id: number; ok: true; answer: BankAnswer }
  | { id: number; ok: false; why: 'failed' | 'gone' | 'damaged' };
