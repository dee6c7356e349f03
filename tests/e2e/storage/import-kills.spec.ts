import { expect, test } from '@playwright/test';
import {
  importRows,
  type ImportHead,
  type ImportPart,
} from '../../../lib/benchmark/keyword-import.ts';
import { packWords } from '../../../lib/benchmark/packed-rows.ts';
import { chunkKeywords, type KeywordSet } from '../../../lib/benchmark/record.ts';
import { aBenchmark } from '../../unit/db/examples.ts';
import { none, say, scaled } from '../hostile/campaign.ts';
import { tell } from './both-stores.ts';
import { verifiedSince } from './history-rows.ts';
import { inPlace, RawBrowser, type RawPage } from './raw-browser.ts';

const WORDS = Array.from({ length: 20_000 }, (_, i) => ({
  word: `防晒衣 ${i}`,
  metrics: [{ source: '生意参谋', kind: '搜索人气', period: '7d', min: i, max: i * 2 }],
}));
const PACKED = packWords(WORDS);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The live records of imports and keywords, past the product's own code, and the sealed files. */
const SEEN = `(async () => {
  const open = indexedDB.open('store');
  const database = await new Promise((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const all = database.transaction('records').objectStore('records').getAll();
  await new Promise((resolve) => { all.onsuccess = resolve; });
  database.close();
  const rows = all.result.filter((row) => row.deleted === 0 && /^(import|keyword)/.test(row.key));
  const files = [];
  try {
    const kept = await (await navigator.storage.getDirectory()).getDirectoryHandle('kept');
    for await (const name of kept.keys()) files.push(name);
  } catch {}
  return { rows: rows.map(({ key, value }) => [key, value]), files };
})()`;

type State = 'whole' | 'nothing' | `torn: ${string}`;

/** What there is of the imports: everything, nothing, or a part of it. */
async function stateOf(page: RawPage): Promise<State> {
  const { rows, files } = await page.evaluate<{ rows: [string, unknown][]; files: string[] }>(SEEN);
  const of = <T>(kind: string) =>
    rows.flatMap(([key, value]) => (key.startsWith(`${kind}/`) ? [value as T] : []));
  const heads = of<ImportHead>('import');
  const parts = of<ImportPart>('import-part').flatMap((part) => importRows(part) ?? []);
  const keywords = of('keyword-chunk').flatMap((chunk) => chunkKeywords(chunk) ?? []);
  const count = of<KeywordSet>('keyword-set')[0]?.count ?? 0;
  const counts = [heads.length, parts.length, keywords.length, count];
  if (counts.every((n) => n === 0)) return 'nothing';
  const last = keywords.at(-1)?.word === WORDS.at(-1)?.word;
  const sealed = heads.every((head) => files.includes(`import.${head.id}.sealed`));
  const isWhole = counts.join() === `1,${WORDS.length},${WORDS.length},${WORDS.length}`;
  return isWhole && last && sealed ? 'whole' : `torn: ${counts.join()} ${last} ${sealed}`;
}

test('an import cut off at any point is there whole or not at all, and so is its undo', async () => {
  const kills = scaled(20);
  test.setTimeout(120_000 + kills * 60_000);
  const seen = { whole: 0, nothing: 0 };
  const wrong: string[] = [];
  await inPlace(async ({ extension, profile }) => {
    let browser = await RawBrowser.open(extension, profile);
    let page = await browser.page('options.html');
    const command = (n: string, what: object) =>
      tell<unknown>(page, 'command', { operationId: `operation-${n}`, command: what });
    const importing = (n: number) => {
      const importId = `import-${n}`;
      const about = { fileName: 'a.csv', source: '生意参谋', period: '7d', baseRevision };
      return { kind: 'import-keywords', importId, benchmarkId: 'b', packed: PACKED, ...about };
    };
    let baseRevision: number | null = null;
    let newest = '';
    /** Waits until both stores agree, and asks for the revision that the next import is based on. */
    const settle = async () => {
      await tell(page, 'ready', null);
      const rows = await page.evaluate<{ revision: number } | null>(
        `(async () => { const open = indexedDB.open('store'); await new Promise((r) => { open.onsuccess = r; });
          const get = open.result.transaction('records').objectStore('records').get('keyword-set/b');
          await new Promise((r) => { get.onsuccess = r; }); open.result.close();
          return get.result?.deleted === 0 ? { revision: get.result.revision } : null; })()`,
      );
      baseRevision = rows?.revision ?? null;
    };
    try {
      const benchmark = aBenchmark('b');
      await command('benchmark', { kind: 'save-benchmark', benchmark, baseRevision: null });
      const begunMs = performance.now();
      expect(await command('warm', importing(999))).toMatchObject({ ok: true });
      const takesMs = performance.now() - begunMs;
      expect(await stateOf(page)).toBe('whole');
      await command('warm-undo', { kind: 'undo-import', importId: 'import-999' });
      expect(await stateOf(page)).toBe('nothing');

      for (let n = 0; n < kills; n += 1) {
        await settle();
        const before = await stateOf(page);
        // What is there is taken back, what is not is imported; both are cut off somewhere.
        const isUndo = before === 'whole';
        if (!isUndo) newest = `import-${n}`;
        const what = isUndo ? { kind: 'undo-import', importId: newest } : importing(n);
        const sending = command(String(n), what).catch(() => null);
        await sleep(((n + 0.5) / kills) * 1.1 * takesMs);
        const startedMs = Date.now();
        await browser.kill();
        const answer = await Promise.race([sending, sleep(50).then(() => null)]);

        browser = await RawBrowser.open(extension, profile);
        page = await browser.page('options.html');
        await tell(page, 'ready', null);
        const now = await stateOf(page);
        if (now.startsWith('torn')) wrong.push(`kill ${n}: ${now}`);
        if (now !== 'whole' && now !== 'nothing') continue;
        seen[now] += 1;
        const told = answer?.ok === true ? (isUndo ? 'nothing' : 'whole') : now;
        if (told !== now) wrong.push(`kill ${n}: said ${told}, is ${now}`);
        if (!(await verifiedSince(page, startedMs))) wrong.push(`kill ${n}: never verified`);
        const after = await stateOf(page);
        if (after !== now) wrong.push(`kill ${n}: ${now}, verified to ${after}`);
      }
    } finally {
      await browser.kill();
    }
  });
  say('imports of 20,000 words killed on their way', {
    kills,
    'there whole': seen.whole,
    'not at all': seen.nothing,
    'torn, or not what was said': none(wrong.length),
  });
  expect(wrong).toEqual([]);
});
