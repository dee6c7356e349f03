import { describe, expect, it } from 'vitest';
import { verifyWhenDue } from '../../../lib/background/verify-when-due';
import { KEYS, Place } from '../db/two-stores-place';

const DAY_MS = 24 * 3600_000;

function aSession() {
  const kept: Record<string, unknown> = {};
  return {
    get: (key: string) => Promise.resolve(key in kept ? { [key]: kept[key] } : {}),
    set: (items: Record<string, unknown>) => Promise.resolve(void Object.assign(kept, items)),
  };
}

describe('the full verification', () => {
  it('is due once in a session of the browser, and daily', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    const session = aSession();
    expect(await verifyWhenDue(place.store, session, 1)).toBe(true);
    expect(await verifyWhenDue(place.store, session, 2)).toBe(false);
    // Another worker of the same session.
    place.restart();
    expect(await verifyWhenDue(place.store, session, 3)).toBe(false);
    expect(await verifyWhenDue(place.store, aSession(), 3)).toBe(true);
    expect(await verifyWhenDue(place.store, session, 1 + DAY_MS)).toBe(true);
    // The clock went back: the date of the last one says nothing.
    expect(await verifyWhenDue(place.store, session, -5)).toBe(true);
  });

  it('is due after a start that found the stores to differ, until it was done', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    const session = aSession();
    await verifyWhenDue(place.store, session, 1);
    place.area.items.delete(`r/${KEYS[1]}`);
    place.area.items.delete('m/note');
    place.restart();
    await place.store.ready();
    place.restart();
    expect(await verifyWhenDue(place.store, session, 2)).toBe(true);
    expect(await verifyWhenDue(place.store, session, 3)).toBe(false);
    const { database, second } = await place.rows();
    expect(second).toEqual(database);
  });
});
