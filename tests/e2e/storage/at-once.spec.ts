import { keepFigure } from '../../figures.ts';
import { addressOf } from '../../../scripts/demo/listing.ts';
import { MINE } from '../../../scripts/demo/listings.ts';
import { expect, test } from '../harness.ts';
import { say, scaled } from '../hostile/campaign.ts';
import { storedRows } from '../hostile/stores.ts';
import { disagreements, readBoth } from './both-stores.ts';
import { firstBenchmarks } from './operations.ts';
import { inPlace, RawBrowser } from './raw-browser.ts';

const LISTING = 'taobao:900000000001';

/** Sends commands from one tab without waiting for answers in between; the revisions answered. */
function sendAll(commands: object[]): string {
  return `Promise.all(${JSON.stringify(commands)}.map((command) =>
    chrome.runtime.sendMessage({
      id: 1, type: 'command', timestamp: 0,
      data: { operationId: crypto.randomUUID(), command },
    }).then((reply) => reply.res.ok ? reply.res.value.revision : JSON.stringify(reply.res))))`;
}

test('two tabs that save the same listing at once lose nothing of each other', async () => {
  const writes = scaled(100);
  test.setTimeout(180_000);
  await inPlace(async ({ extension, profile }) => {
    const browser = await RawBrowser.open(extension, profile);
    try {
      const tabs = [await browser.page('options.html'), await browser.page('options.html')];
      const [first] = tabs;
      if (first === undefined) throw new Error('no tab');
      for (const benchmark of firstBenchmarks()) {
        const command = { kind: 'save-benchmark', benchmark, baseRevision: null };
        expect(await first.evaluate(sendAll([command]))).toEqual([1]);
      }
      const verdict = (tab: number, n: number) => ({
        benchmarkId: 'a-first',
        pointId: `point-${tab}-${n}`,
        listingId: LISTING,
        state: 'pass',
        note: `${tab} ${n}`,
        atMs: 1,
      });
      const answers = await Promise.all(
        tabs.map((page, tab) =>
          page.evaluate<unknown[]>(
            sendAll(
              Array.from({ length: writes }, (_, n) =>
                n % 2 === 0
                  ? { kind: 'save-note', listingId: LISTING, text: `${tab} ${n}`, tags: [] }
                  : { kind: 'set-verdict', verdict: verdict(tab, n) },
              ),
            ),
          ),
        ),
      );
      const notes = answers.map((revisions) => revisions.filter((_, n) => n % 2 === 0));
      const verdicts = answers.flatMap((revisions) => revisions.filter((_, n) => n % 2 === 1));
      const both = await readBoth(first);
      const missing = tabs.flatMap((_, tab) =>
        Array.from({ length: writes }, (_, n) => n)
          .filter((n) => n % 2 === 1)
          .map((n) => `verdict/${LISTING}/a-first/point-${tab}-${n}`)
          .filter((key) => both.database.get(key)?.deleted !== 0),
      );
      const revisions = notes.flat().sort((a, b) => Number(a) - Number(b));
      const differ = await disagreements(both);
      say('two tabs at once', {
        writes: 2 * writes,
        missing: missing.length,
        differ: differ.length,
      });
      keepFigure({
        campaign: `two tabs saving one listing at once, 2 × ${writes} writes`,
        figure: 'writes lost',
        value: String(missing.length + differ.length),
        limit: '0',
        met: missing.length + differ.length === 0,
      });
      expect(missing).toEqual([]);
      expect(differ).toEqual([]);
      expect(new Set(verdicts)).toEqual(new Set([1]));
      // Every note's save has a revision of its own, none is skipped, and the last one stands.
      expect(revisions).toEqual(revisions.map((_, index) => index + 1));
      const row = both.database.get(`note/${LISTING}`);
      expect(row?.revision).toBe(revisions.length);
      const tab = notes.findIndex((own) => own.includes(revisions.length));
      const n = 2 * (notes[tab]?.indexOf(revisions.length) ?? -1);
      expect(row?.value).toMatchObject({ text: `${tab} ${n}` });
    } finally {
      await browser.kill();
    }
  });
});

test('twenty tabs that see one price at once are one row of its history', async ({ shop }) => {
  const tabs = scaled(20);
  test.setTimeout(60_000 + tabs * 10_000);
  await shop.command({ kind: 'save-settings', patch: { firstRunDone: true } });
  const address = addressOf(MINE);
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      const page = await shop.context.newPage();
      await page.goto(address);
    }),
  );
  await shop.inspection(address);
  // Every tab has been answered, so every one has been recorded or refused.
  const inspected = () =>
    shop.options.evaluate(async (url) => {
      const all = await chrome.tabs.query({});
      const asked = all
        .filter((tab) => tab.url?.startsWith(url))
        .map((tab) =>
          chrome.runtime.sendMessage({
            id: 1,
            type: 'ask-tab',
            data: { tabId: tab.id },
            timestamp: 0,
          }),
        );
      const answers = (await Promise.all(asked)) as { res: { value?: { state: string } } }[];
      return answers.filter(({ res }) => res.value?.state === 'inspected').length;
    }, address);
  await expect.poll(inspected, { timeout: 60_000 }).toBe(tabs);
  const rows = (await storedRows(shop.options)).filter((row) => row.startsWith('observations'));
  const series = rows.map((row) => (JSON.parse(row.slice(row.indexOf('{'))) as Seen).series);
  say('tabs with one price', { tabs, series: new Set(series).size, rows: rows.length });
  keepFigure({
    campaign: `${tabs} tabs recording the same price at once`,
    figure: 'rows a series',
    value: String(rows.length / new Set(series).size),
    limit: '1',
    met: rows.length === new Set(series).size,
  });
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(series).size).toBe(rows.length);
});

type Seen = { series: string };
declare const chrome: typeof import('wxt/browser').browser;
