import { expect, test } from '@playwright/test';
import { keepFigure } from '../../figures.ts';
import { randomFrom, say, scaled, SEED } from '../hostile/campaign.ts';
import { contentOf, disagreements, readBoth, sumsOfBoth, tell } from './both-stores.ts';
import { actionAt, firstBenchmarks, type Action } from './operations.ts';
import { inPlace, RawBrowser, type RawPage } from './raw-browser.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends an action under an id; the answer, null where the worker died on the way. */
const send = (page: RawPage, operationId: string, { command }: Action) =>
  tell<{ revision: number | null }>(page, 'command', { operationId, command });

test('a worker killed at any moment of a save loses and tears nothing', async () => {
  const kills = scaled(400);
  test.setTimeout(120_000 + kills * 2000);
  const random = randomFrom(SEED);
  const seen = { before: 0, healed: 0, acknowledged: 0, torn: 0, lost: 0, repeatsThatWrote: 0 };
  const wrong: string[] = [];
  await inPlace(async ({ extension, profile }) => {
    const browser = await RawBrowser.open(extension, profile);
    try {
      const page = await browser.page('options.html');
      for (const benchmark of firstBenchmarks()) {
        const command = { kind: 'save-benchmark', benchmark, baseRevision: null };
        const action = { kind: 'benchmark', command, after: new Map() };
        expect(await send(page, `benchmark-${benchmark.id}`, action)).toMatchObject({ ok: true });
      }
      /** How long each kind of save takes undisturbed, in milliseconds. */
      const takesMs = new Map<string, number>();
      let known = (await readBoth(page)).database;
      const revisionOf = (key: string) => known.get(key)?.revision ?? null;
      for (let n = 0; n < 8; n += 1) {
        const action = await actionAt(n, revisionOf);
        const begunMs = performance.now();
        expect(await send(page, `warm-up-${n}`, action)).toMatchObject({ ok: true });
        takesMs.set(action.kind, performance.now() - begunMs);
        known = (await readBoth(page)).database;
      }

      for (let n = 8; n < 8 + kills; n += 1) {
        const action = await actionAt(n, revisionOf);
        const operationId = `operation-${n}`;
        const old = new Map([...action.after.keys()].map((key) => [key, said(known.get(key))]));
        const sending = send(page, operationId, action);
        await sleep(random() * 1.2 * (takesMs.get(action.kind) ?? 50));
        await browser.killWorker();
        const answer = await sending;
        // One in four is killed again while it starts and heals.
        if (random() < 0.25) {
          const starting = tell(page, 'ready', null);
          await sleep(random() * 120);
          await browser.killWorker();
          await starting;
        }
        expect(await tell(page, 'ready', null)).toEqual({ ok: true, value: { state: 'ok' } });
        const both = await readBoth(page, action.after.keys());
        const sums = await sumsOfBoth(page);
        const now = [...action.after].map(([key, after]) => ({
          isNew: said(both.database.get(key)) === after,
          isOld: said(both.database.get(key)) === old.get(key),
        }));
        const whole = now.every(({ isNew }) => isNew) || now.every(({ isOld }) => isOld);
        const differ = await disagreements(both);
        if (!whole || differ.length > 0) {
          seen.torn += 1;
          wrong.push(`${n} ${action.kind} torn: ${differ.join(', ')}`);
        }
        const isNew = now.every((each) => each.isNew);
        if (answer?.ok === true && !isNew) {
          seen.lost += 1;
          wrong.push(`${n} ${action.kind} was acknowledged and is not there`);
        }
        seen[answer?.ok === true ? 'acknowledged' : isNew ? 'healed' : 'before'] += 1;

        // The page sends it again; what was there already is not written again.
        const repeated = await send(page, operationId, action);
        const after = await sumsOfBoth(page);
        const again = await send(page, operationId, action);
        const afterAgain = await sumsOfBoth(page);
        if (
          repeated?.ok !== true ||
          again?.ok !== true ||
          repeated.value.revision !== again.value.revision ||
          (isNew && after !== sums) ||
          after !== afterAgain
        ) {
          seen.repeatsThatWrote += 1;
          wrong.push(`${n} ${action.kind} repeated: ${JSON.stringify([repeated, again])}`);
        }
        const { database } = isNew ? both : await readBoth(page, action.after.keys());
        for (const [key, content] of action.after) {
          const row = database.get(key);
          expect(said(row), `${n} ${key}`).toBe(content);
          if (row !== undefined) known.set(key, row);
        }
      }
      expect(await disagreements(await readBoth(page))).toEqual([]);
    } finally {
      await browser.kill();
    }
  });
  say('worker kills', { kills, ...seen });
  for (const figure of ['torn', 'lost', 'repeatsThatWrote'] as const) {
    keepFigure({
      campaign: `${kills} worker kills at a uniform moment of a save`,
      figure,
      value: String(seen[figure]),
      limit: '0',
      met: seen[figure] === 0,
    });
  }
  expect(wrong).toEqual([]);
  // A campaign whose kills all come too early or too late shows nothing.
  expect(seen.before).toBeGreaterThan(0);
  expect(seen.acknowledged).toBeGreaterThan(0);
});

function said(row: { deleted: 0 | 1; value: unknown } | undefined): string | undefined {
  return row === undefined || row.deleted === 1 ? undefined : contentOf(row.value);
}
