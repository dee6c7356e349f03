import { commands } from 'vitest/browser';
import type { Ratio } from './segmenter-alternate';

/** What the bench's configuration knows of the run: commit, processor, Node, load before it. */
declare const BENCH_RUN: { commit: string; machine: string; node: string; load: string };

/** One line of the table: a figure of ours, or a ratio of ours over a peer's. */
export type Row = {
  target: string;
  figure: string;
  value: string;
  ratio: Ratio | null;
  limit: number | null;
};

const FILE = 'tests/bench/RESULTS.md';
const COMMAND = 'npm run bench';

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

function line({ target, figure, value, ratio, limit }: Row): string {
  const quartiles =
    ratio === null ? '' : `${shown(ratio.median)} (${shown(ratio.low)} to ${shown(ratio.high)})`;
  const best = ratio === null ? '' : shown(ratio.best);
  const verdict =
    ratio === null || limit === null ? '' : ratio.high <= limit ? 'met' : 'not met in this run';
  const cells = [target, figure, value, quartiles, best, limit === null ? '' : `≤ ${limit}`];
  return `| ${[...cells, verdict].join(' | ')} |`;
}

/**
 * Writes one bench's section of the results, in place of the one before, and prints it. A ratio is
 * ours over the peer's, lower is better; a target is met when the upper quartile meets it.
 */
export async function writeSection(title: string, notes: string[], rows: Row[]): Promise<void> {
  const browser = /Chrom\w*\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? 'Chromium';
  const { commit, machine, node, load } = BENCH_RUN;
  const section = [
    `## ${title}`,
    '',
    `\`${COMMAND}\` at ${commit}; ${machine}; ${browser}, Node ${node}; load average before: ${load}.`,
    ...notes,
    '',
    '| target | figure | ours | ratio: median (quartiles) | quickest over quickest | limit | |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(line),
    '',
  ].join('\n');
  // eslint-disable-next-line no-console -- the bench's output
  console.info(section);
  const before = await commands.readFile(FILE).catch(() => '# Results\n');
  const others = before
    .split(/^(?=## )/m)
    .filter((part) => !part.startsWith(`## ${title}\n`))
    .map((part) => part.trim());
  await commands.writeFile(FILE, `${[...others, section.trim()].join('\n\n')}\n`);
}
