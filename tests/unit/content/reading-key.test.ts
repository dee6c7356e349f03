import { expect, test } from 'vitest';
import { quietFor, spacingFor, PACE } from '../../../lib/content/pace';
import { readingKey, titleOf } from '../../../lib/content/reading-key';
import type { PageReport } from '../../../lib/listing/page-report';

test('two readings that differ in their times only are the same', () => {
  const first = seen('防晒衣女', 1000);
  expect(readingKey(seen('防晒衣女', 6000))).toBe(readingKey(first));
  expect(readingKey(seen('另一个标题', 1000))).not.toBe(readingKey(first));
  expect(titleOf(first)).toBe('防晒衣女');
  expect(titleOf({ state: 'not-listing' })).toBeNull();
});

function seen(title: string, atMs: number): PageReport {
  return {
    state: 'seen',
    site: 'taobao',
    itemId: '100000000101',
    host: 'detail.tmall.com',
    skuInAddress: null,
    atMs,
    data: null,
    parts: { title: { css: '.title', rows: [[title]] } },
    held: [],
    reselected: false,
    visitor: 'unknown',
  };
}

test('a page that never rests is read ever more rarely, to a limit', () => {
  expect(quietFor(PACE, 0)).toBe(PACE.quietMs);
  expect(quietFor(PACE, 3)).toBe(PACE.quietMs * 4);
  expect(quietFor(PACE, 50)).toBe(quietFor(PACE, 7));
  expect(spacingFor(PACE, 3)).toBe(PACE.spacingMs);
  expect(spacingFor(PACE, 100)).toBe(PACE.spacingMs * 64);
});
