import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { keywordWrites } from '../../../lib/background/commands/keyword-writes';
import { runCommand } from '../../../lib/background/commands/run-command';
import { RECORD_KINDS, recordKey } from '../../../lib/benchmark/record';
import { importParts } from '../../../lib/benchmark/keyword-import';
import { existingDatabase } from '../../../lib/db/database';
import type { RecordWrite } from '../../../lib/db/operator-write';
import { done } from '../../../lib/db/outcome';
import type { Reader } from '../../../lib/db/reader';
import type { QuarantineRow, RecordRow } from '../../../lib/db/rows';
import { openStore } from '../../../lib/db/store';
import { DEFAULT_SETTINGS } from '../../../lib/settings';
import { aBenchmark, aKeyword, aSnapshot, LISTING } from '../db/examples';
import { FakeArea } from '../db/fake-area';
import { FakeFiles } from '../db/fake-files';

let ids = 0;

class Place {
  readonly name = `aside-${(ids += 1)}`;
  readonly store = openStore({
    area: new FakeArea(),
    files: new FakeFiles(),
    nowMs: () => 1000 + ids,
    name: this.name,
  });

  /** A save, or what a restore writes: then what it replaces is set aside. */
  async write(writes: RecordWrite[], keepReplaced = false): Promise<string> {
    const id = `operation-${(ids += 1)}`;
    const written = await this.store.write({ id, atMs: ids }, async () =>
      done({ writes, answerKey: null, keepReplaced }),
    );
    if (!written.ok) throw new Error(written.why);
    return id;
  }

  putBack(id: string, over?: number) {
    const command = { kind: 'restore-set-aside' as const, id, over };
    return runCommand(
      this.store,
      { operationId: `operation-${(ids += 1)}`, command },
      { nowMs: () => ids, newId: () => '', firstListName: '', loadDemoText: async () => '' },
    );
  }

  async read<T>(ask: (reader: Reader) => Promise<T>): Promise<T> {
    const outcome = await this.store.read(ask);
    if (!outcome.ok) throw new Error(outcome.why);
    return outcome.value;
  }

  async setAside(key: string): Promise<string[]> {
    const all = await this.read((reader) => reader.setAside());
    return all.filter((row) => row.key === key).map(({ id }) => id);
  }

  async revisionOf(key: string): Promise<number> {
    return (await this.read((reader) => reader.recordsAt([key])))[0]?.revision ?? 0;
  }

  async valueOf(key: string): Promise<unknown> {
    const row = (await this.read((reader) => reader.recordsAt([key])))[0];
    return row?.deleted === 0 ? row.value : null;
  }

  async words(): Promise<string[] | 'damaged' | null> {
    const set = await this.read((reader) => reader.keywords('b1'));
    if (set === null) return null;
    return set.damaged ? 'damaged' : set.value.map(({ word }) => word);
  }

  /** Saves these words as the benchmark's. */
  async saveWords(words: string[], keepReplaced = false): Promise<string> {
    const set = await this.read((reader) => reader.keywordSet('b1'));
    const writes = await keywordWrites('b1', words.map(aKeyword), set?.value ?? null);
    return this.write(writes, keepReplaced);
  }

  async inDatabase(table: 'records' | 'quarantine', row: RecordRow | QuarantineRow) {
    const database = existingDatabase(this.name);
    await database.open();
    await database.table(table).put(row);
    database.close();
  }
}

const words = (count: number, first: string) =>
  Array.from({ length: count }, (_, n) => (n === 0 ? first : `词${n}`));

/** Two values of each kind that one key may hold. */
const importHead = (fileName: string) => ({
  id: 'i1',
  benchmarkId: 'b1',
  atMs: 1,
  fileName,
  source: '',
  period: '',
  added: 1,
  changed: 0,
  same: 0,
  parts: 1,
});
const importPart = (word: string) => importParts([{ word, metrics: [], before: 'none' }])[0];
const verdict = (state: string) => ({
  benchmarkId: 'b1',
  pointId: 'p1',
  listingId: LISTING,
  state,
  note: '',
  atMs: 1,
});
const demo = (key: string) => ({
  records: [{ key, revision: 1 }],
  shops: [],
  observations: [],
  changes: [],
  latest: [],
});
const note = (text: string) => ({ listingId: LISTING, text, tags: [], updatedAtMs: 1 });
const list = (name: string) => ({ id: 'l1', name, entries: [] });
const KINDS: Record<string, { key: string; values: [unknown, unknown] }> = {
  benchmark: {
    key: 'benchmark/b1',
    values: [aBenchmark('b1', { name: '旧' }), aBenchmark('b1', { name: '新' })],
  },
  list: { key: 'list/l1', values: [list('旧'), list('新')] },
  note: { key: recordKey.note(LISTING), values: [note('旧'), note('新')] },
  picture: {
    key: recordKey.picture(LISTING),
    values: ['UklGRg==', 'UklGRgAA'].map((data) => ({
      listingId: LISTING,
      image: `data:image/webp;base64,${data}`,
      atMs: 1,
    })) as [unknown, unknown],
  },
  verdict: {
    key: recordKey.verdict({ listingId: LISTING, benchmarkId: 'b1', pointId: 'p1' }),
    values: [verdict('pass'), verdict('missing')],
  },
  import: { key: 'import/i1', values: [importHead('a.csv'), importHead('b.csv')] },
  'import-part': {
    key: recordKey.importPart('i1', 0),
    values: [importPart('旧'), importPart('新')],
  },
  settings: {
    key: recordKey.settings,
    values: [
      { ...DEFAULT_SETTINGS, theme: 'dark' },
      { ...DEFAULT_SETTINGS, theme: 'light' },
    ],
  },
  demo: { key: recordKey.demo, values: [demo('note/1'), demo('note/2')] },
};

describe('putting back a record that was replaced', () => {
  it('has an example of every kind but the two of keywords', () => {
    const known = [...Object.keys(KINDS), 'keyword-set', 'keyword-chunk'];
    expect(known.toSorted()).toEqual(RECORD_KINDS.toSorted());
  });

  it.each(Object.keys(KINDS))('%s: asks first where another one is here', async (kind) => {
    const { key, values } = KINDS[kind] ?? { key: '', values: [null, null] };
    const place = new Place();
    await place.write([{ key, value: values[0] }]);
    await place.write([{ key, value: values[1] }], true);
    const [id = ''] = await place.setAside(key);
    const here = await place.valueOf(key);
    expect(await place.putBack(id)).toMatchObject({ failure: { code: 'conflict' } });
    // Saved once more since the operator looked: asked again.
    expect(await place.putBack(id, 1)).toMatchObject({ failure: { code: 'conflict' } });
    expect(await place.valueOf(key)).toEqual(here);
    expect(await place.putBack(id, 2)).toMatchObject({ ok: true, value: { revision: 3 } });
    expect(await place.valueOf(key)).not.toEqual(here);
    // What had to give way is set aside in its turn, and comes back the same way.
    const [other = ''] = (await place.setAside(key)).filter((each) => each !== id);
    expect(await place.putBack(other, 3)).toMatchObject({ ok: true });
    expect(await place.valueOf(key)).toEqual(here);
  });

  it('does not ask where nothing is here, or what is here can’t be read', async () => {
    const key = recordKey.note(LISTING);
    const place = new Place();
    await place.write([{ key, value: note('旧') }]);
    await place.write([{ key, value: note('新') }], true);
    await place.write([{ key, value: null }]);
    const [id = ''] = await place.setAside(key);
    expect(await place.putBack(id)).toMatchObject({ ok: true });
    expect(await place.valueOf(key)).toEqual(note('旧'));
    const [row] = await place.read((reader) => reader.recordsAt([key]));
    await place.inDatabase('records', { ...(row as RecordRow), value: { text: 7 } });
    expect(await place.putBack(id)).toMatchObject({ ok: true });
    expect(await place.valueOf(key)).toEqual(note('旧'));
  });

  it('seals one anew that reads, but whose checksum is wrong in both stores', async () => {
    const key = recordKey.note(LISTING);
    const place = new Place();
    await place.write([{ key, value: note('旧') }]);
    const [row] = await place.read((reader) => reader.recordsAt([key]));
    const damaged = { ...(row as RecordRow), checksum: '0'.repeat(32) };
    await place.inDatabase('records', damaged);
    const aside = { id: 'database:x', key, from: 'database', why: 'wrong-checksum' } as const;
    await place.inDatabase('quarantine', { ...aside, atMs: 1, row: damaged });
    expect(await place.putBack('database:x', 1)).toMatchObject({ ok: true });
    const [now] = await place.read((reader) => reader.recordsAt([key]));
    expect(now?.checksum).not.toBe(damaged.checksum);
    expect(now?.revision).toBe(2);
  });
});

describe('putting back keywords', () => {
  /** 4,500 words, replaced by 2,100 others by a restore; the second part of them is the same. */
  async function replaced() {
    const place = new Place();
    await place.saveWords(words(4500, '旧'));
    const id = await place.saveWords(words(2100, '新'), true);
    return { place, of: (key: string) => `restore:${id}:${key}` };
  }

  it.each(['keyword-set/b1', 'keyword-chunk/b1/0000', 'keyword-chunk/b1/0002'])(
    '%s brings the whole set back, and asks first',
    async (key) => {
      const { place, of } = await replaced();
      expect(await place.setAside(key)).toEqual([of(key)]);
      expect(await place.putBack(of(key))).toMatchObject({ failure: { code: 'conflict' } });
      expect(await place.words()).toEqual(words(2100, '新'));
      const over = await place.revisionOf('keyword-set/b1');
      expect(await place.putBack(of(key), over)).toMatchObject({ ok: true });
      expect(await place.words()).toEqual(words(4500, '旧'));
      const others = await place.setAside('keyword-set/b1');
      const [other = ''] = others.filter((id) => id !== of('keyword-set/b1'));
      expect(await place.putBack(other, over + 1)).toMatchObject({ ok: true });
      expect(await place.words()).toEqual(words(2100, '新'));
      expect(await place.valueOf('keyword-chunk/b1/0002')).toBeNull();
    },
  );

  it('takes a part that did not change from the set that is here', async () => {
    const place = new Place();
    await place.saveWords(words(4500, '旧'));
    const id = await place.saveWords(words(4500, '新'), true);
    expect(await place.setAside('keyword-chunk/b1/0001')).toEqual([]);
    const over = await place.revisionOf('keyword-set/b1');
    expect(await place.putBack(`restore:${id}:keyword-set/b1`, over)).toMatchObject({ ok: true });
    expect(await place.words()).toEqual(words(4500, '旧'));
  });

  it('changes nothing where a part is nowhere any more', async () => {
    const place = new Place();
    await place.saveWords(words(4500, '旧'));
    const id = await place.saveWords(words(4500, '新'), true);
    // The part that both had is another one by now, and nothing kept the old one.
    const later = words(4500, '新').with(2500, '后来的');
    await place.saveWords(later);
    for (const key of ['keyword-set/b1', 'keyword-chunk/b1/0000']) {
      const over = await place.revisionOf('keyword-set/b1');
      expect(await place.putBack(`restore:${id}:${key}`, over)).toMatchObject({
        failure: { code: 'invalid' },
      });
    }
    expect(await place.words()).toEqual(later);
  });

  it('repairs the set here with a part that it misses, without asking', async () => {
    const place = new Place();
    await place.saveWords(words(4500, '旧'));
    const key = recordKey.keywordChunk('b1', 1);
    const [row] = await place.read((reader) => reader.recordsAt([key]));
    const aside = {
      id: 'second-store:x',
      key,
      from: 'second-store',
      why: 'wrong-checksum',
    } as const;
    await place.inDatabase('quarantine', { ...aside, atMs: 1, row });
    await place.inDatabase('records', { ...(row as RecordRow), value: 'flipped' });
    expect(await place.words()).toBe('damaged');
    expect(await place.putBack('second-store:x')).toMatchObject({ ok: true });
    expect(await place.words()).toEqual(words(4500, '旧'));
  });
});

describe('putting back a snapshot', () => {
  it('says so where a newer one is here, which stands', async () => {
    const place = new Place();
    const snapshot = aSnapshot(5000);
    await place.store.recordVisit({ snapshot, observations: [], changes: null });
    const row = (seenAtMs: number) => ({
      id: `database:latest/${seenAtMs}`,
      key: `latest/"${LISTING}"`,
      from: 'database' as const,
      why: 'wrong-checksum' as const,
      atMs: 1,
      row: { listingId: LISTING, seenAtMs, snapshot: aSnapshot(seenAtMs) },
    });
    await place.inDatabase('quarantine', row(4000));
    await place.inDatabase('quarantine', row(6000));
    const seen = async () => (await place.read((r) => r.latestOf(LISTING)))?.seenAtMs;
    expect(await place.putBack('database:latest/4000')).toMatchObject({
      failure: { code: 'conflict', field: 'newer' },
    });
    expect(await seen()).toBe(5000);
    expect(await place.putBack('database:latest/6000')).toMatchObject({ ok: true });
    expect(await seen()).toBe(6000);
  });
});
