import { expect, test } from 'vitest';
import { quietFor, spacingFor, PACE } from '../../../lib/content/pace';
import { readingKey, titleOf } from '../../../lib/content/reading-key';
import { reading, sampleSnapshot } from '../../fixtures/sample-snapshot';

test('two readings that differ in their times only are the same', () => {
  const first = { state: 'ok' as const, snapshot: sampleSnapshot() };
  const later = structuredClone(first);
  later.snapshot.capturedAtMs += 5000;
  if (later.snapshot.title.from !== null) later.snapshot.title.from.atMs += 5000;
  expect(readingKey(later)).toBe(readingKey(first));
  later.snapshot.title = reading('另一个标题', 'item.title');
  expect(readingKey(later)).not.toBe(readingKey(first));
  expect(titleOf(later)).toBe('另一个标题');
  expect(titleOf({ state: 'not-listing' })).toBeNull();
});

test('a page that never rests is read ever more rarely, to a limit', () => {
  expect(quietFor(PACE, 0)).toBe(PACE.quietMs);
  expect(quietFor(PACE, 3)).toBe(PACE.quietMs * 4);
  expect(quietFor(PACE, 50)).toBe(quietFor(PACE, 7));
  expect(spacingFor(PACE, 3)).toBe(PACE.spacingMs);
  expect(spacingFor(PACE, 100)).toBe(PACE.spacingMs * 64);
});
