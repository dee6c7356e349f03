import type { Rung } from '../../lib/analysis/price-result';
import type { Price } from '../../lib/listing/price';

/** A mark on the ladder's axis: `at` is 0 to 100 (% of the width), `row` the line of its label. */
export type LadderMark = { rung: Rung['rung']; lineFen: number; at: number; row: number };

/** The price on the axis: a point, or a stretch for a range; `open` for 起, which has no upper end. */
export type LadderSpan = { from: number; to: number; open: boolean };

export type LadderScale = {
  marks: LadderMark[];
  rows: number;
  public: LadderSpan | null;
  account: LadderSpan | null;
};

/** Room on both sides, and how far labels in one row must stand apart, in % of the width. */
const EDGE = 9;
const LABEL = 27;

/**
 * Places the rungs and the prices on one axis. Labels that would run into each other go to a row
 * below. Null where there is no rung, or no price line to draw.
 */
export function ladderScale(
  rungs: readonly Rung[],
  publicPrice: Price | null,
  accountPrice: Price | null,
): LadderScale | null {
  if (rungs.length === 0) return null;
  const ends = [publicPrice, accountPrice].flatMap((price) =>
    price === null ? [] : [price.minFen, price.maxFen ?? price.minFen],
  );
  const all = [...rungs.map(({ lineFen }) => lineFen), ...ends];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const at = (fen: number) =>
    high === low ? 50 : EDGE + ((fen - low) / (high - low)) * (100 - 2 * EDGE);
  const lastInRow: number[] = [];
  const marks = rungs
    .toSorted((a, b) => a.lineFen - b.lineFen)
    .map(({ rung, lineFen }) => {
      const place = at(lineFen);
      let row = lastInRow.findIndex((last) => place - last >= LABEL);
      if (row < 0) row = lastInRow.length;
      lastInRow[row] = place;
      return { rung, lineFen, at: place, row };
    });
  const span = (price: Price | null): LadderSpan | null =>
    price === null
      ? null
      : {
          from: at(price.minFen),
          to: price.maxFen === null ? 100 : at(price.maxFen),
          open: price.maxFen === null,
        };
  return {
    marks,
    rows: Math.max(1, lastInRow.length),
    public: span(publicPrice),
    account: span(accountPrice),
  };
}
