import { parseRecord, recordKindOf, type RecordKind } from '../benchmark/record';
import { historyRowOf, tableOf, type HistoryRow } from './history/line';
import type { QuarantineRow } from './rows';

/** What a row that was set aside is, as far as it can be told from what is left of it. */
export type SetAside = {
  id: string;
  /** Null where not even that is readable. */
  kind: RecordKind | HistoryRow['table'] | null;
  /** Its own name (a benchmark's, a list's, a listing's title); null where it holds none. */
  name: string | null;
  /** The listing that it is of, as its key or its content says. */
  listingId: string | null;
  /** The benchmark that it is of. */
  benchmarkId: string | null;
  /** When it was set aside, ms. */
  atMs: number;
  from: QuarantineRow['from'];
  why: QuarantineRow['why'];
  /** Whether it reads; a part of a table of words needs the other parts of its table too. */
  canReturn: boolean;
};

/** Tells what was set aside. Nothing in the row is trusted: a name is text to be shown. */
export function describeAside({ id, key, atMs, from, why, row }: QuarantineRow): SetAside {
  const record = recordKindOf(key);
  const content = contentOf(key, row);
  const [, second = null, third = null] = key.split('/');
  const isOfListing = record === 'note' || record === 'picture' || record === 'verdict';
  const ofBenchmark = record === 'verdict' ? third : isBenchmarks(record) ? second : null;
  return {
    id,
    kind: record ?? tableAt(key, row),
    name:
      textAt(content, 'name') ?? textAt(memberAt(memberAt(content, 'snapshot'), 'title'), 'value'),
    listingId: isOfListing ? second : textAt(content, 'listingId'),
    benchmarkId: ofBenchmark ?? textAt(content, 'benchmarkId'),
    atMs,
    from,
    why,
    canReturn:
      record === null
        ? historyRowOf(key, row) !== null
        : parseRecord(key, memberAt(row, 'value')) !== null,
  };
}

/** A row that was set aside as text, to look at or to keep elsewhere. */
export function asideText(row: QuarantineRow): string {
  try {
    return JSON.stringify(row, null, 2);
  } catch {
    // A damaged row may hold what no JSON can.
    return `${row.key}\n${String(row.row)}`;
  }
}

function isBenchmarks(kind: RecordKind | null): boolean {
  return kind === 'benchmark' || kind === 'keyword-set' || kind === 'keyword-chunk';
}

function contentOf(key: string, row: unknown): unknown {
  if (recordKindOf(key) !== null) return memberAt(row, 'value');
  if (typeof row !== 'string') return row;
  try {
    return JSON.parse(row.slice(1)) as unknown;
  } catch {
    return null;
  }
}

function tableAt(key: string, row: unknown): HistoryRow['table'] | null {
  if (key.startsWith('line/')) return typeof row === 'string' ? tableOf(row) : null;
  const table = key.slice(0, key.indexOf('/'));
  return table === 'latest' || table === 'observations' || table === 'changes' ? table : null;
}

function memberAt(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, name)) return null;
  return (of as Record<string, unknown>)[name];
}

/** Longest text that is taken for a name. */
const MAX_NAME = 200;

function textAt(of: unknown, name: string): string | null {
  const text = memberAt(of, name);
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, MAX_NAME) : null;
}
