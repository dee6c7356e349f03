import { afterEach, describe, expect, it } from 'vitest';
import { browserBuckets } from '../../../lib/db/buckets';
import { sealedPlace, sealedRoot } from '../../../lib/db/sealed-place';

/* Real buckets and real private files. */

const buckets = browserBuckets();
const ordinary = () => navigator.storage.getDirectory();
const text = (value: string) => new TextEncoder().encode(value);
const names = async (root: FileSystemDirectoryHandle, folder: string) => {
  const all: string[] = [];
  const at = await root.getDirectoryHandle(folder, { create: true });
  for await (const name of at.keys()) all.push(name);
  return all.sort();
};

afterEach(async () => {
  for (const name of (await buckets?.keys()) ?? []) await buckets?.delete(name);
  for (const folder of ['history', 'kept', 'cache']) {
    await (await ordinary()).removeEntry(folder, { recursive: true }).catch(() => {});
  }
});

async function filled() {
  const place = sealedPlace(ordinary, buckets);
  await place.files('history').put('2026-11.s.1', text('rows'));
  await place.files('kept').put('import.i1', text('words'));
  await place.files('cache').put('c1', text('compiled'));
  return place;
}

describe('the place of sealed files', () => {
  it('is the ordinary one, and after moving on a bucket with all that must not be lost', async () => {
    const place = await filled();
    expect(await names(await ordinary(), 'history')).toEqual(['2026-11.s.1.sealed']);
    expect(await place.moveOn()).toBe(true);
    expect(await place.files('history').put('2026-11.s.2', text('more'))).toMatchObject({
      ok: true,
    });
    // The next worker finds it, and so does a page that only reads.
    const next = sealedPlace(ordinary, buckets);
    expect(await next.files('history').names()).toMatchObject({
      value: ['2026-11.s.1', '2026-11.s.2'],
    });
    const got = await next.files('kept').get('import.i1');
    expect(got.ok && new TextDecoder().decode(got.value ?? undefined)).toBe('words');
    const root = await sealedRoot(ordinary, buckets);
    expect(await names(root, 'history')).toEqual(['2026-11.s.1.sealed', '2026-11.s.2.sealed']);
    expect(await next.files('cache').names()).toMatchObject({ value: [] });
    // Nothing was taken away where it stood.
    expect(await names(await ordinary(), 'history')).toEqual(['2026-11.s.1.sealed']);
  });

  it('leaves nothing behind that is put while the others are copied', async () => {
    const place = await filled();
    for (let n = 0; n < 30; n += 1) await place.files('history').put(`m.${n}`, text('rows'));
    const now = { isMoving: true };
    const moving = place.moveOn().finally(() => (now.isMoving = false));
    const puts: Promise<unknown>[] = [];
    while (now.isMoving) {
      puts.push(place.files('kept').put(`import.w${puts.length}`, text('words')));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(await moving).toBe(true);
    await Promise.all(puts);
    expect(puts.length).toBeGreaterThan(3);
    const next = sealedPlace(ordinary, buckets);
    const there = ['import.i1', ...puts.map((_, n) => `import.w${n}`)].toSorted();
    expect(await next.files('kept').names()).toMatchObject({ value: there });
  });

  it('moves on from bucket to bucket, and leaves a damaged file where it lies', async () => {
    const place = await filled();
    const kept = await (await ordinary()).getDirectoryHandle('kept');
    const file = await (await kept.getFileHandle('import.i1.sealed')).createWritable();
    await file.write('flipped');
    await file.close();
    expect(await place.moveOn()).toBe(true);
    expect(await place.files('kept').names()).toMatchObject({ value: [] });
    expect(await names(await ordinary(), 'kept')).toEqual(['import.i1.sealed']);
    await place.files('history').put('2026-11.s.2', text('more'));
    expect(await place.moveOn()).toBe(true);
    expect(await buckets?.keys()).toEqual(['sealed-1', 'sealed-2']);
    expect(await place.files('history').names()).toMatchObject({
      value: ['2026-11.s.1', '2026-11.s.2'],
    });
  });

  it('stays where there are no buckets, or where the copy can’t be written', async () => {
    await filled();
    expect(await sealedPlace(ordinary, null).moveOn()).toBe(false);
    if (buckets === null) throw new Error('this browser has buckets');
    const full: typeof buckets = {
      keys: () => buckets.keys(),
      delete: (name) => buckets.delete(name),
      open: async (name, options) => {
        const bucket = await buckets.open(name, options);
        return {
          indexedDB: bucket.indexedDB,
          getDirectory: () => Promise.reject(new DOMException('no space', 'QuotaExceededError')),
        };
      },
    };
    const place = sealedPlace(ordinary, full);
    expect(await place.moveOn()).toBe(false);
    expect(await buckets.keys()).toEqual([]);
    expect(await place.files('history').names()).toMatchObject({ value: ['2026-11.s.1'] });
  });
});
