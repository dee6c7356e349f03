import type { Place } from './buckets';
import type { Database } from './database';
import { done, failed, failureOf, type Outcome } from './outcome';
import { WRITER_VERSION } from './schema';
import type { SecondStore } from './second-store';

/** How long an open may be held up by another page of the extension before that is said. */
export const BLOCKED_AFTER_MS = 2500;

/** How long a database that can't be opened is left alone before it is tried once more. */
const AGAIN_AFTER_MS = 400;

/** Opens the database. `blocked` is an answer for now: the open goes on, the next call finds it. */
export async function openDatabase(database: Database): Promise<Outcome<null>> {
  if (database.isOpen()) return done(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), BLOCKED_AFTER_MS);
  });
  const first = await Promise.race([tryToOpen(database), late]);
  clearTimeout(timer);
  return first === 'late' ? failed('blocked') : first;
}

async function tryToOpen(database: Database, isRepeated = false): Promise<Outcome<null>> {
  try {
    await database.open();
    return done(null);
  } catch (error) {
    if (failureOf(error) === 'full') return failed('full');
    if (isRepeated) return failed('broken');
    // Chromium puts a damaged database aside as it fails to open it: the next one is a new one.
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    return tryToOpen(database, true);
  }
}

/** Which of the two stores can be opened and read. */
export type StoreHealth = { database: boolean; second: boolean };

/** Which can be, now. */
export async function healthOf(
  { database, place }: { database: Database; place: Place },
  second: SecondStore,
): Promise<StoreHealth> {
  await place.find();
  return { database: await canRead(database), second: (await readSecond(second)) !== null };
}

/** Whether the database opens and gives a row. */
async function canRead(database: Database): Promise<boolean> {
  try {
    if (!(await openDatabase(database)).ok) return false;
    await database.records.limit(1).toArray();
    return true;
  } catch {
    return false;
  }
}

/** The second store's manifests, while it is kept from content scripts; null where it can't be read. */
export async function readSecond(second: SecondStore) {
  try {
    const [read] = await Promise.all([second.readManifests(), second.guard()]);
    return read;
  } catch {
    return null;
  }
}

/**
 * Deletes the stores that can't be opened, and no other: what the other one holds heals the new one.
 * A database that the browser can't delete either is left as it lies, and goes on at another place.
 * Only when the operator has typed that it shall be so. `broken` where nothing of that helps.
 */
export async function resetUnreadable(
  { database, place }: { database: Database; place: Place },
  second: SecondStore,
): Promise<Outcome<null>> {
  try {
    if (!(await openDatabase(database)).ok) {
      database.close();
      await database.delete({ disableAutoOpen: true }).catch(() => {});
      const opens = async () => (await openDatabase(database)).ok;
      if (!(await opens()) && !(await place.moveOn(opens))) return failed('broken');
    }
    if ((await readSecond(second)) === null) await second.clear();
    return done(null);
  } catch {
    return failed('broken');
  }
}

/**
 * Whether this code may write here: the oldest writer that either store asks for. Where none is
 * noted, ours is.
 */
export async function agreeOnWriter(
  database: Database,
  secondStoreWriter: number,
): Promise<'ok' | 'read-only'> {
  const noted = await database.meta.get('minimumWriter');
  const inDatabase = typeof noted?.value === 'number' ? noted.value : 0;
  if (Math.max(inDatabase, secondStoreWriter) > WRITER_VERSION) return 'read-only';
  if (inDatabase < WRITER_VERSION) {
    await database.meta.put({ name: 'minimumWriter', value: WRITER_VERSION });
  }
  return 'ok';
}
