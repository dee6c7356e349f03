import type { Database } from './database';
import { faultOf } from './record-row';
import type { Loss, RecordRow } from './rows';
import { WRITER_VERSION } from './schema';
import { enterRows, type Manifests, type SecondStore } from './second-store';

/** What the two stores said at a start, before anything was written to them. */
export type Found = { ours: Manifests; theirs: { manifests: Manifests; writer: number } };

/**
 * Where neither store holds anything, but sealed files do, both were emptied from outside: that is no
 * first start. It is noted, to be told to the operator, and the imports in the files are given back to
 * the second store, from which the database is healed; the history heals by itself. Answers with the
 * second store's manifests afterwards. A full disk leaves it all to the next start.
 */
export async function takeLeftovers(
  { database, second }: { database: Database; second: SecondStore },
  { ours, theirs }: Found,
  sealedMonths: () => Promise<number>,
  nowMs: number,
): Promise<Manifests> {
  const isEmpty = theirs.writer === 0 && isNone(theirs.manifests) && isNone(ours);
  const isNew = (await database.meta.get('minimumWriter')) === undefined;
  // Noted already: the start that found it was killed on the way. Else a kill cut off the first save.
  const isLost = isNew || (await database.meta.get('loss')) !== undefined;
  if (!isEmpty || !isLost) return theirs.manifests;
  const rows = await soundRows(second);
  const imports = rows.filter((row) => row.key.startsWith('import/')).length;
  const months = isNew ? await sealedMonths() : 0;
  if (isNew && months + rows.length > 0) {
    const loss: Loss = { atMs: nowMs, months, imports };
    await database.meta.put({ name: 'loss', value: loss });
  }
  if (rows.length === 0) return theirs.manifests;
  const entered = enterRows({}, rows);
  try {
    await second.write(rows, entered, WRITER_VERSION);
    return entered;
  } catch {
    return theirs.manifests;
  }
}

async function soundRows(second: SecondStore): Promise<RecordRow[]> {
  const sound: RecordRow[] = [];
  for (const [key, row] of await second.readLeftovers().catch(() => new Map<string, unknown>())) {
    if ((await faultOf(key, row)) === null) sound.push(row as RecordRow);
  }
  return sound;
}

function isNone(manifests: Manifests): boolean {
  return Object.values(manifests).every((entries) => Object.keys(entries).length === 0);
}
