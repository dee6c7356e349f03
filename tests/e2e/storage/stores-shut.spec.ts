import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { RIVAL } from '../../../scripts/demo/listings.ts';
import { ask } from '../../../scripts/demo/browser.ts';
import { expect, test, type Shop } from '../harness.ts';
import { say } from '../hostile/campaign.ts';
import { readBoth } from './both-stores.ts';
import { folderOf, type StoreName } from './damage.ts';

/** Chromium tries for seconds, several times over, to open what can't be opened. */
const SOON = { timeout: 60_000 };
const NOTE = '打不开也要能导出';

/** Puts a file where a store's folder was: it can't be opened, nor made anew. */
async function shut(shop: Shop, stores: StoreName[]): Promise<() => void> {
  const id = new URL(shop.options.url()).host;
  await shop.context.close();
  const folders = stores.map((store) => {
    const folder = folderOf(shop.profile, store, id);
    if (folder === null) throw new Error(`no ${store}`);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'not a folder');
    return folder;
  });
  await shop.start();
  return () => {
    for (const folder of folders) if (existsSync(folder)) rmSync(folder, { recursive: true });
  };
}

async function prepare(shop: Shop): Promise<void> {
  await shop.command({ kind: 'save-settings', patch: { language: 'en', firstRunDone: true } });
  await shop.command({
    kind: 'save-note',
    listingId: `taobao:${RIVAL.itemId}`,
    text: NOTE,
    tags: [],
  });
}

/** Saves what is readable, and gives the file's text. */
async function rescued(shop: Shop): Promise<string> {
  const downloading = shop.options.waitForEvent('download', SOON);
  await shop.options.getByRole('button', { name: 'Save what is readable' }).click();
  return readFileSync(await (await downloading).path(), 'utf8');
}

async function typeAndReset(shop: Shop): Promise<void> {
  const button = shop.options.getByRole('button', { name: 'Delete what can’t be opened' });
  await expect(button).toBeDisabled();
  await shop.options.getByRole('textbox').fill('start empty');
  await expect(button).toBeDisabled();
  await shop.options.getByRole('textbox').fill('START EMPTY');
  await button.click();
}

/** The test has come to its end: what it asks for was so at every step. */
function sayHeld(stores: string): void {
  const how = 'said, the readable exported, nothing reset but by typed words, healed';
  say(`${stores} can’t be opened`, { [how]: ['yes', 'yes', true] });
}

/** What each of the two stores has as the note's text. */
async function noteIs(shop: Shop, text: string | null): Promise<void> {
  const page = { evaluate: <T>(script: string) => shop.options.evaluate<T>(script) };
  const { database, second } = await readBoth(page);
  for (const rows of [database, second]) {
    const notes = [...rows].filter(([key]) => key.startsWith('note/'));
    const texts = notes.map(([, row]) => (row.value as { text: string }).text);
    expect(texts).toEqual(text === null ? [] : [text]);
  }
}

/** Nothing says any more that a store can't be opened, and what is saved then is kept. */
async function goesOn(shop: Shop, text: string): Promise<void> {
  const body = shop.options.locator('body');
  await expect(body).not.toContainText('can’t be opened', SOON);
  await shop.command({ kind: 'save-note', listingId: `taobao:${RIVAL.itemId}`, text, tags: [] });
  await noteIs(shop, text);
  await shop.restart();
  await expect(shop.options.locator('.room-head')).toBeVisible(SOON);
  await noteIs(shop, text);
}

test('a database that can’t be opened: said, exported from the second store, healed', async ({
  shop,
}) => {
  test.setTimeout(240_000);
  await prepare(shop);
  const unblock = await shut(shop, ['IndexedDB']);
  const body = shop.options.locator('body');
  await expect(body).toContainText('The database can’t be opened', SOON);
  expect(await rescued(shop)).toContain(NOTE);
  const saving = await ask(shop.options, 'command', {
    operationId: crypto.randomUUID(),
    command: { kind: 'save-note', listingId: `taobao:${RIVAL.itemId}`, text: 'x', tags: [] },
  });
  expect(saving).toEqual({ ok: false, failure: { code: 'broken' } });
  // What stands in the way can't be deleted either: the database goes on elsewhere, healed.
  await typeAndReset(shop);
  await expect(shop.options.locator('.room-head')).toBeVisible(SOON);
  await noteIs(shop, NOTE);
  await goesOn(shop, 'after the reset');
  await shop.context.close();
  unblock();
  await shop.start();
  await expect(shop.options.locator('.room-head')).toBeVisible(SOON);
  await noteIs(shop, 'after the reset');
  sayHeld('the database');
});

test('a second store that can’t be opened: said, everything shown and exported', async ({
  shop,
}) => {
  test.setTimeout(240_000);
  await prepare(shop);
  const unblock = await shut(shop, ['storage.local']);
  const body = shop.options.locator('body');
  await expect(body).toContainText('A store on this computer can’t be opened', SOON);
  await shop.options.getByRole('link', { name: 'Reading health' }).last().click();
  await expect(body).toContainText('The second store can’t be opened', SOON);
  expect(await rescued(shop)).toContain(NOTE);
  await typeAndReset(shop);
  await goesOn(shop, 'after the reset');
  await shop.context.close();
  unblock();
  await shop.start();
  await expect(shop.options.locator('.room-head')).toBeVisible(SOON);
  await noteIs(shop, 'after the reset');
  sayHeld('the second store');
});

test('neither store can be opened: said, nothing reset but by the typed word', async ({ shop }) => {
  test.setTimeout(240_000);
  await prepare(shop);
  const unblock = await shut(shop, ['IndexedDB', 'storage.local']);
  const body = shop.options.locator('body');
  // No settings can be read: the words are the browser's language.
  await expect(body).toContainText('Neither store can be opened', SOON);
  await shop.options.getByRole('button', { name: 'Save what is readable' }).click();
  await expect(body).toContainText('there is nothing to save', SOON);
  for (const typed of ['', 'yes', 'start empty']) {
    expect(await ask(shop.options, 'reset-stores', { typed })).toEqual({
      ok: false,
      failure: { code: 'invalid', field: 'typed' },
    });
  }
  await typeAndReset(shop);
  await expect(shop.options.locator('.room-head')).toBeVisible(SOON);
  await noteIs(shop, null);
  await goesOn(shop, 'a new beginning');
  await shop.context.close();
  unblock();
  await shop.start();
  await expect(shop.options.locator('.room-head')).toBeVisible(SOON);
  await noteIs(shop, 'a new beginning');
  sayHeld('both stores');
});
