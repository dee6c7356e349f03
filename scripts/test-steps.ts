import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { forgetSections, writeTable } from '../tests/bench/table.ts';
import { playwrightFailures, vitestFailures, type Failure } from './failures.ts';
import { filesTooLong } from './line-limit.ts';
import { projectEnv, ROOT, runPackage } from './run.mjs';

const REPORTS = join(ROOT, '.cache', 'reports');

/** How many checks passed, failed and were skipped. */
export type Counts = { passed: number; failed: number; skipped: number };

/** What a step answers: its counts, and which tests failed where its runner says so. */
export type Outcome = Counts & { failures?: Failure[] };

/** One step; `filter` narrows the files of a test runner. */
export type Step = {
  name: string;
  does: (filter: string[]) => Promise<Outcome>;
  /** It needs a Chromium. */
  inBrowser?: true;
};

/** A step without tests of its own (a format check, a build) counts as one. */
function single(ok: boolean): Counts {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/**
 * Judges a test runner by its exit code and its own report together: a crash, a missing report
 * and "no tests found" are failures whatever the other of the two says.
 */
export function judge(exitCode: number, counts: Counts | null): Counts {
  if (counts === null || counts.passed + counts.failed === 0) {
    return { passed: 0, failed: 1, skipped: counts?.skipped ?? 0 };
  }
  if (exitCode !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

function readReport(file: string): unknown {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

function freshReport(name: string): string {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: object[] }[];
};

/** Counts of Vitest's JSON report; a file that failed to load counts as one failure. */
export function vitestCounts(report: VitestReport | null): Counts | null {
  if (report === null) return null;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** Counts of Playwright's JSON report; an error outside any test counts as one failure. */
export function playwrightCounts(report: PlaywrightReport | null): Counts | null {
  if (report === null) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

async function vitest(
  name: string,
  filter: string[],
  more: Record<string, string> = {},
): Promise<Outcome> {
  const file = freshReport(name);
  const config = `tests/vitest.${name}.config.ts`;
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '-c', config, ...reporters, ...filter];
  const code = await runPackage('vitest/vitest.mjs', args, { env: projectEnv(more) });
  const report = readReport(file) as VitestReport | null;
  return { ...judge(code, vitestCounts(report)), failures: vitestFailures(report) };
}

async function playwright(
  filter: string[],
  more: Record<string, string> = {},
  config = 'playwright',
): Promise<Outcome> {
  const file = freshReport('e2e');
  const args = ['test', '-c', `tests/${config}.config.ts`, '--reporter=list,json', ...filter];
  const env = projectEnv({ PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...more });
  const code = await runPackage('@playwright/test/cli.js', args, { env });
  const report = readReport(file) as PlaywrightReport | null;
  return { ...judge(code, playwrightCounts(report)), failures: playwrightFailures(report) };
}

async function tool(script: string, args: string[]): Promise<Counts> {
  return single((await runPackage(script, args)) === 0);
}

function lineLimit(): Counts {
  const tooLong = filesTooLong();
  for (const { file, lines } of tooLong) process.stdout.write(`${file}: ${lines} lines\n`);
  return single(tooLong.length === 0);
}

/**
 * Every step of `npm test`, in order. `wxt prepare` writes the types that lint, type check and
 * tests need, so it comes first; the build comes before the tests that read or run it.
 */
export const TEST_STEPS: Step[] = [
  { name: 'prepare', does: () => tool('wxt/bin/wxt.mjs', ['prepare']) },
  { name: 'format', does: () => tool('oxfmt/bin/oxfmt', ['--check', '.']) },
  { name: 'lint', does: () => tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'lines', does: async () => lineLimit() },
  { name: 'types', does: () => tool('typescript/bin/tsc', ['--noEmit']) },
  { name: 'unit', does: (filter) => vitest('unit', filter) },
  { name: 'browser', does: (filter) => vitest('browser', filter), inBrowser: true },
  { name: 'build', does: () => tool('wxt/bin/wxt.mjs', ['zip']) },
  { name: 'bundle', does: (filter) => vitest('bundle', filter) },
  { name: 'e2e', does: (filter) => playwright(filter), inBrowser: true },
];

/** For examples that nobody has drawn before. */
const newSeed = () => ({ SEED: String(Date.now() % 2 ** 31) });

/** The steps of `npm run test:long`: the campaigns run the built extension. */
export const LONG_STEPS: Step[] = [
  { name: 'prepare', does: () => tool('wxt/bin/wxt.mjs', ['prepare']) },
  { name: 'build', does: () => tool('wxt/bin/wxt.mjs', ['build']) },
  // The properties once more.
  { name: 'unit', does: (filter) => vitest('unit', filter, newSeed()) },
  { name: 'browser', does: (filter) => vitest('browser', filter, newSeed()), inBrowser: true },
  { name: 'long', does: (filter) => vitest('long', filter), inBrowser: true },
  {
    name: 'hostile',
    does: (filter) => playwright(['e2e/hostile', ...filter], { CAMPAIGN: 'whole' }),
    inBrowser: true,
  },
  {
    name: 'storage',
    does: (filter) => playwright(['e2e/storage', ...filter], { CAMPAIGN: 'whole' }),
    inBrowser: true,
  },
  {
    name: 'month',
    does: (filter) => playwright(['e2e/month', ...filter], { CAMPAIGN: 'whole' }),
    inBrowser: true,
  },
];

/** How often every comparison is made, each time in fresh browsers; a target is met in all or missed. */
const BENCH_PASSES = ['1', '2', '3'];

function benchPass(pass: string): Step[] {
  const more = { BENCH_PASS: pass };
  return [
    { name: `bench-${pass}`, does: (filter) => vitest('bench', filter, more), inBrowser: true },
    {
      name: `bench-extension-${pass}`,
      does: (filter) => playwright(filter, more, 'playwright.bench'),
      inBrowser: true,
    },
  ];
}

/** The table of all passes; every limit that gates is a check. */
function benchTable(): Counts {
  const { passed, failed, lines } = writeTable();
  for (const line of lines) process.stdout.write(`${line}\n`);
  return { passed, failed, skipped: 0 };
}

function freshBench(): Counts {
  forgetSections();
  return single(true);
}

/** The steps of `npm run bench`: comparisons in Chromium, then on the built extension. */
export const BENCH_STEPS: Step[] = [
  { name: 'prepare', does: () => tool('wxt/bin/wxt.mjs', ['prepare']) },
  { name: 'build', does: () => tool('wxt/bin/wxt.mjs', ['zip']) },
  { name: 'fresh', does: async () => freshBench() },
  ...BENCH_PASSES.flatMap(benchPass),
  { name: 'table', does: async () => benchTable() },
];
