import { bankWords, type BankWords } from '../../../lib/analysis/bank/bank-words';
import { basesOf, type Basis, type KnownBasis } from '../../../lib/analysis/bank/basis';
import { compiledNumbers, rootsOf } from '../../../lib/analysis/bank/bank-roots';
import { dateFigures, needsDates } from '../../../lib/analysis/bank/figure-dates';
import { figureColumn, type FigureColumn } from '../../../lib/analysis/bank/figure-column';
import { importTable, type ImportTable } from '../../../lib/analysis/bank/import-table';
import { compileKeywords, type CompiledKeywords } from '../../../lib/analysis/compiled-keywords';
import type { GapSegmenter } from '../../../lib/analysis/root-splitter';
import { patternOf } from '../../../lib/analysis/trie';
import type { Keyword } from '../../../lib/benchmark/keyword';
import type { Reader } from '../../../lib/db/reader';

/** A bank as it was read, with what is worked out from it once it is asked for. */
export type OpenBank = {
  revision: number | null;
  damaged: boolean;
  words: BankWords;
  bases: KnownBasis[];
  /** The columns of a basis, without dates. */
  plainColumns: (basis: Basis) => FigureColumn[];
  /** The same with when each figure was imported, where its period does not say which days it is of. */
  columnsOf: (basis: Basis) => Promise<Map<string, FigureColumn>>;
  compiled: () => Promise<{ all: CompiledKeywords; numbers: Int32Array<ArrayBuffer> }>;
  /** For each word whether it carries the root; null where no word does. */
  carriers: (root: string) => Promise<((at: number) => boolean) | null>;
  /** The imports, newest first, and how many of them can't be read. */
  imports: () => Promise<{ tables: ImportTable[]; unreadable: number }>;
};

/** Reads a bank. An import's rows never change, so that `kept` holds them from one reading to the next. */
export async function openBank(
  reader: Reader,
  benchmarkId: string,
  segmenter: () => Promise<GapSegmenter>,
  kept: Map<string, ImportTable | null>,
): Promise<OpenBank> {
  const stored = await reader.keywords(benchmarkId);
  const damaged = stored?.damaged ?? false;
  const keywords: Keyword[] = damaged ? [] : (stored?.value ?? []);
  const words = bankWords(keywords);
  const imports = once(() => importsOf(reader, benchmarkId, kept));
  const compiled = once(async () => {
    const all = compileKeywords(keywords, await segmenter());
    return { all, numbers: compiledNumbers(all, words.words) };
  });
  const columns = new Map<string, Promise<Map<string, FigureColumn>>>();
  const bases = basesOf(words.metrics);
  return {
    revision: stored?.revision ?? null,
    damaged,
    words,
    bases,
    imports,
    compiled,
    plainColumns,
    columnsOf(basis) {
      const id = `${basis.source}\n${basis.period}`;
      const known = columns.get(id);
      if (known !== undefined) return known;
      const made = columnsOf(basis);
      columns.set(id, made);
      return made;
    },
    async carriers(root) {
      const { all, numbers } = await compiled();
      const pattern = patternOf(all.trie, root);
      if (pattern === -1) return null;
      const marks = new Uint8Array(words.size);
      for (let at = 0; at < words.size; at++) {
        const number = numbers[at]!;
        if (number !== -1 && rootsOf(all, number).includes(pattern)) marks[at] = 1;
      }
      return (at) => marks[at] === 1;
    },
  };

  function plainColumns(basis: Basis): FigureColumn[] {
    const kinds =
      bases.find((one) => one.source === basis.source && one.period === basis.period)?.kinds ?? [];
    return kinds.map((kind) => figureColumn(words.metrics, basis, kind));
  }

  async function columnsOf(basis: Basis): Promise<Map<string, FigureColumn>> {
    const made = plainColumns(basis);
    if (made.length > 0 && needsDates(basis))
      dateFigures(words, basis, made, (await imports()).tables);
    return new Map(made.map((column) => [column.kind, column]));
  }
}

async function importsOf(
  reader: Reader,
  benchmarkId: string,
  kept: Map<string, ImportTable | null>,
) {
  const heads = await reader.imports(benchmarkId);
  const tables: ImportTable[] = [];
  let unreadable = 0;
  for (const { value: head } of heads) {
    let table = kept.get(head.id);
    if (table === undefined) {
      const rows = await reader.importRows(head);
      table = rows === null ? null : importTable(head, rows);
      kept.set(head.id, table);
    }
    if (table === null) unreadable += 1;
    else tables.push(table);
  }
  return { tables, unreadable };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
