import { setUp } from './set-up.mjs';
import { entry, ROOT, Trouble } from './run.mjs';

// npm test                         every step
// npm test -- --only unit,lint     some steps
// npm test -- --only unit price    one step, its files narrowed
// npm run test:long, npm run bench the campaigns and the comparisons

const argv = process.argv.slice(2);

function chosen(steps, only) {
  if (only === null) return steps;
  const unknown = only.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const names = steps.map((step) => step.name).join(', ');
    throw new Trouble(`There is no step ${unknown.join(', ')}; the steps are ${names}.`);
  }
  return steps.filter((step) => only.includes(step.name));
}

function table(rows) {
  const width = Math.max(...rows.map((row) => row.name.length));
  for (const row of rows) {
    const state = row.failed === 0 ? 'passed' : 'FAILED';
    const skipped = row.skipped > 0 ? `  ${row.skipped} skipped` : '';
    const counts = `${row.passed} passed, ${row.failed} failed${skipped}`;
    const seconds = `${row.seconds.toFixed(1)} s`.padStart(8);
    process.stdout.write(`${row.name.padEnd(width)}  ${state}  ${seconds}  ${counts}\n`);
  }
}

// The runners print their failures where they happened, long before the end.
function nameFailures(rows) {
  for (const row of rows) {
    for (const { test, error } of row.failures ?? []) {
      process.stdout.write(`\nFAILED in ${row.name}: ${test}\n${error}\n`);
    }
  }
}

await entry(async () => {
  process.chdir(ROOT);
  const code = await setUp('scripts/test.mjs');
  if (code !== null) return code;
  const { BENCH_STEPS, LONG_STEPS, TEST_STEPS } = await import('./test-steps.ts');

  const at = argv.indexOf('--only');
  const only = at === -1 ? null : (argv[at + 1] ?? '').split(',');
  const filter = argv.filter((arg, i) => !arg.startsWith('--') && (at === -1 || i !== at + 1));
  const all = argv.includes('--long')
    ? LONG_STEPS
    : argv.includes('--bench')
      ? BENCH_STEPS
      : TEST_STEPS;

  const steps = chosen(all, only);
  if (steps.some((step) => step.inBrowser)) {
    const { ensureChromium } = await import('./find-chromium.ts');
    await ensureChromium();
  }

  const rows = [];
  for (const step of steps) {
    process.stdout.write(`\n── ${step.name}\n`);
    const start = performance.now();
    let counts;
    try {
      counts = await step.does(filter);
    } catch (error) {
      process.stderr.write(`${error.stack}\n`);
      counts = { passed: 0, failed: 1, skipped: 0 };
    }
    rows.push({ name: step.name, ...counts, seconds: (performance.now() - start) / 1000 });
  }

  nameFailures(rows);
  process.stdout.write('\n');
  table(rows);
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  const failed = rows.reduce((sum, row) => sum + row.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
