import { MAX_KEYWORDS, type Keyword, type Metric } from '../../benchmark/keyword';
import type { ImportRow } from '../../benchmark/keyword-import';
import { keywordKey } from './read-rows';

/** Most metrics that a keyword holds; the oldest give way, and stay in the imports they came with. */
const MAX_METRICS = 20;

/** What an import will do, or that the bank has no room for its words. */
export type ImportPlan =
  | {
      ok: true;
      /** The bank afterwards: new words at its end, everything else in its place. */
      keywords: Keyword[];
      /** What is kept of the import, enough to take it back. */
      rows: ImportRow[];
      added: number;
      changed: number;
      /** Words of the table that the bank has with the same figures. */
      same: number;
      /** Words of the bank that the table does not have. */
      others: number;
    }
  | { ok: false; tooMany: number };

/**
 * Works out an import and changes nothing. A word that the bank has keeps its class, synonyms and
 * place; a figure takes the place of the one of the same source, kind and period, and of no other.
 */
export function planImport(
  bank: readonly Keyword[],
  words: readonly { word: string; metrics: Metric[] }[],
): ImportPlan {
  const keywords = [...bank];
  const at = new Map(bank.map((keyword, index) => [keywordKey(keyword.word), index]));
  const rows: ImportRow[] = [];
  let [added, changed, same] = [0, 0, 0];
  for (const { word, metrics } of words) {
    const key = keywordKey(word);
    const index = at.get(key);
    const known = index === undefined ? undefined : keywords[index];
    if (index === undefined || known === undefined) {
      at.set(key, keywords.length);
      keywords.push({ ...NEW, word, metrics: metrics.slice(-MAX_METRICS) });
      rows.push({ word, metrics, before: 'none' });
      added += 1;
      continue;
    }
    const next = withMetrics(known.metrics, metrics);
    if (next === known.metrics) {
      rows.push({ word, metrics, before: 'same' });
      same += 1;
      continue;
    }
    keywords[index] = { ...known, metrics: next };
    rows.push({ word, metrics, before: known.metrics });
    changed += 1;
  }
  if (keywords.length > MAX_KEYWORDS) return { ok: false, tooMany: keywords.length - MAX_KEYWORDS };
  return { ok: true, keywords, rows, added, changed, same, others: bank.length - changed - same };
}

const NEW = { class: null, mustHave: false, synonyms: [], atomic: false };

/** The same list where nothing changes. */
function withMetrics(now: Metric[], imported: readonly Metric[]): Metric[] {
  const fresh = imported.filter((metric) => !now.some((old) => isEqual(old, metric)));
  if (fresh.length === 0) return now;
  const kept = now.filter((old) => !fresh.some((metric) => isOfSame(old, metric)));
  return [...kept, ...fresh].slice(-MAX_METRICS);
}

/**
 * Takes an import back: the bank as it would be without it. What the operator has changed since is
 * left as they made it: a word that was given a class or synonyms stays, a figure that was typed
 * over stays.
 */
export function planUndo(bank: readonly Keyword[], rows: readonly ImportRow[]): Keyword[] {
  const imported = new Map(rows.map((row) => [keywordKey(row.word), row]));
  return bank.flatMap((keyword): Keyword[] => {
    const row = imported.get(keywordKey(keyword.word));
    if (row === undefined || row.before === 'same') return [keyword];
    const before = row.before === 'none' ? [] : row.before;
    const own = keyword.metrics.filter(
      (metric) =>
        !row.metrics.some((one) => isEqual(one, metric)) ||
        before.some((one) => isEqual(one, metric)),
    );
    const back = before.filter((metric) => !own.some((one) => isOfSame(one, metric)));
    const metrics = inOrderOf(before, [...own, ...back]).slice(0, MAX_METRICS);
    const isBare =
      keyword.class === null &&
      !keyword.mustHave &&
      !keyword.atomic &&
      keyword.synonyms.length === 0;
    if (row.before === 'none' && isBare && metrics.length === 0) return [];
    return [{ ...keyword, metrics }];
  });
}

/** Metrics that stood there before in their order of then, the others after them. */
function inOrderOf(before: readonly Metric[], metrics: Metric[]): Metric[] {
  const place = (metric: Metric) => {
    const index = before.findIndex((one) => isOfSame(one, metric));
    return index < 0 ? before.length : index;
  };
  return metrics.toSorted((a, b) => place(a) - place(b));
}

function isOfSame(a: Metric, b: Metric): boolean {
  return a.kind === b.kind && a.period === b.period && a.source === b.source;
}

function isEqual(a: Metric, b: Metric): boolean {
  return isOfSame(a, b) && a.min === b.min && a.max === b.max;
}
