import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { playwrightFailures, vitestFailures } from '../../../scripts/failures.ts';
import { filesTooLong } from '../../../scripts/line-limit.ts';
import { judge, playwrightCounts, vitestCounts } from '../../../scripts/test-steps.ts';

const counts = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });

test('a runner that passed is believed', () => {
  expect(judge(0, counts(3, 0, 1))).toEqual(counts(3, 0, 1));
  expect(judge(1, counts(3, 2))).toEqual(counts(3, 2));
});

test('a crash, a missing report and no tests at all are failures', () => {
  expect(judge(0, null)).toEqual(counts(0, 1));
  expect(judge(0, counts(0, 0, 4))).toEqual(counts(0, 1, 4));
  expect(judge(1, counts(3, 0))).toEqual(counts(3, 1));
});

test('a Vitest file that does not load counts as a failure', () => {
  const report = {
    numPassedTests: 2,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}, {}] },
    ],
  };
  expect(vitestCounts(report)).toEqual(counts(2, 2, 1));
  expect(vitestCounts(null)).toBeNull();
});

test('a flaky test and an error outside any test are failures', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(playwrightCounts({ stats, errors: [{}] })).toEqual(counts(5, 3, 2));
  expect(playwrightCounts(null)).toBeNull();
});

test('what failed is named with the beginning of its error, without colours', () => {
  const red = `${String.fromCharCode(27)}[31mexpected 1${String.fromCharCode(27)}[39m`;
  expect(
    vitestFailures({
      testResults: [
        { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
        {
          name: 'b.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'stands' },
            { status: 'failed', fullName: 'falls', failureMessages: [red] },
          ],
        },
      ],
    }),
  ).toEqual([
    { test: 'a.test.ts', error: 'no such module' },
    { test: 'b.test.ts › falls', error: 'expected 1' },
  ]);
  const spec = (title: string, ok: boolean, message?: string) => ({
    title,
    ok,
    tests: [{ results: [message === undefined ? {} : { error: { message } }] }],
  });
  expect(
    playwrightFailures({
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('stands', true)],
          suites: [{ title: 'at 1280', specs: [spec('falls', false, 'a\n'.repeat(40))] }],
        },
      ],
      errors: ['worker gone'],
    }),
  ).toEqual([
    { test: 'a.spec.ts › at 1280 › falls', error: Array(12).fill('a').join('\n') },
    { test: 'outside any test', error: '"worker gone"' },
  ]);
  expect(vitestFailures(null)).toEqual([]);
  expect(playwrightFailures(null)).toEqual([]);
});

test('a file of 350 lines may stand, one of 351 may not', () => {
  const root = mkdtempSync(join(tmpdir(), 'lines-'));
  for (const folder of ['components', 'entrypoints', 'lib', 'scripts', 'tests']) {
    mkdirSync(join(root, folder));
  }
  writeFileSync(join(root, 'lib', 'fits.ts'), 'a\n'.repeat(350));
  writeFileSync(join(root, 'lib', 'long.ts'), 'a\n'.repeat(351));
  writeFileSync(join(root, 'lib', 'long.json'), 'a\n'.repeat(999));
  expect(filesTooLong(root)).toEqual([{ file: join('lib', 'long.ts'), lines: 351 }]);
  rmSync(root, { recursive: true });
});
