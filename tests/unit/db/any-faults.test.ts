import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordRow } from '../../../lib/db/rows';
import { FakeArea } from './fake-area';
import { fillDatabase, KEYS, killed, Place } from './two-stores-place';

type Fault =
  | 'none'
  | 'second store full'
  | 'killed between the stores'
  | 'database full'
  | 'database full, then killed'
  | 'killed before the answer';
type After =
  | 'go on'
  | 'restart'
  | 'database emptied'
  | 'second store emptied'
  | 'row damaged in the database'
  | 'row damaged in the second store'
  | 'repeat';

const steps = fc.array(
  fc.record({
    both: fc.boolean(),
    text: fc.option(fc.constantFrom('x', 'y', 'z'), { nil: null }),
    fault: fc.constantFrom<Fault>(
      'none',
      'none',
      'second store full',
      'killed between the stores',
      'database full',
      'database full, then killed',
      'killed before the answer',
    ),
    after: fc.constantFrom<After>(
      'go on',
      'restart',
      'database emptied',
      'second store emptied',
      'row damaged in the database',
      'row damaged in the second store',
      'repeat',
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('any saves, faults and losses of one store', () => {
  it('lose no acknowledged save, tear none, bring nothing back, and end in agreement', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const place = new Place();
        // What each key may hold: the acknowledged text, or an unanswered save after it.
        const allowed: (string | null)[][] = [[null], [null]];
        const pairs = plan.every((step) => step.both);
        for (const [index, step] of plan.entries()) {
          const keys = step.both ? KEYS : [KEYS[0]];
          // Each save has a text of its own: one that came back from before would be seen.
          const text = step.text === null ? null : `${step.text}${index}`;
          const id = `operation-${index}`;
          const answered = await attempt(place, id, keys, text, step.fault);
          keys.forEach((_, key) => {
            allowed[key] = answered ? [text] : [...(allowed[key] ?? []), text];
          });
          await then(place, step.after);
          const repeated = step.after === 'repeat' ? await place.save(id, keys, text) : null;
          expect(repeated?.ok).not.toBe(false);
          keys.forEach((_, key) => {
            if (repeated !== null) allowed[key] = [text];
          });
          const texts = await place.texts();
          texts.forEach((now, key) => expect(allowed[key]).toContain(now));
          expect(pairs ? texts[0] : texts[1]).toBe(texts[1]);
          // What is there now was healed, and is what stands from here on.
          texts.forEach((now, key) => {
            allowed[key] = [now];
          });
        }
        place.restart();
        expect(await place.store.verify()).toMatchObject({ ok: true });
        const { database, second } = await place.rows();
        const live = (rows: RecordRow[]) => rows.filter((row) => row.deleted === 0);
        expect(live(second)).toEqual(live(database));
        place.store.close();
      }),
      { numRuns: 80 },
    );
  }, 120_000);
});

/** One save under a fault; true when it was acknowledged. */
async function attempt(
  place: Place,
  id: string,
  keys: readonly string[],
  text: string | null,
  fault: Fault,
): Promise<boolean> {
  await place.store.ready();
  const { area } = place;
  if (fault === 'second store full') {
    area.before = () => {
      throw new Error('QUOTA_BYTES quota exceeded');
    };
  }
  if (fault === 'database full' || fault === 'database full, then killed') fillDatabase(true);
  if (fault === 'killed between the stores' || fault === 'database full, then killed') {
    const dies = fault === 'killed between the stores' ? 1 : 2;
    const set = area.set.bind(area);
    await Promise.race([place.save(id, keys, text), afterSet(area, dies)]);
    area.set = set;
    place.restart();
    return false;
  }
  const outcome = await place.save(id, keys, text);
  fillDatabase(false);
  area.before = () => {};
  if (fault === 'killed before the answer') {
    place.restart();
    return false;
  }
  return outcome.ok;
}

/** Resolves when the nth batch has been written, after which the area answers no more. */
function afterSet(area: FakeArea, nth: number): Promise<void> {
  return new Promise<void>((resolve) => {
    const set = FakeArea.prototype.set.bind(area);
    let count = 0;
    area.set = async (items) => {
      count += 1;
      if (count > nth) return killed();
      await set(items);
      if (count < nth) return undefined;
      resolve();
      return killed();
    };
  });
}

async function then(place: Place, after: After): Promise<void> {
  if (after === 'go on' || after === 'repeat') return;
  // One loss at a time: what a kill left in one store only is in both again.
  await place.store.ready();
  place.store.close();
  if (after === 'database emptied') await Dexie.delete(place.name);
  if (after === 'second store emptied') place.area.items.clear();
  if (after === 'row damaged in the database') await place.damageInDatabase(KEYS[0]);
  if (after === 'row damaged in the second store') place.damageInSecond(KEYS[0]);
  place.restart();
  if (after.startsWith('row')) await place.store.verify();
}
