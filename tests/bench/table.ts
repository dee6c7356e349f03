import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECTIONS } from './extension/keep-section.ts';
import { knownMiss } from './known-misses.ts';
import { gates, isMet, medianOf, type Row, type Section } from './row.ts';

const FILE = join(import.meta.dirname, 'RESULTS.md');
const HEAD = `# Results

\`npm run bench\` writes this. A ratio is ours over the peer's in the same page or browser, in alternating blocks, lower is
better: the median of the passes' medians, and in brackets the lowest lower and the highest upper quartile of them. A
target is met where the upper quartile meets it in **every** pass; each pass has fresh browsers. Ratios and amounts gate,
times (⏱) are this machine's own and fail nothing. Known misses stand in \`known-misses.ts\` with their reason.
`;

/** Forgets what earlier runs found. */
export function forgetSections(): void {
  rmSync(SECTIONS, { recursive: true, force: true });
}

/** Writes the table of everything that was kept, and answers how many limits are met and missed. */
export function writeTable(): { passed: number; failed: number; lines: string[] } {
  const files = existsSync(SECTIONS)
    ? readdirSync(SECTIONS).filter((f) => f.endsWith('.json'))
    : [];
  const sections = files
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(SECTIONS, file), 'utf8')) as Section);
  const count = { passed: 0, failed: 0, lines: [] as string[] };
  const parts = [...new Set(sections.map(({ title }) => title))].map((title) =>
    sectionText(
      title,
      sections.filter((section) => section.title === title),
      count,
    ),
  );
  // A narrowed run leaves the sections of the others as they are.
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8').split(/^(?=## )/m) : [];
  const titles = sections.map(({ title }) => `## ${title}\n`);
  const kept = before.filter(
    (part) => part.startsWith('## ') && !titles.some((title) => part.startsWith(title)),
  );
  const all = [...parts, ...kept.map((part) => part.trim())].toSorted();
  writeFileSync(FILE, `${[HEAD.trim(), ...all].join('\n\n')}\n`);
  return count;
}

type Count = { passed: number; failed: number; lines: string[] };

function sectionText(title: string, passes: Section[], count: Count): string {
  const { run, notes } = passes[0]!;
  const loads = passes.map((section) => section.run.load).join(', ');
  const figures = new Map<string, Row[]>();
  for (const { rows } of passes)
    for (const row of rows) {
      const key = `${row.target}|${row.figure}|${row.peer ?? ''}`;
      figures.set(key, [...(figures.get(key) ?? []), row]);
    }
  return [
    `## ${title}`,
    '',
    `${run.at} at ${run.commit}; ${run.machine}; ${run.browser}, Node ${run.node}; ${passes.length} passes, load average before each: ${loads}.`,
    ...notes,
    '',
    '| target | figure | ours | peer | ratio: median (quartiles) | quickest over quickest | limit | |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...[...figures.values()].map((rows) => line(rows, count)),
  ].join('\n');
}

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

function line(rows: Row[], count: Count): string {
  const [{ target, figure, limit, peer = '' }] = rows as [Row];
  const ratios = rows.map(({ ratio }) => ratio).filter((ratio) => ratio !== null);
  const low = Math.min(...ratios.map((ratio) => ratio.low));
  const high = Math.max(...ratios.map((ratio) => ratio.high));
  const median = medianOf(ratios.map((ratio) => ratio.median));
  const quartiles = ratios.length === 0 ? '' : `${shown(median)} (${shown(low)} to ${shown(high)})`;
  const best = ratios.length === 0 ? '' : shown(Math.min(...ratios.map((ratio) => ratio.best)));
  const isTime = rows.some(({ time }) => time !== undefined);
  const cells = [
    target,
    figure,
    rows.map(({ value }) => value).join(' · '),
    peer,
    quartiles,
    best,
    limit === null ? '' : `≤ ${limit}${isTime ? ' ⏱' : ''}`,
    verdict(rows, count),
  ];
  return `| ${cells.join(' | ')} |`;
}

function verdict(rows: Row[], count: Count): string {
  const [{ target, figure, peer }] = rows as [Row];
  const name = `${target} ${figure}${peer === undefined || peer === '' ? '' : ` (${peer})`}`;
  const known = knownMiss(rows[0]!);
  const met = rows.map(isMet).filter((answer) => answer !== null);
  if (met.length === 0) return '';
  const isGate = rows.some(gates);
  if (met.every(Boolean)) {
    if (isGate) count.passed++;
    if (known === undefined) return 'met';
    count.lines.push(`${name}: met again, take it off known-misses.ts`);
    return `**met**, though listed as missed`;
  }
  if (known !== undefined) {
    if (isGate) count.passed++;
    return `**missed**, known: ${known.why}`;
  }
  if (!isGate) return '**not met**';
  count.failed++;
  count.lines.push(`${name}: missed`);
  return '**MISSED**';
}
