import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueOf, dueQueue, nextDueDays, rhythms } from '../../../lib/listing/due';
import { listingAddress } from '../../../components/options/listing-address';
import { facts } from '../../browser/options/facts';

const at = (day: number, hour = 12) => new Date(2026, 10, day, hour).getTime();
const seen = (listingId: string, lastSeenMs: number | null) => ({
  ...facts(1),
  listingId,
  lastSeenMs,
});

describe('a listing to be seen every 3 days', () => {
  test.each([
    [at(19), { state: 'due', days: 0 }],
    [at(19, 23), { state: 'due', days: 0 }],
    [at(20, 0), { state: 'later', days: 1 }],
    [at(17), { state: 'due', days: 2 }],
    [at(22), { state: 'later', days: 3 }],
    [null, { state: 'never' }],
  ])('seen at %o is %o', (lastSeenMs, due) => {
    expect(dueOf(lastSeenMs, 3, at(22, 8))).toEqual(due);
  });

  test('a day is a day of the calendar, over a change of the clock too', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 0, max: 40 }),
      (start, days) => {
        const first = new Date(2024, 0, 1 + start, 9).getTime();
        const then = new Date(2024, 0, 1 + start + days, 7).getTime();
        const due = dueOf(first, 30, then);
        return due.state === 'due' ? due.days === days - 30 : days < 30;
      },
    );
    fc.assert(property);
  });
});

test('of several lists that hold a listing, the shortest rhythm counts', () => {
  const lists = [
    { dueDays: 7, listingIds: ['a', 'b'] },
    { dueDays: 3, listingIds: ['b', 'c'] },
    { dueDays: null, listingIds: ['a', 'd'] },
  ];
  expect([...rhythms(lists)]).toEqual([
    ['a', 7],
    ['b', 3],
    ['c', 3],
  ]);
});

describe('the queue', () => {
  const rows = [
    seen('today', at(22)),
    seen('late', at(10)),
    seen('never', null),
    seen('due', at(19)),
    seen('free', at(1)),
  ];
  const days = new Map(['today', 'late', 'never', 'due'].map((id) => [id, 3] as const));
  test('has those never seen first, then the longest waiting', () => {
    expect(dueQueue(rows, days, at(22)).map(({ listingId }) => listingId)).toEqual([
      'never',
      'late',
      'due',
    ]);
  });

  test('says when the next one comes', () => {
    expect(nextDueDays(rows, days, at(22))).toBe(3);
    expect(nextDueDays(rows, new Map(), at(22))).toBeNull();
  });
});

test('a listing never seen has an address', () => {
  expect(listingAddress('', 'taobao:782345678901')).toBe(
    'https://item.taobao.com/item.htm?id=782345678901',
  );
});
