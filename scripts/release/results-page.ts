import type { Kept } from './kept-figures.ts';

/** The command that gives the figures of a test, whole; the extension has to be built before. */
export function commandOf(file: string): string {
  const inE2e = file.match(/^tests\/e2e\/(.+)\.spec\.ts$/);
  if (inE2e !== null) return `CAMPAIGN=whole npm run test:e2e -- e2e/${inE2e[1]}`;
  const inLong = file.match(/^tests\/long\/(.+)\.test\.ts$/);
  if (inLong !== null) return `npm run test:long -- --only long ${inLong[1]}`;
  if (file.startsWith('scripts/release/')) return 'npm run release:check -- --only zips';
  return `node ${file}`;
}

/** What the page of results is made of. */
export type Results = {
  figures: readonly Kept[];
  /** Tests that keep figures, of which none is here. */
  unmeasured: readonly string[];
  /** The machine that measured, for the reader; '' to say nothing. */
  machine: string;
};

/** How many of the results do not hold: limits that were not met, and campaigns without a figure. */
export function openResults({ figures, unmeasured }: Results): number {
  return figures.filter((row) => !row.met).length + unmeasured.length;
}

/** The page `tests/long/RESULTS.md`: one table with every figure, then the commands that give them. */
export function resultsPage(results: Results): string {
  const { figures, unmeasured, machine } = results;
  const files = [...new Set([...figures.flatMap((row) => row.file ?? []), ...unmeasured])];
  const open = openResults(results);
  const lines = [
    '# Results of the campaigns',
    '',
    '`npm run release:check` runs every campaign whole and writes this page; with `-- --table` it writes',
    'the page from the figures that were kept last, without running anything. "A tenth" marks a figure',
    'of `npm test`, for a campaign that has not been run whole yet.',
    '',
    ...(machine === '' ? [] : [machine, '']),
    open === 0
      ? `All ${figures.length} figures hold.`
      : `${figures.length} figures; ${open} ${open === 1 ? 'line is' : 'lines are'} open.`,
    '',
    '| | campaign | figure | value | must be | holds | measured |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...figures.map((row) => figureLine(row, files)),
    ...unmeasured.map((file) => `| ${letterOf(file, files)} | ${file} | | | | not measured | |`),
    '',
    '## Commands',
    '',
    'Each gives the figures with its number; `npm run build` comes first.',
    '',
    ...files.map((file) => `${letterOf(file, files)}. \`${commandOf(file)}\``),
    '',
  ];
  return lines.join('\n');
}

function figureLine(row: Kept, files: readonly string[]): string {
  const holds = row.limit === null && row.met ? '' : row.met ? 'yes' : '**no**';
  const measured = `${row.at.slice(0, 10)}${row.whole ? '' : ', a tenth'}`;
  const letter = row.file === null ? '' : letterOf(row.file, files);
  const cells = [letter, row.campaign, row.figure, row.value, row.limit ?? '', holds, measured];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** A cell's text: nothing in it ends the cell or the line. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}

function letterOf(file: string, files: readonly string[]): string {
  return String(files.indexOf(file) + 1);
}
