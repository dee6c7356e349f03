import { expect, test } from 'vitest';
import type { TitleCoverage } from '../../../lib/analysis/coverage-result';
import { CHECK_LISTED } from '../../../lib/background/routes-own';
import { SAMPLE_NOW_MS } from '../../fixtures/sample-snapshot';
import { keyword } from '../analysis/keyword';
import { aBenchmark } from '../db/examples';
import { fakeHouse } from './fake-house';

test('a title that is being written: every word is counted, and so many listed as a page shows', async () => {
  const it = fakeHouse(SAMPLE_NOW_MS);
  const benchmark = aBenchmark('many');
  await it.command({ kind: 'save-benchmark', benchmark, baseRevision: null });
  const keywords = Array.from({ length: 60 }, (_, n) => keyword(`型号${n + 100}`));
  await it.command({
    kind: 'save-keywords',
    benchmarkId: 'many',
    keywords: [keyword('防晒衣'), ...keywords],
    baseRevision: null,
  });
  const asked = { title: '夏季新款防晒衣女', benchmarkId: 'many' };
  const answer = await it.fromOwn<TitleCoverage>('check-title', asked);
  if (!answer.ok) throw new Error(answer.failure.code);
  const { total, covered, counts, matches, missing } = answer.value;
  expect([total, covered, counts.missing]).toEqual([61, 1, 60]);
  expect(matches.map(({ word }) => word)).toEqual(['防晒衣']);
  expect(missing).toHaveLength(CHECK_LISTED);
  expect(JSON.stringify(answer).length).toBeLessThan(12_000);
});

test('without a benchmark, or one that is gone, only the title itself is told of', async () => {
  const it = fakeHouse(SAMPLE_NOW_MS);
  for (const benchmarkId of [null, 'gone']) {
    // oxlint-disable-next-line no-await-in-loop -- one house
    const answer = await it.fromOwn<TitleCoverage>('check-title', { title: '防晒衣', benchmarkId });
    expect(answer).toMatchObject({ ok: true, value: { total: 0, length: { units: 6 } } });
  }
});
