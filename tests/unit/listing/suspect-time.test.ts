import { expect, test } from 'vitest';
import type { Observation } from '../../../lib/listing/series';
import { suspectTimes } from '../../../lib/listing/suspect-time';

const DAY = 86_400_000;
const NOW = 400 * DAY;

function row(atMs: number, cameAfterMs?: number): Observation {
  return {
    series: 'taobao:1|page|exact',
    listingId: 'taobao:1',
    skuId: null,
    atMs,
    listPrice: null,
    beforePrice: null,
    publicPrice: null,
    finalPrice: null,
    steps: [],
    account: 'logged-in',
    gated: false,
    ...(cameAfterMs === undefined ? {} : { cameAfterMs }),
  };
}

const told = (rows: Observation[]) => {
  const found = suspectTimes(rows, NOW);
  return rows.map((each) => found.get(each) ?? null);
};

test('times that nothing speaks against are not suspect', () => {
  expect(told([row(NOW - DAY), row(NOW), row(NOW + 30_000)])).toEqual([null, null, null]);
});

test('a visit that came after a later one, and that later one', () => {
  const [first, back, last] = [row(NOW - 9 * DAY), row(NOW - 3 * DAY, NOW), row(NOW)];
  expect(told([first, back, last])).toEqual([
    null,
    { why: 'behind', otherMs: NOW },
    { why: 'contradicted', otherMs: NOW - 3 * DAY },
  ]);
});

test('a year ahead, and back again: both that contradict each other, and what lies ahead still', () => {
  const year = NOW + 365 * DAY;
  const rows = [row(NOW - DAY), row(NOW, year + DAY), row(year), row(year + DAY)];
  expect(told(rows)).toEqual([
    null,
    { why: 'behind', otherMs: year + DAY },
    { why: 'ahead' },
    { why: 'contradicted', otherMs: NOW },
  ]);
});

test('the visit that it came after may have added no row of its own', () => {
  // The same facts within ten minutes are one row.
  const rows = [row(NOW - 3 * DAY, NOW), row(NOW - 400_000)];
  expect(told(rows)[1]).toEqual({ why: 'contradicted', otherMs: NOW - 3 * DAY });
  expect(told([row(NOW - 3 * DAY, NOW)])).toEqual([{ why: 'behind', otherMs: NOW }]);
});

test('of several that came after one visit each says so', () => {
  const rows = [row(NOW - 4 * DAY, NOW), row(NOW - 3 * DAY, NOW), row(NOW)];
  expect(told(rows)).toEqual([
    { why: 'behind', otherMs: NOW },
    { why: 'behind', otherMs: NOW },
    { why: 'contradicted', otherMs: NOW - 4 * DAY },
  ]);
});
