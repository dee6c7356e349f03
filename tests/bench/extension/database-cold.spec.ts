import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { build } from 'vite';
import { medianOf, quantileOf, ratioOf, type Row } from '../row.ts';
import { passNumber } from '../run-facts.ts';
import type { DatabaseBench, Opening } from './database-page.ts';
import { keepSection } from './keep-section.ts';
import { Stage } from './stage.ts';

/** The first pass has the large database too. */
const WHOLE = passNumber() === 1;
const YEAR = 365;
const SIZES = WHOLE ? [100_000, 1_000_000] : [100_000];
const ROUNDS = 5;
const ADDRESS = 'https://bench.example/';
const NAME = 'history';
const ms = (values: number[]) =>
  `${medianOf(values).toFixed(1)} ms, p95 ${quantileOf(values, 0.95).toFixed(1)} ms`;

/** Stands in functions that run in the page. */
declare const bench: DatabaseBench;

async function pageText(): Promise<string> {
  const entry = join(import.meta.dirname, 'database-page.ts');
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['es'] }, minify: true, target: 'chrome120' },
  });
  const [{ output }] = made as unknown as [{ output: { code: string }[] }];
  const code = output[0]!.code.replaceAll('</script', '<\\/script');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body><script type="module">${code}</script></body></html>`;
}

/** Bytes of the page's databases on disk. */
function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

/** A browser that has just started, with the profile of that many rows. */
class Started {
  readonly listings: number;
  readonly stage = new Stage();
  constructor(
    readonly rows: number,
    readonly html: string,
  ) {
    this.listings = Math.ceil(rows / YEAR);
  }

  async run<T>(work: (page: import('playwright').Page) => Promise<T>): Promise<T> {
    const stage = new Stage(this.stage.profile);
    await stage.start(null);
    stage.serve(ADDRESS, this.html);
    const page = await stage.context.newPage();
    await page.goto(ADDRESS);
    await page.waitForFunction(() => 'bench' in globalThis);
    const answer = await work(page);
    await stage.end(true);
    return answer;
  }

  open(who: 'ours' | 'theirs'): Promise<Opening> {
    return this.run((page) =>
      page.evaluate(
        ([whose, name]) => (whose === 'ours' ? bench.openOurs(name) : bench.openTheirs(name)),
        [who, NAME] as const,
      ),
    );
  }

  bytes(): number {
    return bytesIn(join(this.stage.profile, 'Default', 'IndexedDB'));
  }
}

test('P10 and P11: databases in a browser that has just started', async () => {
  test.setTimeout(20 * 60_000);
  const html = await pageText();
  const rows: Row[] = [];
  const opened = new Map<number, { ours: Opening[]; theirs: Opening[] }>();
  const profiles = SIZES.map((size) => new Started(size, html));
  try {
    for (const profile of profiles) {
      const start = performance.now();
      await profile.run((page) =>
        page.evaluate(([name, count]) => bench.fill(name, count), [
          NAME,
          profile.listings,
        ] as const),
      );
      const seconds = (performance.now() - start) / 1000;
      rows.push(plain(`${profile.rows} rows filled by raw IndexedDB`, `${seconds.toFixed(0)} s`));
      // A browser that starts merges its logs: the first start is none of those that are measured.
      await profile.open('theirs');
      opened.set(profile.rows, { ours: [], theirs: [] });
    }
    for (let round = 0; round < ROUNDS; round++)
      for (const profile of profiles) {
        const times = opened.get(profile.rows)!;
        if (round % 2 === 0) times.ours.push(await profile.open('ours'));
        times.theirs.push(await profile.open('theirs'));
        if (round % 2 === 1) times.ours.push(await profile.open('ours'));
      }
    for (const profile of profiles) rows.push(...(await figuresOf(profile, opened)));
    rows.push(...noSlower(opened));
    keepSection(
      'Databases from cold',
      `Chromium`,
      [
        `Each opening in a browser that has just started on the profile; a year of days for each listing, ledgers of three steps. ${WHOLE ? '' : 'The large one in the first pass only.'}`.trim(),
      ],
      rows,
    );
  } finally {
    for (const { stage } of profiles) rmSync(stage.profile, { recursive: true, force: true });
  }
});

type Times = Map<number, { ours: Opening[]; theirs: Opening[] }>;

async function figuresOf(profile: Started, opened: Times): Promise<Row[]> {
  const { ours, theirs } = opened.get(profile.rows)!;
  const of = (list: Opening[], what: keyof Opening) => list.map((one) => one[what]);
  const size = `${profile.rows} rows`;
  const disk = profile.bytes() / (profile.listings * YEAR);
  const [years, appended] = await profile.run(async (page) => {
    const given = [NAME, profile.listings] as const;
    return [
      await page.evaluate(([name, count]) => bench.readYears(name, count), given),
      await page.evaluate(([name, count]) => bench.append(name, count), given),
    ];
  });
  const peer = 'raw IndexedDB, same rows';
  return [
    {
      target: 'P10',
      figure: `cold open, ${size}`,
      value: ms(of(ours, 'open')),
      ratio: ratioOf(of(ours, 'open'), of(theirs, 'open')),
      limit: 1.3,
      peer,
    },
    {
      target: 'P10',
      figure: `cold open and the first listing's year, ${size}`,
      value: ms(of(ours, 'read')),
      ratio: ratioOf(of(ours, 'read'), of(theirs, 'read')),
      limit: null,
      peer,
    },
    {
      target: 'P11',
      figure: `a year of ten listings, ${size}`,
      value: ms(years.ours),
      ratio: years.ratio,
      limit: 1.5,
      peer,
    },
    plain(`one more row, flushed, ${size}`, ms(appended)),
    {
      target: 'P11',
      figure: `disk for each observation once the browser has closed, ${size}`,
      value: `${disk.toFixed(0)} bytes`,
      ratio: null,
      limit: 600,
      amount: disk,
    },
  ];
}

/** The larger beside the smaller, round by round. */
function noSlower(opened: Times): Row[] {
  const [few, many] = SIZES.map((size) => opened.get(size)!.ours.map(({ open }) => open));
  if (few === undefined || many === undefined) return [];
  return [
    {
      target: 'P11',
      figure: 'cold open at 1000000 rows over that at 100000',
      value: ms(many),
      ratio: ratioOf(many, few),
      limit: 1.5,
      peer: 'ours at 100000',
    },
  ];
}

function plain(figure: string, value: string): Row {
  return { target: 'P11', figure, value, ratio: null, limit: null };
}
