import type { Database } from './database';
import { allKeys, databaseManifests, settleKeys } from './heal';
import type { Verification } from './rows';
import type { Manifests, SecondStore } from './second-store';

/** A repeat of an operation comes within moments; a month covers a tab that slept. */
const KEEP_OPERATIONS_MS = 30 * 24 * 3600_000;
/** A restore whose page was closed half-way. */
const KEEP_STAGED_MS = 24 * 3600_000;

/** Notes the result of a verification that has come to its end: before that it is due again. */
export async function noteVerification(
  database: Database,
  verification: Verification,
): Promise<void> {
  await database.meta.put({ name: 'verification', value: verification });
  await database.meta.delete('mismatch');
}

/** Reads and checks every record of both stores, whatever their manifests say; makes them agree. */
export async function verifyAll(
  database: Database,
  second: SecondStore,
  nowMs: number,
): Promise<{ verification: Verification; manifests: Manifests }> {
  const ours = await databaseManifests(database);
  const theirs = (await second.readManifests()).manifests;
  const keys = await allKeys(database, second, [ours, theirs]);
  const healed = await settleKeys({ database, second }, keys, { ours, theirs }, nowMs);
  await second.sweep(nowMs);
  const verification: Verification = {
    atMs: nowMs,
    checked: keys.length,
    healed: healed.given,
    quarantined: healed.quarantined,
  };
  await database.operations
    .where('atMs')
    .below(nowMs - KEEP_OPERATIONS_MS)
    .delete();
  await database.staging
    .where('atMs')
    .below(nowMs - KEEP_STAGED_MS)
    .delete();
  return { verification, manifests: healed.manifests };
}
