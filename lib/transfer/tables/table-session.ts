import { packWords, type PackedRows } from '../../benchmark/packed-rows';
import { keywordsOfChunks, type StoredKeywords } from '../../benchmark/record';
import { findHeader, type Header } from './find-header';
import type { Grid } from './grid';
import { planImport } from './plan-import';
import { readGrids, readPastedGrid, type GridsRead } from './read-grids';
import { readRows, type BadRow, type TableKeyword, type TableRows } from './read-rows';
import type { TableFault } from './table-fault';
import { SOURCE_NAMES } from './table-source';
import { viewOf, type TableMapping, type TableView } from './table-view';

/** What the page asks of the worker that reads tables. */
export type TableRequest =
  | { ask: 'open'; bytes: ArrayBuffer; name: string }
  | { ask: 'paste'; text: string }
  /** What an import would do to this bank, as it is stored; null where there is none yet. */
  | { ask: 'preview'; mapping: TableMapping; bank: StoredKeywords | null }
  /** The words themselves, to be imported. */
  | { ask: 'words'; mapping: TableMapping };

/** What it answers; `share` (0 to 1) comes while a file is read. */
export type TableAnswer =
  | { is: 'share'; share: number }
  | { is: 'fault'; fault: TableFault }
  | { is: 'opened'; view: TableView }
  | { is: 'preview'; preview: TablePreview }
  | { is: 'words'; packed: PackedRows };

/** A dry run. `bad` holds the first bad rows of `badRows`; `tooMany` is null where all fit. */
export type TablePreview = {
  words: number;
  repeated: number;
  bad: BadRow[];
  badRows: number;
  added: number;
  changed: number;
  same: number;
  others: number;
  tooMany: number | null;
  /** A part of the bank can't be read: nothing is to be imported over it. */
  bankDamaged: boolean;
  /** The first words, as they will be imported. */
  sample: TableKeyword[];
};

const NO_BANK: StoredKeywords = { count: 0, chunks: [] };
const SAMPLE_WORDS = 8;
const LISTED_BAD = 200;

/** One table from opening to import: holds what was read, answers what is asked about it. */
export class TableSession {
  #grids: Grid[] = [];
  /** The last mapping, as text, and what it read: the words are asked for after their preview. */
  #last: { mapping: string; rows: TableRows } | null = null;

  /** Never throws for what a file or text holds. */
  async answer(request: TableRequest, onShare: (share: number) => void): Promise<TableAnswer> {
    switch (request.ask) {
      case 'open':
        return this.#open(await readGrids(new Uint8Array(request.bytes), onShare), request.name);
      case 'paste':
        return this.#open(readPastedGrid(request.text), '');
      case 'preview':
        return { is: 'preview', preview: this.#preview(request.mapping, request.bank) };
      case 'words':
        return { is: 'words', packed: packWords(this.#read(request.mapping).keywords) };
    }
  }

  #open(read: GridsRead, name: string): TableAnswer {
    this.#grids = [];
    this.#last = null;
    if (!read.ok) return { is: 'fault', fault: read.fault };
    this.#grids = read.grids;
    return { is: 'opened', view: viewOf(read.grids, name) };
  }

  #read(mapping: TableMapping): TableRows {
    const key = JSON.stringify(mapping);
    if (this.#last?.mapping !== key) this.#last = { mapping: key, rows: this.#readRows(mapping) };
    return this.#last.rows;
  }

  #readRows(mapping: TableMapping): TableRows {
    const grid = this.#grids[mapping.sheet];
    if (grid === undefined || !mapping.roles.some((role) => role.is === 'word')) {
      return { keywords: [], bad: [], same: 0 };
    }
    const header: Header = { ...findHeader(grid), roles: mapping.roles };
    return readRows(grid, header, {
      source: SOURCE_NAMES[mapping.source],
      period: mapping.period ?? '',
    });
  }

  #preview(mapping: TableMapping, stored: StoredKeywords | null): TablePreview {
    const { keywords: bank, damaged: bankDamaged } = keywordsOfChunks(stored ?? NO_BANK);
    const { keywords, bad, same: repeated } = this.#read(mapping);
    const plan = planImport(bank, keywords);
    const counts = plan.ok
      ? { added: plan.added, changed: plan.changed, same: plan.same, others: plan.others }
      : { added: 0, changed: 0, same: 0, others: bank.length };
    return {
      words: keywords.length,
      repeated,
      bad: bad.slice(0, LISTED_BAD),
      badRows: bad.length,
      ...counts,
      tooMany: plan.ok ? null : plan.tooMany,
      bankDamaged,
      sample: keywords.slice(0, SAMPLE_WORDS),
    };
  }
}
