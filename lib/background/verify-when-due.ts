import type { Store } from '../db/store';
import type { SessionArea } from './tab-state';

/** The first answers after a worker start go first. */
export const VERIFY_AFTER_MS = 1500;

const DAY_MS = 24 * 3600_000;
/** In `storage.session`, which a browser start empties, and an update of the extension too. */
const VERIFIED = 'verified';

/**
 * Verifies both stores in full where that is due: once in each session of the browser, after a start
 * that found the stores to differ, and daily. True when it was done. What a kill cuts off is due
 * again; `runtime.onStartup` alone is not asked, because a browser that crashed does not always fire it.
 */
export async function verifyWhenDue(
  store: Store,
  session: Pick<SessionArea, 'get' | 'set'>,
  nowMs: number,
): Promise<boolean> {
  if (!(await store.ready()).ok) return false;
  const known = await store.read(async (reader) => ({
    last: await reader.lastVerification(),
    mismatch: await reader.foundMismatch(),
  }));
  if (!known.ok) return false;
  const { last, mismatch } = known.value;
  const ageMs = last === null ? Infinity : nowMs - last.atMs;
  if (!(await isNewSession(session)) && !mismatch && ageMs >= 0 && ageMs < DAY_MS) return false;
  const verified = await store.verify();
  if (verified.ok) await session.set({ [VERIFIED]: true });
  return verified.ok;
}

/** Whether nothing was verified yet since the browser's start, or the extension's update. */
export async function isNewSession(session: Pick<SessionArea, 'get'>): Promise<boolean> {
  return (await session.get(VERIFIED))[VERIFIED] !== true;
}
