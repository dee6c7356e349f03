import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alignPlots,
  LINE_COLORS,
  LINE_DASHES,
  listingPlot,
  standingAt,
} from '../../../components/charts/plots';
import type { PriceLines } from '../../../components/charts/price-lines';

const lines = (...sights: [at: number, price: number | null][]): PriceLines => {
  const prices = sights.map(([, price]) => price);
  const at = sights.map(([time]) => time);
  return { at, publicMin: prices, publicMax: prices, accountMin: prices, accountMax: prices };
};
const plot = (...sights: [number, number | null][]) => listingPlot(lines(...sights), 'x', 0);

describe('several lines upon one row of times', () => {
  test('a line without a sight at a time has nothing there; its breaks stay breaks', () => {
    expect(alignPlots([plot([10, 5], [20, null], [40, 7]), plot([20, 3], [30, 4])])).toEqual({
      at: [10, 20, 30, 40],
      columns: [
        { min: [5, null, undefined, 7], max: [5, null, undefined, 7] },
        { min: [undefined, 3, 4, undefined], max: [undefined, 3, 4, undefined] },
      ],
    });
  });

  test('lines that share their times are aligned as copies of them are', () => {
    const price = fc.option(fc.integer({ min: 1, max: 999 }));
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), price, price), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (found) => {
        const all = found.toSorted(([a], [b]) => a - b);
        const at = all.map(([time]) => time);
        const of = (index: 1 | 2, times: number[]) => {
          const prices = all.map((row) => row[index]);
          const none = { accountMin: prices, accountMax: prices };
          return listingPlot({ at: times, publicMin: prices, publicMax: prices, ...none }, 'x', 0);
        };
        const copied = alignPlots([of(1, [...at]), of(2, [...at])]);
        expect(alignPlots([of(1, at), of(2, at)])).toEqual(copied);
      }),
    );
  });

  const sights = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 999 })), {
      selector: ([at]) => at,
      maxLength: 20,
    })
    .map((all) => all.toSorted(([a], [b]) => a - b));
  test('no line takes a price of another, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(sights, { maxLength: 6 }), (all) => {
        const { at, columns } = alignPlots(all.map((each) => plot(...each)));
        const back = columns.map(({ min }) =>
          min.flatMap((price, row) => (price === undefined ? [] : [[at[row], price]])),
        );
        expect(back).toEqual(all);
      }),
    );
  });
});

test('a line stands at its last sight until a gap', () => {
  const one = plot([10, 5], [20, 6], [21, null], [50, 7]);
  expect([9, 10, 15, 20, 21, 49, 50, 99].map((at) => standingAt(one, at)?.min ?? null)).toEqual([
    null,
    5,
    5,
    6,
    null,
    null,
    7,
    7,
  ]);
  expect(standingAt(one, 15)?.at).toBe(10);
});

test('six listings have six colours, six dashes and six marks', () => {
  const six = [0, 1, 2, 3, 4, 5].map((index) => listingPlot(lines(), 'x', index));
  expect(new Set(six.map(({ color }) => color)).size).toBe(6);
  expect(new Set(six.map(({ dash }) => dash.join())).size).toBe(6);
  expect(six.map(({ mark }) => mark)).toEqual(['1', '2', '3', '4', '5', '6']);
  expect([LINE_COLORS.length, LINE_DASHES.length]).toEqual([6, 6]);
});
