import '../../../lib/zod-jitless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readResultSchema } from '../../../lib/listing/read-result';
import {
  MAX_SEEN_DATA,
  seenPartSchema,
  sightingSchema,
  type Sighting,
} from '../../../lib/listing/sighting';
import { LONG, MAX_DATA, MAX_ROWS } from '../../../lib/sites/taobao/collect';
import { interpret } from '../../../lib/sites/taobao/interpret';
import { keptData } from '../../../lib/sites/taobao/kept-data';
import { SELECTORS } from '../../../lib/sites/taobao/selectors';
import { SEEN } from '../../../lib/sites/taobao/selectors-seen';
import { ITEM_ID, listingData } from '../../fixtures/pages/listing-data';

const SIGHTING: Sighting = {
  state: 'seen',
  site: 'taobao',
  itemId: ITEM_ID,
  host: 'detail.tmall.com',
  skuInAddress: null,
  atMs: 1_764_000_000_000,
  data: keptData(listingData(), MAX_DATA),
  parts: {},
  held: [],
  reselected: false,
  visitor: 'unknown',
};

describe('what the page may send', () => {
  test('the bounds of collector and schema are the same', () => {
    expect(MAX_DATA).toBe(MAX_SEEN_DATA);
    const fits = (rows: number, length: number): boolean =>
      seenPartSchema.safeParse({
        css: '',
        rows: Array.from({ length: rows }, () => ['x'.repeat(length)]),
      }).success;
    expect([fits(MAX_ROWS, 1), fits(MAX_ROWS + 1, 1)]).toEqual([true, false]);
    expect([fits(1, LONG), fits(1, LONG + 1)]).toEqual([true, false]);
  });

  test('no address, nick, review or token is among the kept keys', () => {
    const kept = keptData(
      {
        ...listingData(),
        params: { safeParams: { mi_id: 'token' } },
        skuCore: { sku2info: { 12: { buyExParams: { mi_id: 'token' }, quantityText: '有货' } } },
        debugVO: { traceId: 'token' },
      },
      MAX_DATA,
    );
    expect(kept).toContain('有货');
    expect(kept).not.toMatch(/token|街道|昵称|买家甲|很好看/);
  });

  test('data beyond the bound is left in the page', () => {
    expect(keptData({ title: 'x'.repeat(100) }, 50)).toBeNull();
  });

  test('every selector has a date and a capture', () => {
    expect(Object.keys(SEEN).toSorted()).toEqual(Object.keys(SELECTORS).toSorted());
    for (const [part, css] of Object.entries(SELECTORS))
      expect(SEEN[part as keyof typeof SEEN].length).toBe(css.length);
  });

  // A browser looks only within that id; a list of selectors it tries on every node of the page.
  test('every selector is one, within an id or within the left area', () => {
    for (const css of Object.values(SELECTORS).flat())
      expect(css.replace(/:is\([^)]*\)/g, '')).toMatch(/^[#@][^,]+$/);
  });
});

describe('interpret', () => {
  test('page data alone is a listing', () => {
    const result = interpret(SIGHTING);
    expect(result).toMatchObject({ state: 'ok', snapshot: { itemId: ITEM_ID, gated: false } });
  });

  test('neither title nor price: a page of a kind that is not known', () => {
    expect(interpret({ ...SIGHTING, data: null })).toMatchObject({
      state: 'changed',
      itemId: ITEM_ID,
    });
    expect(interpret({ ...SIGHTING, data: '{"skuBase":' })).toMatchObject({ state: 'changed' });
  });

  test('a reader that stumbles makes its own field malformed, and no other', () => {
    const parts = Object.defineProperty({}, 'shopLabel', {
      enumerable: true,
      get() {
        throw new Error('stumbled');
      },
    });
    const result = interpret({ ...SIGHTING, parts });
    const missing = result.state === 'ok' ? result.snapshot.missing : [];
    expect(missing.filter(({ why }) => why === 'malformed')).toEqual([
      { field: 'scores', why: 'malformed' },
    ]);
  });

  test('whatever a page sends, it never throws and its answer parses', () => {
    const row = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('1', '9'.repeat(40), '1~2', '100%')),
      { maxLength: 4 },
    );
    const part = fc.record({
      css: fc.string({ maxLength: 300 }),
      rows: fc.array(row, { maxLength: 4 }),
    });
    const name = fc.constantFrom(...Object.keys(SELECTORS), 'price', 'constructor', 'toString');
    const sighting = fc.record({
      parts: fc.dictionary(name, part),
      data: fc.oneof(fc.constant(SIGHTING.data), fc.json(), fc.string(), fc.constant(null)),
      held: fc.array(name, { maxLength: 5 }),
      reselected: fc.boolean(),
      skuInAddress: fc.constantFrom(null, '5000000000000', '1'),
    });
    fc.assert(
      fc.property(sighting, (changes) => {
        const seen = sightingSchema.parse({ ...SIGHTING, ...changes });
        const result = interpret(seen);
        expect(readResultSchema.parse(result)).toEqual(result);
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});
