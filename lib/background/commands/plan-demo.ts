import { recordKey, recordKindOf, type DemoContents } from '../../benchmark/record';
import type { HistoryKeys, HistoryRows } from '../../db/history-rows';
import type { Plan, RecordWrite } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';
import { settingsFrom, type Settings } from '../../settings';
import type { BackupRows } from '../../transfer/backup-format';
import type { TableRow } from '../../transfer/backup-parser';
import { checkBackup, textIn } from '../../transfer/read-backup';
import { historyOf, recordWrite } from '../restore';
import { demoUnits } from './demo-units';
import { currentSettings, sameShop } from './plan-settings';

const DAY_MS = 24 * 3600_000;

/**
 * Loads the demo from its backup file. It only adds: a record or row that is there already stays as
 * it is, and is not the demo's. The file's times are moved by whole days so that its history ends
 * within the last day. Of its settings only the shops are taken. What was added is written down.
 */
export async function planLoadDemo(
  reader: Reader,
  text: string,
  nowMs: number,
): Promise<Outcome<Plan>> {
  if ((await reader.demo()) !== null) return done({ writes: [], answerKey: recordKey.demo });
  const rows: TableRow[] = [];
  const checked = await checkBackup(textIn(text), text.length, (piece) => {
    for (const row of piece) rows.push(row);
  });
  if (!checked.ok) return failed('invalid', checked.fault.code);
  const days = Math.max(0, Math.floor((nowMs - checked.header.createdAtMs) / DAY_MS));
  const shifted = movedBy(rows, days * DAY_MS) as TableRow[];
  const records = shifted.filter((row) => row.table === 'records').map((row) => row.row);

  const writes = await newRecords(reader, records);
  const shops = await newShops(reader, records);
  const history = await newHistory(reader, historyOf(shifted));
  const here = await reader.recordsAt(writes.map((write) => write.key));
  const contents: DemoContents = {
    records: writes.map(({ key, revision }, index) => ({
      key,
      revision: Math.max((here[index]?.revision ?? 0) + 1, revision ?? 0),
    })),
    shops: shops.added,
    ...keysOf(history),
  };
  if (shops.write !== null) writes.push(shops.write);
  writes.push({ key: recordKey.demo, value: contents });
  return done({ writes, answerKey: recordKey.demo, history: [{ kind: 'add', rows: history }] });
}

/**
 * Takes the demo out again: exactly what loading added, but for what the operator has changed since.
 * A benchmark stands or goes with its keywords and verdicts.
 */
export async function planRemoveDemo(reader: Reader): Promise<Outcome<Plan>> {
  const demo = await reader.demo();
  if (demo === null) return done({ writes: [], answerKey: null });
  const { records, shops, observations, changes, latest } = demo.value;
  const keys = await demoUnits(reader, records);
  const writes: RecordWrite[] = keys.map((key) => ({ key, value: null }));
  const settings = await currentSettings(reader);
  const myShops = settings.myShops.filter((mine) => !shops.some((shop) => same(mine, shop)));
  if (myShops.length < settings.myShops.length) {
    writes.push({ key: recordKey.settings, value: { ...settings, myShops } });
  }
  writes.push({ key: recordKey.demo, value: null });
  const removed: HistoryKeys = {
    latest,
    observations: observations.flatMap(({ series, atMs }) =>
      atMs.map((at): [string, number] => [series, at]),
    ),
    changes: changes.flatMap(({ listingId, atMs }) =>
      atMs.map((at): [string, number] => [listingId, at]),
    ),
  };
  return done({ writes, answerKey: null, history: [{ kind: 'remove', keys: removed }] });
}

type Shop = Settings['myShops'][number];

function same(a: Shop, b: Shop): boolean {
  return a.sellerId === b.sellerId && a.shopId === b.shopId && a.name === b.name;
}

/** The file's records that are not here (or were deleted), without its settings and demo notes. */
async function newRecords(reader: Reader, records: BackupRows['records'][]) {
  const own = records.filter(
    ({ key }) => recordKindOf(key) !== 'settings' && recordKindOf(key) !== 'demo',
  );
  const here = await reader.recordsAt(own.map((record) => record.key));
  return own.filter((_, index) => here[index]?.deleted !== 0).map(recordWrite);
}

async function newShops(reader: Reader, records: BackupRows['records'][]) {
  const inFile = settingsFrom(records.find(({ key }) => key === recordKey.settings)?.value);
  const settings = await currentSettings(reader);
  const added = inFile.myShops.filter(
    (shop) => !settings.myShops.some((mine) => sameShop(mine, shop)),
  );
  const value = { ...settings, myShops: [...settings.myShops, ...added] };
  return { added, write: added.length === 0 ? null : { key: recordKey.settings, value } };
}

async function newHistory(reader: Reader, rows: HistoryRows): Promise<HistoryRows> {
  const observations = await reader.observationsAt(
    rows.observations.map((row) => [row.series, row.atMs]),
  );
  const changes = await reader.changesAt(rows.changes.map((row) => [row.listingId, row.atMs]));
  const latest = await reader.latestMany(rows.latest.map((row) => row.listingId));
  return {
    observations: rows.observations.filter((_, index) => observations[index] === undefined),
    changes: rows.changes.filter((_, index) => changes[index] === undefined),
    latest: rows.latest.filter((_, index) => latest[index] === null),
  };
}

function keysOf(rows: HistoryRows) {
  const grouped = (pairs: [string, number][]) => {
    const groups = new Map<string, number[]>();
    for (const [name, atMs] of pairs) {
      const times = groups.get(name);
      if (times === undefined) groups.set(name, [atMs]);
      else times.push(atMs);
    }
    return [...groups];
  };
  return {
    observations: grouped(rows.observations.map((row) => [row.series, row.atMs])).map(
      ([series, atMs]) => ({ series, atMs }),
    ),
    changes: grouped(rows.changes.map((row) => [row.listingId, row.atMs])).map(
      ([listingId, atMs]) => ({ listingId, atMs }),
    ),
    latest: rows.latest.map(({ listingId, seenAtMs }) => ({ listingId, seenAtMs })),
  };
}

/** The same with every time (a member whose name ends in `Ms`) later by that much. */
function movedBy(value: unknown, byMs: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => movedBy(member, byMs));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'number' && name.endsWith('Ms') ? member + byMs : movedBy(member, byMs),
    ]),
  );
}
