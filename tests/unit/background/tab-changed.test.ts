import { expect, test } from 'vitest';
import { onTabChanged, type TabChange } from '../../../lib/background/tab-changed';

const url = 'https://detail.tmall.com/item.htm?id=1';

test.each<[TabChange, ReturnType<typeof onTabChanged>, ReturnType<typeof onTabChanged>]>([
  [{ status: 'loading', url }, 'answer', 'no-badge'],
  [{ status: 'loading' }, 'answer', null],
  [{ url }, 'answer', 'no-badge'],
  [{ status: 'complete' }, 'answer', 'answer-later'],
  [{ status: 'complete', url }, 'answer', 'answer-later'],
  [{}, null, null],
])('%o: looked at %s, else %s', (change, lookedAt, else_) => {
  expect(onTabChanged(change, true)).toBe(lookedAt);
  expect(onTabChanged(change, false)).toBe(else_);
});
