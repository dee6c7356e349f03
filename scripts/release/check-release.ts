import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { FIGURES_FILE, keepFigure } from '../../tests/figures.ts';
import { ensureChromium } from '../find-chromium.ts';
import { ROOT, run, Trouble } from '../run.mjs';
import { LONG_STEPS, TEST_STEPS, type Counts } from '../test-steps.ts';
import { campaignFiles, TIMED } from './campaigns.ts';
import { keptFigures, newestFigures } from './kept-figures.ts';
import { openResults, resultsPage, type Results } from './results-page.ts';
import { zipTwice } from './same-zip.ts';

const RESULTS = join(ROOT, 'tests', 'long', 'RESULTS.md');
const SOAK = join(ROOT, 'tests', 'long', 'soak', 'run.ts');

/** Steps of `npm run test:long` that are among the campaigns here, whichever folder they are in. */
const ON_THE_BUILT_EXTENSION = new Set(['hostile', 'storage']);

type ReleaseStep = { name: string; does: () => Promise<Counts> };

const counted = (ok: boolean): Counts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** A step of `npm test`, narrowed by file names. */
function testStep(name: string, filter: string[] = []): ReleaseStep {
  const step = TEST_STEPS.find((each) => each.name === name);
  if (step === undefined) throw new Error(`there is no step ${name}`);
  return { name, does: () => step.does(filter) };
}

async function zips(): Promise<Counts> {
  const { same, digests, bytes } = await zipTwice();
  const value = same ? `equal, ${bytes} bytes, ${digests[0]?.slice(0, 16)}…` : digests.join(' ≠ ');
  keepFigure({ campaign: 'release', figure: 'zips', value, limit: 'byte-equal', met: same });
  return counted(same);
}

/** Long campaigns, the timed ones first and alone, then the built files (manifest, policy, notices), the warning, zips and soak. */
function releaseSteps(): ReleaseStep[] {
  const inE2e = (timed: boolean) =>
    campaignFiles()
      .filter((file) => TIMED.includes(file) === timed)
      .flatMap((file) => file.match(/^tests\/(e2e\/.+)$/)?.[1] ?? []);
  return [
    ...LONG_STEPS.filter(({ name }) => !ON_THE_BUILT_EXTENSION.has(name)).map((step) => ({
      name: step.name,
      does: () => step.does([]),
    })),
    { ...testStep('e2e', [...inE2e(true), '--workers=1']), name: 'timed' },
    { ...testStep('e2e', inE2e(false)), name: 'campaigns' },
    { name: 'zips', does: zips },
    { ...testStep('build'), name: 'zip' },
    testStep('bundle'),
    { ...testStep('e2e', ['e2e/network']), name: 'warning' },
    { name: 'soak', does: async () => counted((await run(process.execPath, [SOAK])) === 0) },
  ];
}

/** The results as they were kept, however old. */
function keptResults(): Results {
  const kept = existsSync(FIGURES_FILE) ? keptFigures(readFileSync(FIGURES_FILE, 'utf8')) : [];
  const files = campaignFiles();
  // What a test that is no more once said is no figure of this product.
  const figures = newestFigures(kept).filter(
    (row) => row.file !== null && (files.includes(row.file) || row.campaign === 'release'),
  );
  const measured = new Set(figures.map((row) => row.file));
  const [cpu] = cpus();
  return {
    figures,
    unmeasured: files.filter((file) => !measured.has(file)),
    machine: `Written on ${cpus().length} × ${cpu?.model.trim() ?? 'a processor'}, Node ${process.versions.node}.`,
  };
}

function writeTable(): number {
  const results = keptResults();
  const page = resultsPage(results);
  writeFileSync(RESULTS, page);
  process.stdout.write(`\n${page}`);
  return openResults(results);
}

/** The steps that `--only a,b` or `--skip a,b` leave. */
function chosen(argv: readonly string[], steps: readonly ReleaseStep[]): ReleaseStep[] {
  const named = (option: string): string[] | null => {
    const at = argv.indexOf(option);
    const names = at === -1 ? null : (argv[at + 1] ?? '').split(',');
    const unknown = names?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
    if (unknown.length === 0) return names;
    const known = steps.map((step) => step.name).join(', ');
    throw new Trouble(`There is no step ${unknown.join(', ')}; the steps are ${known}.`);
  };
  const only = named('--only');
  const skip = named('--skip') ?? [];
  return steps.filter(({ name }) => (only?.includes(name) ?? true) && !skip.includes(name));
}

/** Runs what stands before a release and writes the table; the answer is the exit code. */
export async function checkRelease(argv: readonly string[]): Promise<number> {
  if (argv.includes('--table')) return writeTable() === 0 ? 0 : 1;
  const steps = chosen(argv, releaseSteps());
  await ensureChromium();
  process.env['CAMPAIGN'] = 'whole';
  const failed: string[] = [];
  for (const { name, does } of steps) {
    process.stdout.write(`\n── ${name}\n`);
    const counts = await does().catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      return counted(false);
    });
    if (counts.failed > 0) failed.push(name);
  }
  const open = writeTable();
  process.stdout.write(
    failed.length === 0 && open === 0
      ? '\nReady to be released.\n'
      : `\nNot ready: ${[...failed, ...(open === 0 ? [] : [`${open} open lines`])].join(', ')}\n`,
  );
  return failed.length === 0 && open === 0 ? 0 : 1;
}
