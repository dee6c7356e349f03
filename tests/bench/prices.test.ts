import { afterAll, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { compileKeywords } from '../../lib/analysis/compiled-keywords';
import { intlGapSplitter } from '../../lib/analysis/segmenter/gaps';
import { parseLexicon } from '../../lib/analysis/segmenter/lexicon';
import { makeSegmenter } from '../../lib/analysis/segmenter/segmenter';
import { titleCoverage } from '../../lib/analysis/title-coverage';
import { percentOf, salesOf } from '../../lib/sites/taobao/count-text';
import { priceOf } from '../../lib/sites/taobao/money-text';
import { seeded, syntheticBank, syntheticTitles } from './matching-bank';
import { writeSection, type Row } from './results';
import { timeRatio } from './segmenter-alternate';

/** The cards of one page of results. */
const CARDS = 48;
const KEYWORDS = 10_000;
const rows: Row[] = [];
let sink = 0;

/** What a card says of money: price, price before, sales, a rate. */
function cards() {
  const random = seeded(29);
  const yuan = () => (9 + random() * 900).toFixed(random() < 0.5 ? 0 : 2);
  return Array.from({ length: CARDS }, (_, n) => ({
    price: [`¥${yuan()}`, `￥ ${yuan()}起`, `${n + 20} ~ ${n + 90}`][n % 3]!,
    before: n % 4 === 0 ? '券后价' : `¥1,${200 + n}.50`,
    sales: [`${n}00+人付款`, '月销 2.3万+', '已售 33'][n % 3]!,
    rate: `好评率 ${90 + (n % 10)}.${n % 10}%`,
  }));
}

afterAll(() =>
  writeSection(
    'Price parse',
    [
      `${CARDS} cards of invented texts, four of them read on each; beside it the titles of the same cards segmented and covered by ${KEYWORDS} keywords.`,
    ],
    rows,
  ),
);

it('P19: reads the prices of a page in a tenth of the time that its titles take', async () => {
  const page = cards();
  expect(priceOf(page[0]!.price)?.minFen).toBeGreaterThan(0);
  expect(priceOf(page[1]!.price)?.maxFen).toBeNull();
  expect(priceOf(page[0]!.before)).toBeNull();
  expect(salesOf(page[1]!.sales)?.count.atLeast).toBe(23_000);
  expect(percentOf(page[3]!.rate)).toBe(93.3);
  const read = () => {
    for (const { price, before, sales, rate } of page)
      sink +=
        (priceOf(price)?.minFen ?? 0) +
        (priceOf(before)?.minFen ?? 0) +
        (salesOf(sales)?.count.atLeast ?? 0) +
        (percentOf(rate) ?? 0);
  };
  const lexicon = parseLexicon(await commands.readFile('public/lexicon.txt'))!;
  const segmenter = makeSegmenter(null, lexicon, intlGapSplitter());
  const compiled = compileKeywords(syntheticBank(KEYWORDS));
  const titles = syntheticTitles(CARDS);
  const options = { nearWindow: 6, limitUnits: 60, listed: 0 };
  const text = () => {
    for (const title of titles)
      sink += segmenter.segment(title).length + titleCoverage(compiled, title, options).covered;
  };
  const ratio = timeRatio(read, text);
  const start = performance.now();
  for (let n = 0; n < 200; n++) read();
  const micros = ((performance.now() - start) * 1000) / (200 * CARDS);
  const figure = 'price, price before, sales and rate of a card';
  const value = `${micros.toFixed(2)} µs`;
  rows.push({ target: 'P19', figure, value, ratio: null, limit: 10, time: micros });
  const peer = 'segmentation and coverage of the same page';
  rows.push({ target: 'P19', figure: 'price parse of one page', value, ratio, limit: 0.1, peer });
  expect(sink).toBeGreaterThan(0);
});
