import { describe, expect, it } from 'vitest';
import { asideText, describeAside } from '../../../lib/db/set-aside';
import type { QuarantineRow } from '../../../lib/db/rows';

const LISTING = 'taobao:100000000202';
const note = { listingId: LISTING, text: '主图换了', tags: [], updatedAtMs: 1 };

function aside(key: string, row: unknown): QuarantineRow {
  return { id: `database:${key}`, key, from: 'database', why: 'does-not-parse', atMs: 5, row };
}

describe('what was set aside', () => {
  it('is named by its key and by what can still be read in it', () => {
    expect(describeAside(aside(`note/${LISTING}`, { value: note }))).toMatchObject({
      kind: 'note',
      listingId: LISTING,
      benchmarkId: null,
      canReturn: true,
    });
    expect(describeAside(aside(`note/${LISTING}`, { value: { ...note, text: 7 } }))).toMatchObject({
      kind: 'note',
      listingId: LISTING,
      canReturn: false,
    });
    const named = { value: { name: '防晒衣·女', keywords: 'x' } };
    expect(describeAside(aside('benchmark/b1', named))).toMatchObject({
      kind: 'benchmark',
      name: '防晒衣·女',
      benchmarkId: 'b1',
      canReturn: false,
    });
    expect(describeAside(aside(`verdict/${LISTING}/b1/p1`, null))).toMatchObject({
      kind: 'verdict',
      listingId: LISTING,
      benchmarkId: 'b1',
    });
    expect(describeAside(aside('keyword-chunk/b1/0000', []))).toMatchObject({ benchmarkId: 'b1' });
  });

  it('reads a snapshot, a row of history and a line of a sealed file as far as they go', () => {
    const latest = { listingId: LISTING, snapshot: { title: { value: '轻薄防晒衣' } } };
    expect(describeAside(aside(`latest/"${LISTING}"`, latest))).toMatchObject({
      kind: 'latest',
      name: '轻薄防晒衣',
      listingId: LISTING,
      canReturn: false,
    });
    expect(describeAside(aside('observations/["x",1]', { listingId: LISTING }))).toMatchObject({
      kind: 'observations',
      listingId: LISTING,
      canReturn: false,
    });
    expect(describeAside(aside('line/1', `c{"listingId":"${LISTING}"}`))).toMatchObject({
      kind: 'changes',
      listingId: LISTING,
      canReturn: false,
    });
  });

  it('says nothing of what it can’t tell, whatever the row is', () => {
    const own = JSON.parse('{"__proto__": {"name": "x"}}') as unknown;
    for (const row of [null, undefined, 7, 'z{', '', [], () => {}, { name: 3 }, own]) {
      for (const key of ['', 'line/1', '__proto__/x', 'constructor/x']) {
        const told = describeAside(aside(key, row));
        expect(told.name).toBeNull();
        expect(told.kind).toBeNull();
        expect(told.canReturn).toBe(false);
      }
    }
  });

  it('leaves as text, also where JSON holds no such value', () => {
    expect(JSON.parse(asideText(aside('note/x', { value: note })))).toMatchObject({
      key: 'note/x',
      row: { value: note },
    });
    expect(asideText(aside('note/x', { value: 7n }))).toContain('note/x');
  });
});
