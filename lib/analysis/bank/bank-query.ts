import type { Condition } from '../../benchmark/bank-filter';
import type { KeywordClass } from '../../benchmark/keyword';
import { classNumber, wordKey, type BankWords } from './bank-words';
import type { FigureColumn } from './figure-column';

/** What of the bank is shown, and in which order. */
export type BankQuery = {
  search: string;
  /** Null for any class, `none` for words without one. */
  class: KeywordClass | 'none' | null;
  mustHave: boolean | null;
  /** All of them have to hold. */
  conditions: Condition[];
  /** Also words whose range reaches over a condition's border, so that it can't be told. */
  unsure: boolean;
  /** Only words whose figures are of the newest import of the table's basis. */
  newest: boolean;
  /** Only words with that root. */
  root: string | null;
  sort: BankSort;
};

/** `bank` is the operator's own order; a kind's name sorts by its column. */
export type BankSort =
  | { by: 'bank' }
  | { by: 'word' }
  | { by: 'class' }
  | { by: 'figure'; kind: string; down: boolean };

/** Everything, as it stands. */
export const WHOLE_BANK: BankQuery = {
  search: '',
  class: null,
  mustHave: null,
  conditions: [],
  unsure: false,
  newest: false,
  root: null,
  sort: { by: 'bank' },
};

/**
 * The words that are shown, in order. `unsure` counts those for which a condition can't be told
 * (whether they are shown or not), `without` those that lack a figure which a condition asks for.
 */
export type BankOrder = { order: Uint32Array<ArrayBuffer>; unsure: number; without: number };

/** Whether a figure meets a condition; `unsure` where its range reaches over the border. */
export function meets(
  condition: Condition,
  figure: { min: number; max: number },
): 'yes' | 'no' | 'unsure' {
  const { value } = condition;
  const test = TESTS[condition.is];
  const low = test(figure.min, value);
  return low === test(figure.max, value) ? (low ? 'yes' : 'no') : 'unsure';
}

const TESTS: Record<Condition['is'], (figure: number, value: number) => boolean> = {
  above: (figure, value) => figure > value,
  below: (figure, value) => figure < value,
  'at-least': (figure, value) => figure >= value,
  'at-most': (figure, value) => figure <= value,
};

/**
 * Runs a query. A figure of an older import is of other days than one of the newest: sorted by a
 * kind, words go by the import that gave the figure, newest first, and only within it by figure;
 * then come figures that no import gave, and last words without one.
 */
export function bankOrder(
  words: BankWords,
  columns: ReadonlyMap<string, FigureColumn>,
  query: BankQuery,
  hasRoot: ((at: number) => boolean) | null,
): BankOrder {
  const wanted = wordKey(query.search);
  const wantedClass =
    query.class === null ? null : query.class === 'none' ? 0 : classNumber(query.class);
  const wantedMark = query.mustHave === null ? null : Number(query.mustHave);
  const newestMs = query.newest ? newestOf(columns) : Number.NaN;
  const found = new Uint32Array(words.size);
  let count = 0;
  let unsure = 0;
  let without = 0;
  for (let at = 0; at < words.size; at++) {
    if (wantedClass !== null && words.classes[at] !== wantedClass) continue;
    if (wantedMark !== null && words.mustHave[at] !== wantedMark) continue;
    if (hasRoot !== null && !hasRoot(at)) continue;
    if (wanted !== '' && !words.searched[at]!.includes(wanted)) continue;
    if (query.newest && !isOf(columns, at, newestMs)) continue;
    const answer = meetsAll(columns, query.conditions, at);
    if (answer === 'none') without++;
    if (answer === 'unsure') unsure++;
    if (answer === 'yes' || (answer === 'unsure' && query.unsure)) found[count++] = at;
  }
  const order = found.slice(0, count);
  sortOrder(order, words, columns, query.sort);
  return { order, unsure, without };
}

function meetsAll(
  columns: ReadonlyMap<string, FigureColumn>,
  conditions: readonly Condition[],
  at: number,
): 'yes' | 'no' | 'unsure' | 'none' {
  let answer: 'yes' | 'unsure' | 'none' = 'yes';
  for (const condition of conditions) {
    const column = columns.get(condition.kind);
    const min = column?.min[at] ?? Number.NaN;
    if (Number.isNaN(min)) {
      answer = 'none';
      continue;
    }
    const one = meets(condition, { min, max: column!.max[at]! });
    if (one === 'no') return 'no';
    if (one === 'unsure' && answer === 'yes') answer = 'unsure';
  }
  return answer;
}

function sortOrder(
  order: Uint32Array,
  words: BankWords,
  columns: ReadonlyMap<string, FigureColumn>,
  sort: BankSort,
): void {
  if (sort.by === 'bank') return;
  if (sort.by === 'word') {
    const collator = new Intl.Collator('zh-CN', { numeric: true });
    order.sort((a, b) => collator.compare(words.words[a]!, words.words[b]!) || a - b);
    return;
  }
  if (sort.by === 'class') {
    // Those without a class last.
    const rank = (at: number) => words.classes[at] || 9;
    order.sort((a, b) => rank(a) - rank(b) || a - b);
    return;
  }
  const column = columns.get(sort.kind);
  if (column !== undefined) order.sort(byFigure(column, sort.down));
}

/** Downwards by the lower end, then the upper; upwards by the upper end, then the lower. */
function byFigure({ min, max, atMs }: FigureColumn, down: boolean) {
  const [first, second, sign] = down ? [min, max, -1] : [max, min, 1];
  return (a: number, b: number): number => {
    const hasA = min[a] === min[a];
    if (hasA !== (min[b] === min[b])) return hasA ? -1 : 1;
    if (!hasA) return a - b;
    // Unknown times behind all known ones.
    const age = (atMs[b]! || 0) - (atMs[a]! || 0);
    return age || sign * (first[a]! - first[b]!) || sign * (second[a]! - second[b]!) || a - b;
  };
}

/** When the newest import of any of the columns was made; NaN where none is known. */
export function newestOf(columns: ReadonlyMap<string, FigureColumn>): number {
  let newest = Number.NaN;
  for (const { atMs } of columns.values())
    for (const at of atMs) if (!(newest >= at) && !Number.isNaN(at)) newest = at;
  return newest;
}

function isOf(columns: ReadonlyMap<string, FigureColumn>, at: number, newestMs: number): boolean {
  for (const { atMs } of columns.values()) if (atMs[at] === newestMs) return true;
  return false;
}
