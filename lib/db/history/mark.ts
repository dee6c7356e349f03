import type { Database } from '../database';
import type { SealedFiles } from '../sealed-files';

/** Name of the fact in `meta` that says which mark was left last. */
const MARK = 'sealedMark';
const EMPTY = new Uint8Array(0);

/**
 * Leaves a file among the others and then notes its name in the database: where the next start does
 * not find it, the browser forgets what is written there. A kill in between leaves a file that
 * nothing asks for until the next mark is left.
 */
export async function leaveMark(
  database: Database,
  files: SealedFiles,
  nowMs: number,
): Promise<void> {
  const before = await markLeft(database);
  const name = `mark.${nowMs}`;
  if (!(await files.put(name, EMPTY)).ok || name === before) return;
  await database.meta.put({ name: MARK, value: name });
  if (before !== null) await files.remove(before);
}

/** The mark that has to be there; null where none was left since this database is there. */
export async function markLeft(database: Database): Promise<string | null> {
  const noted = (await database.meta.get(MARK))?.value;
  return typeof noted === 'string' ? noted : null;
}
