import { expect, test } from 'vitest';
import { runCampaign } from '../fixtures/tables/mutation-campaign';

test('20,000 mutated workbooks: no wrong row, no hang, nothing thrown', async () => {
  const result = await runCampaign(20_000, 20_261_122);
  console.log(
    `tables: ${result.same} the same, ${result.refused} refused, slowest ${result.slowestMs.toFixed(0)} ms`,
  );
  expect(result.wrong).toEqual([]);
  expect(result.thrown).toEqual([]);
  // A hang, not a busy machine.
  expect(result.slowestMs).toBeLessThan(10_000);
  expect(result.same + result.refused).toBe(20_000);
});
