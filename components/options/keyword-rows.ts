import type { Keyword } from '../../lib/benchmark/keyword';
import { metricOf, type MetricKey } from './figure-input';

/**
 * A keyword while it is edited. `key` is stable over edits and moves; `figure` holds what was typed
 * as a figure and does not read as one, so that it stays on the screen, else null.
 */
export type KeywordRow = { key: number; keyword: Keyword; figure: string | null };

/** Longest word, and most words of a benchmark; the schema's own limits. */
export const MAX_WORD = 60;
export const MAX_ROWS = 50_000;

let lastKey = 0;
function nextKey(): number {
  lastKey += 1;
  return lastKey;
}

/** A new, empty row. */
export function emptyRow(): KeywordRow {
  return {
    key: nextKey(),
    keyword: { word: '', metrics: [], class: null, mustHave: false, synonyms: [], atomic: false },
    figure: null,
  };
}

/** Rows of stored or pasted keywords. */
export function rowsOf(keywords: readonly Keyword[]): KeywordRow[] {
  return keywords.map((keyword) => ({ key: nextKey(), keyword, figure: null }));
}

/** How a word is compared: width, case and spaces do not make it another word. */
export function wordKey(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

// Keywords are never changed in place, so that their key is worked out once: 50,000 of them are
// looked through at every letter that is typed.
const keys = new WeakMap<Keyword, string>();
function keyOf(keyword: Keyword): string {
  const known = keys.get(keyword);
  if (known !== undefined) return known;
  const key = wordKey(keyword.word);
  keys.set(keyword, key);
  return key;
}

export type RowProblem = 'duplicate' | 'long' | 'figure';

/** What keeps a row from being saved; empty rows are left out of a save and are no problem. */
export function rowProblems(rows: readonly KeywordRow[]): Map<number, RowProblem> {
  const problems = new Map<number, RowProblem>();
  const seen = new Set<string>();
  for (const row of rows) {
    const id = keyOf(row.keyword);
    if (id === '') continue;
    const word = row.keyword.word.trim();
    if (row.figure !== null) problems.set(row.key, 'figure');
    if (word.length > MAX_WORD) problems.set(row.key, 'long');
    if (seen.has(id)) problems.set(row.key, 'duplicate');
    seen.add(id);
  }
  return problems;
}

/** The keywords to save: words trimmed, empty rows left out. */
export function keywordsOf(rows: readonly KeywordRow[]): Keyword[] {
  return rows.flatMap(({ keyword }) => {
    const word = keyword.word.trim();
    if (word === '') return [];
    return [word === keyword.word ? keyword : { ...keyword, word }];
  });
}

/** The rows whose word or synonym contains the text, and that are of the class ('' for any). */
export function searchRows(
  rows: readonly KeywordRow[],
  text: string,
  keywordClass: string,
): readonly KeywordRow[] {
  const wanted = wordKey(text);
  if (wanted === '' && keywordClass === '') return rows;
  return rows.filter(({ keyword }) => {
    if (keywordClass !== '' && (keyword.class ?? 'none') !== keywordClass) return false;
    // A row just added is empty: it must not vanish under the search.
    if (wanted === '' || keyword.word === '') return true;
    return (
      keyOf(keyword).includes(wanted) ||
      keyword.synonyms.some((synonym) => wordKey(synonym).includes(wanted))
    );
  });
}

/**
 * Adds pasted keywords. A word that is there already keeps its row, class and synonyms and takes
 * the pasted figures of other keys as well as newer ones of the same key; `added` and `updated`
 * count both, `dropped` those beyond `MAX_ROWS`.
 */
export function addKeywords(
  rows: readonly KeywordRow[],
  pasted: readonly Keyword[],
): { rows: KeywordRow[]; added: number; updated: number; same: number; dropped: number } {
  const next = rows.filter((row) => row.keyword.word.trim() !== '');
  const at = new Map(next.map((row, index) => [keyOf(row.keyword), index]));
  const counts = { added: 0, updated: 0, same: 0, dropped: 0 };
  for (const keyword of pasted) {
    const index = at.get(keyOf(keyword));
    const row = index === undefined ? undefined : next[index];
    if (index === undefined || row === undefined) {
      if (next.length >= MAX_ROWS) {
        counts.dropped += 1;
        continue;
      }
      at.set(keyOf(keyword), next.length);
      next.push({ key: nextKey(), keyword, figure: null });
      counts.added += 1;
      continue;
    }
    const merged = mergeMetrics(row.keyword, keyword);
    if (merged === row.keyword) counts.same += 1;
    else {
      next[index] = { ...row, keyword: merged };
      counts.updated += 1;
    }
  }
  return { rows: next, ...counts };
}

function mergeMetrics(keyword: Keyword, pasted: Keyword): Keyword {
  let changed = false;
  let metrics = keyword.metrics;
  for (const metric of pasted.metrics) {
    const old = metricOf(keyword, metric);
    if (old !== null && old.min === metric.min && old.max === metric.max) continue;
    changed = true;
    metrics = [...metrics.filter((each) => each !== old), metric];
  }
  return changed ? { ...keyword, metrics } : keyword;
}

export type KeywordOrder = 'word' | 'figure' | 'class';

const CLASS_ORDER = { core: 0, modifier: 1, brand: 2, longtail: 3 } as const;

/**
 * The rows put in order once; rows added later stand at the end until the next time. By figure: the
 * larger upper end first, then the larger lower end, rows without a figure of that key last.
 */
export function orderRows(
  rows: readonly KeywordRow[],
  by: KeywordOrder,
  metric: MetricKey | null,
): KeywordRow[] {
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const figure = (row: KeywordRow) => metricOf(row.keyword, metric) ?? { min: -1, max: -1 };
  const rank = (row: KeywordRow) =>
    row.keyword.class === null ? 4 : CLASS_ORDER[row.keyword.class];
  return [...rows].sort((a, b) => {
    if (by === 'word') return collator.compare(a.keyword.word, b.keyword.word);
    if (by === 'class') return rank(a) - rank(b);
    return figure(b).max - figure(a).max || figure(b).min - figure(a).min;
  });
}
