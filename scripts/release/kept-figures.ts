/** A figure as a campaign kept it (`tests/figures.ts`). `whole`: the campaign ran in full size. */
export type Kept = {
  campaign: string;
  figure: string;
  value: string;
  limit: string | null;
  met: boolean;
  whole: boolean;
  at: string;
  /** The test that gave it, from the project's folder, with `/`; null where it did not say. */
  file: string | null;
  /** Digest of that test as it was then; null where it was not kept. */
  source: string | null;
};

/** The figures of a file of lines; a line that is torn or strange is left out. */
export function keptFigures(text: string): Kept[] {
  return text.split('\n').flatMap((line) => keptFigure(line) ?? []);
}

function keptFigure(line: string): Kept | null {
  let row: Partial<Kept> | null;
  try {
    row = JSON.parse(line) as Partial<Kept> | null;
  } catch {
    return null;
  }
  const texts = [row?.campaign, row?.figure, row?.value, row?.at];
  if (row === null || texts.some((text) => typeof text !== 'string')) return null;
  const { campaign = '', figure = '', value = '', at = '', limit = null } = row;
  return {
    campaign,
    figure,
    value,
    limit,
    met: row.met === true,
    whole: row.whole === true,
    at,
    file: row.file ?? null,
    source: row.source ?? null,
  };
}

/**
 * The figures that the tests of today write, the newest of each, in the order of tests and names. A
 * campaign in full size counts before a tenth of it, however new that is; what a test no longer
 * says, by its newest wording that ran, is no figure any more.
 */
export function newestFigures(kept: readonly Kept[]): Kept[] {
  const today = saidToday(kept);
  const newest = new Map<string, Kept>();
  for (const row of kept) {
    if (!today.has(sizelessName(row))) continue;
    const key = [fileOf(row), row.campaign, row.figure].join('\n');
    const known = newest.get(key);
    const isBetter =
      known === undefined ||
      (row.whole && !known.whole) ||
      (row.whole === known.whole && row.at >= known.at);
    if (isBetter) newest.set(key, row);
  }
  // A campaign whose size stands in its name: the tenth goes where it ran whole.
  const whole = new Set([...newest.values()].filter((row) => row.whole).map(sizelessName));
  return [...newest.values()]
    .filter((row) => row.whole || !whole.has(sizelessName(row)))
    .toSorted((a, b) => compare(fileOf(a), fileOf(b)) || compare(a.campaign, b.campaign));
}

/** The figures that each test says in the newest wording that has run, whatever the size. */
function saidToday(kept: readonly Kept[]): Set<string> {
  const last = new Map<string, Kept>();
  for (const row of kept) {
    const known = last.get(fileOf(row));
    if (known === undefined || row.at >= known.at) last.set(fileOf(row), row);
  }
  const isToday = (row: Kept) => row.source === last.get(fileOf(row))?.source;
  return new Set(kept.filter(isToday).map(sizelessName));
}

/** A figure's name with its numbers taken out: a tenth of a campaign says others. */
function sizelessName(row: Kept): string {
  return [fileOf(row), row.campaign, row.figure].join('\n').replaceAll(/\d[\d,.]*/g, '#');
}

function fileOf(row: Kept): string {
  return row.file ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
