import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignPlots, listingPlot, sightOf } from '../../../components/charts/plots';
import { GAP_MS, priceLines, seriesOf } from '../../../components/charts/price-lines';
import { listingAddress, listingIdIn } from '../../../components/options/listing-address';
import { hashOf, routeOf } from '../../../components/options/rooms';
import { rowWindow, scrollToRow } from '../../../components/options/windowing';
import type { Observation } from '../../../lib/listing/series';
import { TAOBAO_HOSTS } from '../../../lib/sites/hosts';

const DAY = 86_400_000;
function seen(atMs: number, fen: number | null, over: Partial<Observation> = {}): Observation {
  const price = fen === null ? null : { minFen: fen, maxFen: fen };
  return {
    series: 'taobao:1|page|exact',
    listingId: 'taobao:1',
    skuId: null,
    atMs,
    listPrice: price,
    beforePrice: price,
    publicPrice: price,
    finalPrice: null,
    steps: [],
    account: 'unknown',
    gated: false,
    ...over,
  };
}

test('the drawn rows and the space around them are always the whole list', () => {
  const list = fc.tuple(fc.nat(50_000), fc.nat(3_000_000), fc.integer({ min: 1, max: 3000 }));
  fc.assert(
    fc.property(list, ([count, top, height]) => {
      const { from, to, above, below } = rowWindow(count, 36, top, height);
      expect(above + (to - from) * 36 + below).toBe(count * 36);
      expect(from).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('of a long list, what is in sight is drawn and little else', () => {
  const list = fc.tuple(
    fc.integer({ min: 101, max: 50_000 }),
    fc.nat(1_000_000),
    fc.integer({ min: 1, max: 3000 }),
  );
  fc.assert(
    fc.property(list, ([count, scroll, height]) => {
      const top = scroll % Math.max(1, count * 36 - height);
      const { from, to, above, slots } = rowWindow(count, 36, top, height);
      expect(to - from).toBeLessThanOrEqual(slots);
      expect(to - from).toBeLessThanOrEqual(height / 36 + 28);
      expect(above).toBeLessThanOrEqual(top);
      expect(to * 36).toBeGreaterThanOrEqual(Math.min(count * 36, top + height));
    }),
  );
});

test('rows come and go some at a time, with six to spare on both sides', () => {
  const windows = Array.from({ length: 360 }, (_, px) => {
    const top = 36_000 + px;
    const { from, to } = rowWindow(50_000, 36, top, 720);
    expect((from + 6) * 36).toBeLessThanOrEqual(top);
    expect((to - 6) * 36).toBeGreaterThanOrEqual(top + 720);
    return `${from} ${to}`;
  });
  // Ten rows pass by: the drawn ones change at most twice, both ends at once.
  expect(new Set(windows).size).toBeLessThanOrEqual(3);
});

test('scrolling to a row brings it wholly below the sticky head', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(20_000), (index, top) => {
      const at = scrollToRow(index, 36, top, 600, 31);
      expect(index * 36).toBeGreaterThanOrEqual(at);
      expect((index + 1) * 36 + 31).toBeLessThanOrEqual(at + 600);
    }),
  );
});

test('a chart holds a price until the next sight and breaks after 14 days without one', () => {
  const rows = [seen(0, 100), seen(GAP_MS, 100), seen(2 * GAP_MS + 1, 300)];
  const lines = priceLines(rows, null, 3 * GAP_MS);
  expect(lines.publicMin).toEqual([1, 1, null, 3]);
  // The row that breaks the line is no sight: the pointer there reads the sight before it.
  const aligned = alignPlots([listingPlot(lines, 'x', 0)]);
  expect([0, 1, 2, 3].map((row) => sightOf(aligned, row))).toEqual([0, 1, 1, 3]);
});

test('a gated price is not drawn, and 起 has no upper end', () => {
  const from = seen(DAY, null, { publicPrice: { minFen: 900, maxFen: null } });
  const lines = priceLines([seen(0, 1, { gated: true }), from], null, 2 * DAY);
  expect(lines.at).toHaveLength(1);
  expect([lines.publicMin, lines.publicMax]).toEqual([[9], [null]]);
});

test('only the chosen days are drawn', () => {
  const rows = [seen(0, 1), seen(50 * DAY, 2), seen(89 * DAY, 3)];
  expect(priceLines(rows, 30, 90 * DAY).publicMin).toEqual([0.03]);
});

test('series are never joined; the one seen last comes first', () => {
  const rows = [seen(5, 1), seen(9, 2, { series: 'taobao:1|77|from', skuId: '77' }), seen(2, 3)];
  const choices = seriesOf(rows);
  expect(choices.map(({ skuId, isFrom }) => [skuId, isFrom])).toEqual([
    ['77', true],
    [null, false],
  ]);
  expect(choices[1]?.observations.map((each) => each.atMs)).toEqual([2, 5]);
});

test.each(TAOBAO_HOSTS)('an address on %s leads back to the same listing', (host) => {
  const id = 'taobao:700000000001';
  expect(listingIdIn(listingAddress(host, id), TAOBAO_HOSTS)).toBe(id);
});

test.each([
  ['700000000001', 'taobao:700000000001'],
  ['https://detail.tmall.com/item.htm?spm=a1&id=700000000001&skuId=5', 'taobao:700000000001'],
  ['https://evil.example/item.htm?id=700000000001', null],
  ['https://detail.tmall.com.evil.example/?id=700000000001', null],
  ['https://detail.tmall.com/item.htm?id=abc', null],
  ['javascript:alert(1)', null],
  ['防晒衣', null],
  ['12345', null],
])('%s is read as a listing or not', (text, id) => {
  expect(listingIdIn(text, TAOBAO_HOSTS)).toBe(id);
});

test('routes survive the address, and unknown ones lead to the watchlists', () => {
  expect(routeOf(hashOf('benchmarks', 'a/b', 'points'))).toEqual({
    room: 'benchmarks',
    id: 'a/b',
    part: 'points',
  });
  expect(routeOf('')).toEqual({ room: 'watch', id: null, part: null });
  expect(routeOf('#/nowhere/x').room).toBe('watch');
  expect(routeOf('#/watch/%E0%A4%A').id).toBe('%E0%A4%A');
});
