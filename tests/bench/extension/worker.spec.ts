import { expect, test } from '@playwright/test';
import { ask } from '../../../scripts/demo/browser.ts';
import { syntheticBank, syntheticTitles } from '../matching-bank.ts';
import { medianOf, quantileOf, ratioOf, type Row } from '../row.ts';
import { keepSection } from './keep-section.ts';
import { Stage } from './stage.ts';

/** Stands in functions that run in the extension's own pages. */
declare const chrome: typeof import('wxt/browser').browser;

const KEYWORDS = 50_000;
const COLD_STARTS = 8;
const WARM_ROUNDS = 15;
const EACH = 12;
const TITLES = syntheticTitles(100);

const ms = (value: number) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

/** Copies of a stored listing under other ids, each with one of the titles. */
async function addListings(stage: Stage): Promise<string[]> {
  return stage.options.evaluate(
    (titles) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('store');
        opening.addEventListener('error', () => reject(opening.error));
        opening.onsuccess = () => {
          const work = opening.result.transaction('latest', 'readwrite');
          const latest = work.objectStore('latest');
          const first = latest.getAll(null, 1);
          const ids = titles.map((_, index) => `taobao:77${String(index).padStart(10, '0')}`);
          first.onsuccess = () => {
            const [row] = first.result;
            ids.forEach((listingId, index) => {
              const snapshot = structuredClone(row.snapshot);
              const title = { ...snapshot.title, value: titles[index] };
              const itemId = listingId.slice(7);
              latest.put({
                ...row,
                listingId,
                snapshot: { ...snapshot, listingId, itemId, title },
              });
            });
          };
          work.oncomplete = () => {
            opening.result.close();
            resolve(ids);
          };
          work.addEventListener('error', () => reject(work.error));
        };
      }),
    TITLES,
  );
}

test('P9: answers through the worker, warm and cold', async () => {
  const stage = await new Stage().start();
  const rows: Row[] = [];
  try {
    await stage.loadDemo();
    const ids = await addListings(stage);
    await stage.addBenchmark('large', syntheticBank(KEYWORDS), ids);
    const check = { title: TITLES[0], benchmarkId: 'large' };

    // The first answer compiles, and files what it compiled once it is left alone.
    const [first] = await stage.times('check-title', check, 1);
    await stage.options.waitForTimeout(6000);
    const before = await ask(stage.options, 'check-title', check);

    const empty: number[] = [];
    const one: number[] = [];
    const hundred: number[] = [];
    const hundredEmpty: number[] = [];
    const warm = { empty: [] as number[], one: [] as number[], hundred: [] as number[] };
    for (let round = 0; round < WARM_ROUNDS; round++) {
      const e = await stage.times('ready', undefined, EACH);
      const o = await stage.times('check-title', check, EACH);
      const [h, none] = await both(round, stage);
      empty.push(quantileOf(e, 0.95));
      one.push(quantileOf(o, 0.95));
      hundred.push(h);
      hundredEmpty.push(none);
      warm.empty.push(...e);
      warm.one.push(...o);
      warm.hundred.push(h);
    }
    const p = (values: number[]) => `${ms(medianOf(values))}, p95 ${ms(quantileOf(values, 0.95))}`;
    rows.push(
      time('empty message, warm', p(warm.empty), null, Number.NaN),
      {
        ...time('one title × 50000, warm', p(warm.one), null, Number.NaN),
        ratio: ratioOf(one, empty),
        limit: 8,
        peer: 'empty message, p95 of each round',
      },
      time(
        '100 titles × 50000 in messages at once, warm',
        p(warm.hundred),
        20,
        quantileOf(warm.hundred, 0.95),
      ),
      time('100 empty messages at once, warm', p(hundredEmpty), null, Number.NaN),
      {
        ...time('100 titles × 50000 in messages at once, warm', p(warm.hundred), null, Number.NaN),
        ratio: ratioOf(hundred, hundredEmpty),
        limit: 8,
        peer: '100 empty messages at once',
      },
    );

    const facts = await stage.times('listing-facts', { listingIds: ids }, 9);
    rows.push(time('facts of 100 listings × 50000, warm', p(facts), null, Number.NaN));

    const cold: number[] = [];
    const coldEmpty: number[] = [];
    for (let start = 0; start < COLD_STARTS; start++) {
      await stage.stopWorker();
      coldEmpty.push(...(await stage.times('ready', undefined, 1)));
      await stage.stopWorker();
      cold.push(...(await stage.times('check-title', check, 1)));
    }
    // The matcher that outlived the worker says the same as the one that was compiled.
    expect(await ask(stage.options, 'check-title', check)).toEqual(before);
    rows.push(
      time('first answer ever: keywords read and compiled', ms(first ?? 0), null, Number.NaN),
      time('empty message, worker cold', p(coldEmpty), null, Number.NaN),
      time('one title × 50000, worker cold', p(cold), 200, quantileOf(cold, 0.95)),
      {
        ...time('one title × 50000, worker cold', p(cold), null, Number.NaN),
        ratio: ratioOf(cold, coldEmpty),
        peer: 'empty message, worker cold',
      },
    );
    keepSection('Worker', stage.browser, [`Bank and titles are synthetic (seeds 7, 11).`], rows);
  } finally {
    await stage.end();
  }
});

function time(figure: string, value: string, limit: number | null, held: number): Row {
  const row: Row = { target: 'P9', figure, value, ratio: null, limit };
  return Number.isNaN(held) ? row : { ...row, time: held };
}

/** All titles at once and as many empty messages at once, in alternating order, ms. */
async function both(round: number, stage: Stage): Promise<[titles: number, empty: number]> {
  const titles = TITLES.map((title) => ({ title, benchmarkId: 'large' }));
  const empty = TITLES.map(() => undefined);
  if (round % 2 === 0)
    return [await allAtOnce(stage, 'check-title', titles), await allAtOnce(stage, 'ready', empty)];
  const none = await allAtOnce(stage, 'ready', empty);
  return [await allAtOnce(stage, 'check-title', titles), none];
}

/** Sends all messages at once; how long until the last answer is there, ms. */
async function allAtOnce(stage: Stage, type: string, payloads: unknown[]): Promise<number> {
  return stage.options.evaluate(
    async ([name, all]) => {
      const start = performance.now();
      await Promise.all(
        all.map((data, id) => chrome.runtime.sendMessage({ id, type: name, data, timestamp: 0 })),
      );
      return performance.now() - start;
    },
    [type, payloads] as const,
  );
}
