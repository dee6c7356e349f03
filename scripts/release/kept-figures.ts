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
  const { campaign = '', figure = '', value = '', at = '', limit = null, file = null } = row;
  return {
    campaign,
    figure,
    value,
    limit,
    met: row.met === true,
    whole: row.whole === true,
    at,
    file,
  };
}

/**
 * The newest of each campaign's figures, in the order of tests and names. A campaign in full size
 * counts before a tenth of it, however new that is.
 */
export function newestFigures(kept: readonly Kept[]): Kept[] {
  const newest = new Map<string, Kept>();
  for (const row of kept) {
    const key = `${row.campaign}\n${row.figure}`;
    const known = newest.get(key);
    const isBetter =
      known === undefined ||
      (row.whole && !known.whole) ||
      (row.whole === known.whole && row.at >= known.at);
    if (isBetter) newest.set(key, row);
  }
  // A campaign whose size stands in its name: the tenth goes where the same test ran whole.
  const wholeFiles = new Set([...newest.values()].filter((row) => row.whole).map(fileOf));
  return [...newest.values()]
    .filter((row) => row.whole || row.file === null || !wholeFiles.has(row.file))
    .toSorted((a, b) => compare(fileOf(a), fileOf(b)) || compare(a.campaign, b.campaign));
}

function fileOf(row: Kept): string {
  return row.file ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
