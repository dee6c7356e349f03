import { expect, test } from 'vitest';
import { againAfterMs } from '../../../lib/messaging/again-after.ts';
import { FAILURE_CODES } from '../../../lib/messaging/result.ts';

test('what may pass by itself is tried again, a refusal never', () => {
  const again = FAILURE_CODES.filter((code) => againAfterMs(code) !== null);
  expect(again.toSorted()).toEqual(['blocked', 'broken', 'full', 'internal']);
  // Soon enough for an operator who has just made space, rarely enough for a broken store.
  for (const code of again) expect(againAfterMs(code)).toBeGreaterThanOrEqual(2000);
  for (const code of again) expect(againAfterMs(code)).toBeLessThanOrEqual(5000);
});
