import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { campaignFiles, TIMED } from '../../../scripts/release/campaigns.ts';
import { keptFigures, newestFigures, type Kept } from '../../../scripts/release/kept-figures.ts';
import { commandOf, openResults, resultsPage } from '../../../scripts/release/results-page.ts';

const FLOOD: Kept = {
  campaign: 'flood',
  figure: 'slowest',
  value: '120 ms',
  limit: 'at most 200 ms',
  met: true,
  whole: true,
  at: '2026-11-22T10:00:00.000Z',
  file: 'tests/e2e/hostile/flood.spec.ts',
  source: 'abc',
};

test('torn and strange lines are left out, the others are read', () => {
  const text = [JSON.stringify(FLOOD), '{"campaign":"x"', 'null', '{"campaign":1}', ''].join('\n');
  expect(keptFigures(text)).toEqual([FLOOD]);
});

test('a line without a verdict or a size is one that does not hold and a tenth', () => {
  const line = JSON.stringify({ campaign: 'a', figure: 'b', value: '0', at: FLOOD.at });
  expect(keptFigures(line)).toMatchObject([{ met: false, whole: false, file: null, source: null }]);
});

test('the newest figure counts, and one in full size before a tenth of it', () => {
  const later = { ...FLOOD, value: '130 ms', at: '2026-11-23T10:00:00.000Z' };
  const tenth = { ...FLOOD, value: '90 ms', whole: false, at: '2026-11-24T10:00:00.000Z' };
  expect(newestFigures([later, FLOOD])).toEqual([later]);
  expect(newestFigures([FLOOD, later, tenth])).toEqual([later]);
  expect(newestFigures([tenth])).toEqual([tenth]);
});

test('a tenth under a name of its own goes where the same figure was measured whole', () => {
  const whole = { ...FLOOD, campaign: 'flood of 10,000' };
  const tenth = { ...FLOOD, campaign: 'flood of 1,000', whole: false };
  const elsewhere = { ...tenth, file: 'tests/e2e/hostile/clicks.spec.ts' };
  const other = { ...tenth, figure: 'median' };
  expect(newestFigures([whole, tenth, elsewhere, other])).toEqual([elsewhere, other, whole]);
});

test('what a test no longer says is gone, and what it still says stays whole', () => {
  const at = '2026-11-24T10:00:00.000Z';
  const together = { ...FLOOD, campaign: '100 kills, 25 flips', value: '29', met: false };
  const kills = { ...FLOOD, campaign: '100 kills' };
  const earlier = [together, kills];
  const tenth = { ...kills, campaign: '10 kills', whole: false, source: 'def', at };
  expect(newestFigures(earlier)).toEqual([kills, together]);
  expect(newestFigures([...earlier, tenth])).toEqual([kills]);
  expect(newestFigures([tenth, ...earlier])).toEqual([kills]);
});

test('a run of a part of a test leaves the figures of its other parts', () => {
  const other = { ...FLOOD, figure: 'median' };
  const again = { ...FLOOD, value: '130 ms', at: '2026-11-24T10:00:00.000Z' };
  expect(newestFigures([FLOOD, other, again])).toEqual([again, other]);
});

test('figures from before wordings were kept stand until their test has run again', () => {
  const before = { ...FLOOD, source: null };
  const gone = { ...before, figure: 'median' };
  expect(newestFigures([before, gone])).toEqual([before, gone]);
  const again = { ...FLOOD, at: '2026-11-24T10:00:00.000Z' };
  expect(newestFigures([before, gone, again])).toEqual([again]);
});

test('the page names every figure, whether it holds, and the command that gives it', () => {
  const failed = { ...FLOOD, figure: 'median | worst', met: false, whole: false };
  const unmeasured = ['tests/long/soak/run.ts'];
  const results = { figures: [FLOOD, failed], unmeasured, machine: '' };
  expect(openResults(results)).toBe(2);
  const page = resultsPage(results);
  expect(page).toContain('2 figures; 2 lines are open.');
  expect(page).toContain(
    '| 1 | flood | slowest | 120 ms | at most 200 ms | yes | 2026-11-22 |\n' +
      '| 1 | flood | median \\| worst | 120 ms | at most 200 ms | **no** | 2026-11-22, a tenth |\n' +
      '| 2 | tests/long/soak/run.ts | | | | not measured | |',
  );
  expect(page).toContain(
    '1. `CAMPAIGN=whole npm run test:e2e -- e2e/hostile/flood`\n2. `node tests/long/soak/run.ts`',
  );
});

test('a figure that is only recorded needs no verdict', () => {
  const recorded = { ...FLOOD, limit: null };
  const results = { figures: [recorded], unmeasured: [], machine: 'On a machine.' };
  expect(openResults(results)).toBe(0);
  expect(resultsPage(results)).toContain('| 1 | flood | slowest | 120 ms |  |  | 2026-11-22 |');
  expect(resultsPage(results)).toContain('All 1 figures hold.');
});

test('each kind of test has its command', () => {
  expect(commandOf('tests/long/tables.test.ts')).toBe('npm run test:long -- --only long tables');
  expect(commandOf('scripts/release/check-release.ts')).toContain('release:check');
});

test('every test that keeps figures is a campaign, and nothing else is', () => {
  const root = mkdtempSync(join(tmpdir(), 'campaigns-'));
  const put = (file: string, text: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  put('tests/e2e/hostile/a.spec.ts', `say('a', {});`);
  put('tests/e2e/hostile/keep.ts', `keepFigure({});`);
  put('tests/e2e/b.spec.ts', `expect(1).toBe(1); essay(2);`);
  put('tests/long/c.test.ts', `keepFigure({});`);
  put('tests/long/soak/run.ts', `keepFigure({});`);
  expect(campaignFiles(root)).toEqual([
    'tests/e2e/hostile/a.spec.ts',
    'tests/long/c.test.ts',
    'tests/long/soak/run.ts',
  ]);
  rmSync(root, { recursive: true });
});

test('what runs with nothing beside it are campaigns that there are', () => {
  expect(campaignFiles()).toEqual(expect.arrayContaining(TIMED));
});
