import { expect, test } from '@playwright/test';
import { chunkKeywords } from '../../../lib/benchmark/record.ts';
import { asText } from '../../fixtures/tables/export-forms.ts';
import { makeWorkbook } from '../../fixtures/tables/make-workbook.ts';
import { medianOf, ratioOf, type Row } from '../row.ts';
import { rawImport, type Peer } from './import-peer.ts';
import { keepSection } from './keep-section.ts';
import { Stage } from './stage.ts';

const WORDS = 50_000;
const ROUNDS = 5;
const HEADINGS = ['搜索词', '搜索人气', '支付转化率', '需求供给比'];
const TABLE = [
  HEADINGS,
  ...Array.from({ length: WORDS }, (_, i) => [
    `山野防晒衣 ${i}`,
    `${i} ~ ${i * 2}`,
    `${((i % 1000) / 10).toFixed(1)}%`,
    `${(i % 70) / 10}`,
  ]),
];
const FORMS = ['csv', 'xlsx'] as const;
type Form = (typeof FORMS)[number];
const ms = (value: number) => `${value.toFixed(0)} ms`;

/** One import as a person makes it, timed in the page: from the drop to what the room says then. */
type Timed = { read: number; whole: number; longestTask: number };

function importOnce(form: Form): Promise<Timed> {
  const { files, tasks } = globalThis as unknown as {
    files: Record<string, File>;
    tasks: number[];
  };
  const until = (done: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (!done()) return;
        clearInterval(look);
        resolve();
      }, 4);
    });
  const confirm = () =>
    document.querySelector<HTMLButtonElement>('.import-preview button.button-primary:enabled');
  return (async () => {
    tasks.length = 0;
    const data = new DataTransfer();
    data.items.add(files[form]!);
    const start = performance.now();
    const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    document.querySelector('.drop')!.dispatchEvent(drop);
    await until(() => confirm() !== null);
    const read = performance.now() - start;
    confirm()!.click();
    await until(() => document.querySelector('.import-done') !== null);
    const whole = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { read, whole, longestTask: Math.max(0, ...tasks) };
  })();
}

/** The words as they are stored, with lower and upper ends of their figures. */
async function storedWords(stage: Stage): Promise<[string, number[]][]> {
  const chunks = await stage.options.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('store');
        opening.addEventListener('error', () => reject(opening.error));
        opening.onsuccess = () => {
          const records = opening.result.transaction('records').objectStore('records');
          const all = records.getAll(IDBKeyRange.bound('keyword-chunk/b/', 'keyword-chunk/b0'));
          all.onsuccess = () => {
            opening.result.close();
            resolve((all.result as { value: unknown }[]).map((row) => row.value));
          };
        };
      }),
  );
  return chunks
    .flatMap((chunk) => chunkKeywords(chunk) ?? [])
    .map(({ word, metrics }) => [word, metrics.flatMap(({ min, max }) => [min, max])]);
}

const EXPECTED = TABLE.slice(1).map(([word], i): [string, number[]] => {
  const share = Number(`${i % 1000}e-3`);
  return [word!, [i, i * 2, share, share, (i % 70) / 10, (i % 70) / 10]];
});

async function takeBack(stage: Stage): Promise<void> {
  await stage.options.locator('.import-done button').first().click();
  await expect(stage.options.locator('.import-log')).toHaveCount(0, { timeout: 60_000 });
}

test('50,000 rows import in twice the time of a raw parse and a raw bulk write', async () => {
  const stage = await new Stage().start();
  const rows: Row[] = [];
  try {
    const page = stage.options;
    await stage.command({ kind: 'save-settings', patch: { language: 'en', firstRunDone: true } });
    await stage.addBenchmark('b', []);
    await page.goto(new URL('options.html#/import/b', page.url()).href);
    await page.reload();
    await page.bringToFront();
    await expect(page.locator('.drop')).toBeVisible();
    const bytes = {
      csv: Buffer.from(asText(TABLE, ',')),
      xlsx: Buffer.from(makeWorkbook({ rows: TABLE })),
    };
    await page.evaluate(
      (texts) => {
        const files = Object.fromEntries(
          Object.entries(texts).map(([form, text]) => {
            const data = Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
            // The name has the period, so that nothing is asked.
            return [form, new File([data], `近30天.${form}`)];
          }),
        );
        const tasks: number[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) tasks.push(entry.duration);
        }).observe({ type: 'longtask' });
        Object.assign(globalThis, { files, tasks });
      },
      { csv: bytes.csv.toString('base64'), xlsx: bytes.xlsx.toString('base64') },
    );

    for (const form of FORMS) {
      // The oracle first: both read what was written, to the last figure.
      const peer = await page.evaluate(rawImport, form);
      expect(peer.rows).toEqual(TABLE);
      await page.evaluate(importOnce, form);
      expect(await storedWords(stage)).toEqual(EXPECTED);
      await takeBack(stage);

      const ours: Timed[] = [];
      const theirs: Peer[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const turns = round % 2 === 0 ? ['ours', 'peer'] : ['peer', 'ours'];
        for (const turn of turns) {
          if (turn === 'peer') {
            theirs.push({ ...(await page.evaluate(rawImport, form)), rows: [] });
            continue;
          }
          ours.push(await page.evaluate(importOnce, form));
          await takeBack(stage);
        }
      }
      const middle = (values: number[]) => ms(medianOf(values));
      const parse = middle(theirs.map((one) => one.parse));
      const write = middle(theirs.map((one) => one.write));
      rows.push(
        {
          target: 'import',
          figure: `50,000 rows, ${form.toUpperCase()}: file dropped to import kept`,
          value: `${middle(ours.map((one) => one.whole))}, of it ${middle(ours.map((one) => one.read))} to the preview; peer ${parse} + ${write}`,
          ratio: ratioOf(
            ours.map((one) => one.whole),
            theirs.map((one) => one.parse + one.write),
          ),
          limit: 2,
          peer: 'raw parse + raw bulk write',
        },
        {
          target: 'import',
          figure: `longest task of the page meanwhile, ${form.toUpperCase()}`,
          value: middle(ours.map((one) => one.longestTask)),
          ratio: null,
          limit: 50,
          time: medianOf(ours.map((one) => one.longestTask)),
        },
      );
    }
    const notes = [
      'Ours: the file read under a clock in its worker, previewed, merged, kept in IndexedDB (flushed), `storage.local` and a sealed file.',
      'Peer: the same file parsed with nothing checked (`split`; for XLSX the browser’s inflate and one pattern), then one record per row in one',
      'transaction without a flush. A task under 50 ms counts as 0: the browser does not report it.',
    ];
    keepSection('Import', stage.browser, notes, rows);
  } finally {
    await stage.end();
  }
});
