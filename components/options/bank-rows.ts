import type { KeywordClass } from '../../lib/benchmark/keyword';

/** A figure of a word, with when it was imported, null where none is known to have given it. */
export type BankFigure = { min: number; max: number; atMs: number | null };

/** One kind of figures that the bank can show. */
export type BankKind = { kind: string; share: boolean };

/**
 * The words of a bank by their place in it, as a table draws them. `newestMs` is when the newest
 * import of these figures was made, null where their period says which days they are of: a figure
 * of another time is an older one.
 */
export type BankRows = {
  size: number;
  word: (at: number) => string;
  classOf: (at: number) => KeywordClass | null;
  mustHave: (at: number) => boolean;
  figure: (kind: string, at: number) => BankFigure | null;
  kinds: readonly BankKind[];
  newestMs: number | null;
};

/** Selected words: a mark by place, and how many there are. */
export type Selection = { marks: Uint8Array; count: number };

/** Nothing selected among so many words. */
export function noSelection(size: number): Selection {
  return { marks: new Uint8Array(size), count: 0 };
}

/** The selection with these words selected or not. */
export function withSelected(old: Selection, places: Iterable<number>, on: boolean): Selection {
  const marks = old.marks.slice();
  let { count } = old;
  for (const at of places) {
    if (marks[at] === Number(on)) continue;
    marks[at] = Number(on);
    count += on ? 1 : -1;
  }
  return { marks, count };
}

/** The selected words in order. */
export function selectedPlaces({ marks }: Selection): number[] {
  const places: number[] = [];
  for (let at = 0; at < marks.length; at++) if (marks[at] === 1) places.push(at);
  return places;
}

/** How many of the words shown are selected. */
export function selectedOf({ marks, count }: Selection, order: Uint32Array): number {
  if (count === 0) return 0;
  let shown = 0;
  for (const at of order) shown += marks[at]!;
  return shown;
}
