import { expect, test } from 'vitest';
import { keepFigure } from '../figures.ts';
import { runCampaign } from '../fixtures/tables/mutation-campaign';

test('20,000 mutated workbooks: no wrong row, no hang, nothing thrown', async () => {
  const result = await runCampaign(20_000, 20_261_122);
  console.log(
    `tables: ${result.same} the same, ${result.refused} refused, slowest ${result.slowestMs.toFixed(0)} ms`,
  );
  const figures = [
    ['workbooks told wrongly', result.wrong.length],
    ['readers that threw', result.thrown.length],
  ] as const;
  for (const [figure, count] of figures)
    keepFigure({
      campaign: '20,000 mutated workbooks',
      figure,
      value: String(count),
      limit: '0',
      met: count === 0,
    });
  keepFigure({
    campaign: '20,000 mutated workbooks',
    figure: 'slowest',
    value: `${result.slowestMs.toFixed(0)} ms`,
    limit: 'below 10,000 ms',
    met: result.slowestMs < 10_000,
  });
  expect(result.wrong).toEqual([]);
  expect(result.thrown).toEqual([]);
  // A hang, not a busy machine.
  expect(result.slowestMs).toBeLessThan(10_000);
  expect(result.same + result.refused).toBe(20_000);
});
