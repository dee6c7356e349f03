import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keepFigure } from '../../figures.ts';
import { none, randomFrom, say, scaled, SEED } from '../hostile/campaign.ts';
import { contentOf, readBoth, tell } from './both-stores.ts';
import { folderOf } from './damage.ts';
import { keepWhatIsShown, updateBuild } from './first-page.ts';
import { verifiedSince } from './history-rows.ts';
import { makeOldDatabase, OLD_ROWS, oldRowsThere, POISONED } from './old-database.ts';
import { inPlace, RawBrowser, type Place, type RawPage } from './raw-browser.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const NOTES = 50;
/** Longest wait for a save or a verification: a busy machine is slow, and this looks for what hangs. */
const PATIENCE_MS = 120_000;

const noteOf = (n: number) => ({
  kind: 'save-note',
  listingId: `taobao:9${String(10_000_000 + n)}`,
  text: `升级前写的第 ${n} 条`,
  tags: [],
});

/** A profile with the operator's notes and an old database; the browser is closed. */
async function oldProfile(
  { extension, profile }: Place,
  old: Parameters<typeof makeOldDatabase>[1],
): Promise<void> {
  const browser = await RawBrowser.open(extension, profile);
  const page = await browser.page('NOTICE.txt');
  for (let n = 0; n < NOTES; n += 1) {
    const operationId = `before-upgrade-${n}`;
    const reply = await tell(page, 'command', { operationId, command: noteOf(n) });
    expect(reply).toMatchObject({ ok: true });
  }
  // A worker that sees its database go opens the old one at once, and upgrades it here.
  await browser.killWorker();
  await makeOldDatabase(page, old);
  const { tables } = await oldRowsThere(page);
  for (const name of old.without) expect(tables).not.toContain(name);
  await browser.close();
}

/** From now on the page asks for an answer again and again, and notes the longest wait, ms. */
const ASK_ON = `(() => {
  globalThis.longestMs = 0;
  const ask = async () => {
    const askedMs = performance.now();
    await chrome.runtime.sendMessage({ id: 1, type: 'ready', data: null, timestamp: 0 });
    globalThis.longestMs = Math.max(globalThis.longestMs, Math.round(performance.now() - askedMs));
    setTimeout(ask, 50);
  };
  void ask();
})()`;

async function readySoon(page: RawPage): Promise<string> {
  let said = '';
  for (let tries = 0; tries < 30 && said !== 'ok'; tries += 1) {
    const reply = await tell<{ state: string }>(page, 'ready', null);
    said = reply?.ok === true ? reply.value.state : JSON.stringify(reply);
    if (said !== 'ok') await sleep(500);
  }
  return said;
}

/** What of the old data is not there. */
async function missing(page: RawPage): Promise<string[]> {
  const { database } = await readBoth(page);
  const gone: string[] = [];
  for (let n = 0; n < NOTES; n += 1) {
    const { kind: _, ...note } = noteOf(n);
    const row = database.get(`note/${note.listingId}`);
    if (contentOf(row?.value) !== contentOf({ ...note, updatedAtMs: 0 })) {
      gone.push(note.listingId);
    }
  }
  const { rows } = await oldRowsThere(page);
  if (rows !== OLD_ROWS) gone.push(`${OLD_ROWS - rows} observations`);
  return gone;
}

// Dexie's version 1 is the browser's 10; a table that is not there yet is made without a new version.
const OLD_ONES = [
  { name: 'version 1 as shipped', version: 10, without: [] },
  { name: 'a database from before the table of sealed months', version: 10, without: ['chunks'] },
];

for (const old of OLD_ONES) {
  test(`${old.name}, with 50,000 rows and poisoned ones, is opened whole wherever it is killed`, async () => {
    const points = scaled(20);
    test.setTimeout(180_000 + points * 60_000);
    const random = randomFrom(SEED + old.name.length);
    const wrong: string[] = [];
    let slowestMs = 0;
    let verifiedMs = 0;
    let waitedMs = 0;
    await inPlace(async (place) => {
      await oldProfile(place, old);
      const profile = join(place.folder, 'again');
      for (let point = 0; point < points; point += 1) {
        cpSync(place.profile, profile, { recursive: true });
        const killed = await RawBrowser.open(place.extension, profile);
        const first = await killed.page('NOTICE.txt');
        const opening = tell(first, 'ready', null).catch(() => null);
        // From the first opening to the end of what follows it: verification, sealing of the months.
        await sleep(random() ** 2 * 6000);
        await killed.kill();
        await opening;
        const sinceMs = Date.now();
        const browser = await RawBrowser.open(place.extension, profile);
        const page = await browser.page('NOTICE.txt');
        const ready = await readySoon(page);
        if (ready !== 'ok') wrong.push(`point ${point}: ready says ${ready}`);
        // Sent as the pages send it, and at once: an operator does not wait for a verification.
        const command = noteOf(99);
        const save = () => tell(page, 'command', { operationId: 'after-it', command }, PATIENCE_MS);
        const begunMs = performance.now();
        const saved = (await save()) ?? (await save());
        slowestMs = Math.max(slowestMs, Math.round(performance.now() - begunMs));
        if (saved?.ok !== true) wrong.push(`point ${point}: saving says ${JSON.stringify(saved)}`);
        await page.evaluate(ASK_ON);
        if (!(await verifiedSince(page, sinceMs, PATIENCE_MS)))
          wrong.push(`point ${point}: never verified`);
        verifiedMs = Math.max(verifiedMs, Date.now() - sinceMs);
        waitedMs = Math.max(waitedMs, await page.evaluate<number>('globalThis.longestMs'));
        wrong.push(...(await missing(page)).map((what) => `point ${point}: ${what} is lost`));
        const { tables } = await oldRowsThere(page);
        if (!tables.includes('chunks')) wrong.push(`point ${point}: no table of sealed months`);
        const aside = await page.evaluate<string[]>(`(async () => {
          const open = indexedDB.open('store');
          await new Promise((resolve) => { open.onsuccess = resolve; });
          const all = open.result.transaction('quarantine').objectStore('quarantine').getAll();
          await new Promise((resolve) => { all.onsuccess = resolve; });
          open.result.close();
          return all.result.map((row) => row.key);
        })()`);
        for (const key of POISONED) {
          if (!aside.includes(key)) wrong.push(`point ${point}: ${key} is not set aside`);
        }
        await browser.kill();
        rmSync(profile, { recursive: true, maxRetries: 5 });
      }
    });
    say(`upgrade from ${old.name}`, {
      points,
      rows: OLD_ROWS,
      'slowest save after it': `${slowestMs} ms`,
      'longest until verified': `${verifiedMs} ms`,
      'longest wait for an answer meanwhile': `${waitedMs} ms`,
    });
    keepFigure({
      campaign: `upgrade of ${old.name}, ${OLD_ROWS} rows, killed at ${points} points`,
      figure: 'lost, unusable or not told',
      value: String(wrong.length),
      limit: '0',
      met: wrong.length === 0,
    });
    expect(wrong).toEqual([]);
  });
}

// Asked before there is a body, on a busy machine.
const TEXT = "document.body?.innerText ?? ''";

async function shows(page: RawPage, text: RegExp): Promise<string> {
  let seen = '';
  for (let tries = 0; tries < 100; tries += 1) {
    seen = await page.evaluate<string>(TEXT);
    if (text.test(seen)) return seen;
    await sleep(200);
  }
  return `not ${String(text)} but: ${seen}`;
}

/**
 * A page of ours that hangs holds an old database, and hears no request to let it go; false where the
 * background came first and had upgraded it already.
 */
async function heldBack(place: Place): Promise<boolean> {
  await oldProfile(place, { version: 10, without: ['chunks'] });
  const browser = await RawBrowser.open(place.extension, place.profile);
  let killing: NodeJS.Timeout | undefined;
  try {
    // Again and again: else it has upgraded before the page is there.
    killing = setInterval(() => void browser.killWorker().catch(() => undefined), 200);
    const holder = await browser.page('NOTICE.txt');
    const isHeld = await holder.evaluate<boolean>(`new Promise((resolve) => {
      const open = indexedDB.open('store');
      open.onsuccess = () => { window.held = open.result; resolve(!open.result.objectStoreNames.contains('chunks')); };
    })`);
    clearInterval(killing);
    if (!isHeld) return false;
    const reply = await tell(holder, 'ready', null);
    expect(reply).toEqual({ ok: false, failure: { code: 'blocked' } });
    const told = await browser.page('options.html');
    expect(await shows(told, /另一个页面|Another page/)).toMatch(/另一个页面|Another page/);
    await holder.close();
    const options = await browser.page('options.html');
    expect(await readySoon(options)).toBe('ok');
    expect(await missing(options)).toEqual([]);
    return true;
  } finally {
    clearInterval(killing);
    await browser.kill();
  }
}

test('a page that holds the database blocks an upgrade: said, and over when it is closed', async () => {
  test.setTimeout(300_000);
  let isHeld = false;
  for (let tries = 0; tries < 3 && !isHeld; tries += 1) isHeld = await inPlace(heldBack);
  say('an upgrade blocked by another page', {
    'said, then whole': [String(isHeld), 'true', isHeld],
  });
  expect(isHeld).toBe(true);
});

test('a database that a newer version wrote is shown and not written', async () => {
  test.setTimeout(180_000);
  await inPlace(async (place) => {
    await oldProfile(place, { version: 10, without: [] });
    let browser = await RawBrowser.open(place.extension, place.profile);
    try {
      const page = await browser.page('NOTICE.txt');
      expect(await readySoon(page)).toBe('ok');
      await page.evaluate(`(async () => {
        const open = indexedDB.open('store');
        await new Promise((resolve) => { open.onsuccess = resolve; });
        const write = open.result.transaction('meta', 'readwrite');
        write.objectStore('meta').put({ name: 'minimumWriter', value: 99 });
        await new Promise((resolve) => { write.oncomplete = resolve; });
        open.result.close();
      })()`);
      // While this worker lives, too: each write asks.
      const operationId = 'an-older-writer';
      const refused = { ok: false, failure: { code: 'read-only' } };
      const write = () => tell(page, 'command', { operationId, command: noteOf(0) });
      expect(await write()).toEqual(refused);
      await browser.close();
      browser = await RawBrowser.open(place.extension, place.profile);
      const options = await browser.page('options.html');
      expect(await tell(options, 'ready', null)).toEqual({
        ok: true,
        value: { state: 'read-only' },
      });
      expect(await tell(options, 'command', { operationId, command: noteOf(0) })).toEqual(refused);
      expect(await shows(options, /更新版本|newer version/)).toMatch(/更新版本|newer version/);
      expect(await missing(options)).toEqual([]);
      say('a database that a newer version wrote', { 'writes taken, rows lost': none(0) });
    } finally {
      await browser.kill();
    }
  });
});

for (const after of ['a wipe', 'an update'] as const) {
  test(`options opened first of all after ${after} show a skeleton, then the data`, async () => {
    test.setTimeout(180_000);
    await inPlace(async ({ extension, profile }) => {
      const name = '清空以后还在';
      let browser = await RawBrowser.open(extension, profile);
      try {
        const page = await browser.page('options.html');
        const list = { id: 'wiped', name, entries: [] };
        const command = { kind: 'save-list', list, baseRevision: null };
        const saved = await tell(page, 'command', { operationId: 'before-the-wipe', command });
        expect(saved).toMatchObject({ ok: true });
        await browser.kill();
        const folder = folderOf(profile, 'IndexedDB', browser.id);
        if (folder === null) throw new Error('no database');
        if (after === 'a wipe') rmSync(folder, { recursive: true });
        else updateBuild(extension);
        keepWhatIsShown(extension, name);
        browser = await RawBrowser.open(extension, profile);
        const options = await browser.page('options.html');
        const seen = await shows(options, new RegExp(name));
        expect(seen).toContain(name);
        expect(seen).not.toMatch(/打不开|can’t be opened/);
        const shown = await options.evaluate<string[]>('globalThis.shown');
        const isRight = shown.join() === 'skeleton,data';
        say(`options opened first after ${after}`, {
          'shown, one after the other': [shown.join(', '), 'skeleton, data', isRight],
        });
        expect(shown).toEqual(['skeleton', 'data']);
      } finally {
        await browser.kill();
      }
    });
  });
}
