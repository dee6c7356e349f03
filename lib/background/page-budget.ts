import { MAX_SEEN_DATA } from '../listing/sighting';

/**
 * Messages of one kind that a tab may send at once, and how many more each second. Each is parsed and
 * interpreted, some milliseconds: a burst is what every other question waits for.
 */
const BURST = 10;
const PER_SECOND = 10;
/** The most that a message may hold: characters of all its texts and keys, and its parts. */
const MAX_CHARACTERS = 2 * MAX_SEEN_DATA;
const MAX_PARTS = 100_000;

/**
 * What the pages' messages may cost before anything is parsed: a page that floods is told no at
 * once. The reader itself sends two or three in a second at most, and tries again when refused.
 */
export function createPageBudget(nowMs: () => number) {
  type Bucket = { tokens: number; atMs: number };
  const buckets = new Map<string, Bucket>();

  /** Whether this message is to be looked at. */
  function admit(type: string, tabId: number, data: unknown): boolean {
    return spend(`${type} ${tabId}`) && isWithinSize(data);
  }

  function spend(key: string): boolean {
    const now = nowMs();
    const bucket = buckets.get(key) ?? { tokens: BURST, atMs: now };
    // A clock that was set back gives nothing and takes nothing.
    const passed = Math.max(0, now - bucket.atMs);
    const tokens = Math.min(BURST, bucket.tokens + (passed / 1000) * PER_SECOND);
    const isAdmitted = tokens >= 1;
    buckets.set(key, { tokens: isAdmitted ? tokens - 1 : tokens, atMs: now });
    return isAdmitted;
  }

  return { admit };
}

/** Whether a message is small enough to be parsed; the look ends as soon as it is not. */
export function isWithinSize(data: unknown): boolean {
  let characters = 0;
  let parts = 0;
  const rest: unknown[] = [data];
  while (rest.length > 0) {
    const value = rest.pop();
    parts += 1;
    if (typeof value === 'string') characters += value.length;
    else if (Array.isArray(value)) {
      if (value.length > MAX_PARTS) return false;
      for (const item of value) rest.push(item);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        characters += key.length;
        rest.push(part);
      }
    }
    if (characters > MAX_CHARACTERS || parts + rest.length > MAX_PARTS) return false;
  }
  return true;
}
