import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../../lib/transfer/backup-format';
import type { TableRow } from '../../../lib/transfer/backup-parser';
import { checkBackup, textIn, textOf } from '../../../lib/transfer/read-backup';
import { rowsInMemory, writeBackup } from '../../../lib/transfer/write-backup';
import { aBenchmark, anObservation, aSnapshot, LISTING } from '../db/examples';

const record = (id: string) => ({
  key: `benchmark/${id}`,
  revision: 3,
  createdAtMs: 1,
  updatedAtMs: 2,
  value: aBenchmark(id),
});
const rows = {
  records: [record('b1'), record('b2')],
  latest: [
    {
      listingId: LISTING,
      seenAtMs: 9,
      snapshot: aSnapshot(9),
      shownBefore: [
        { facet: 'images' as const, atMs: 7, value: 5 },
        {
          facet: 'attributes' as const,
          atMs: 6,
          isPart: true,
          value: [{ name: '面料', value: '棉' }],
        },
      ],
    },
  ],
  observations: [anObservation(8, 12900), anObservation(9, 9900)],
  changes: [
    {
      listingId: LISTING,
      atMs: 9,
      sinceMs: 8,
      changes: [{ kind: 'sku-added' as const, names: ['红'], sinceMs: 5 }],
    },
  ],
};

async function fileText(source: Parameters<typeof rowsInMemory>[0] = rows): Promise<string> {
  return (await writeBackup(rowsInMemory(source), 1_700_000_000_000)).file.text();
}

async function faultOf(text: string) {
  const checked = await checkBackup(textIn(text), text.length);
  return checked.ok ? null : checked.fault;
}

/** The text with its checksum made right again: what a careful hand would do. */
async function signed(text: string): Promise<string> {
  const body = text.slice(text.indexOf('\n') + 1);
  const { BackupChecksum } = await import('../../../lib/transfer/backup-checksum');
  const checksum = new BackupChecksum();
  await checksum.add(body);
  return text.replace(/[0-9a-f]{64}/, await checksum.finish(1, 1_700_000_000_000));
}

describe('a backup file', () => {
  it('is JSON and says what it is in its first line', async () => {
    const text = await fileText();
    expect(JSON.parse(text)).toMatchObject({
      product: 'yardstick',
      schemaVersion: 1,
      createdAtMs: 1_700_000_000_000,
      tables: { records: [{ key: 'benchmark/b1' }, { key: 'benchmark/b2' }] },
    });
  });

  it('gives back every row, whole, and writes the same bytes from them', async () => {
    const text = await fileText();
    const read: TableRow[] = [];
    const checked = await checkBackup(textIn(text), text.length, (piece) => {
      read.push(...piece);
    });
    expect(checked.ok).toBe(true);
    const of = (table: string) => read.filter((row) => row.table === table).map((row) => row.row);
    expect(of('records')).toEqual(rows.records);
    expect(of('observations')).toEqual(rows.observations);
    expect(of('latest')).toEqual(rows.latest);
    const again = { ...rows, records: of('records'), latest: of('latest') };
    expect(await fileText(again)).toBe(text);
  });

  it('reads the same in pieces of any size', async () => {
    const text = await fileText();
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(sizes, async (cuts) => {
        const read: TableRow[] = [];
        const open = async function* pieces() {
          for (let from = 0, n = 0; from < text.length; n += 1) {
            const size = cuts[n % cuts.length] ?? 1;
            yield text.slice(from, from + size);
            from += size;
          }
        };
        const checked = await checkBackup(open, text.length, (piece) => {
          read.push(...piece);
        });
        expect(checked.ok).toBe(true);
        expect(read).toHaveLength(6);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out a row that does not parse, and counts it', async () => {
    const poisoned = { ...rows, observations: [{ series: 7 }, anObservation(9, 9900)] };
    const written = await writeBackup(rowsInMemory(poisoned), 1);
    expect(written).toMatchObject({ rows: 5, leftOut: 1 });
    expect(await faultOf(await written.file.text())).toBeNull();
  });

  it('round-trips any observation', async () => {
    const times = fc.integer({ min: 0, max: 2 ** 45 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(times, fc.nat())), fc.string(), async (seen, tag) => {
        const notes = {
          key: `note/${LISTING}`,
          revision: 1,
          createdAtMs: 1,
          updatedAtMs: 1,
          value: { listingId: LISTING, text: tag, tags: [], updatedAtMs: 1 },
        };
        const observations = seen.map(([atMs, fen]) => anObservation(atMs, fen));
        const text = await fileText({ records: [notes], observations });
        expect(await faultOf(text)).toBeNull();
        expect(JSON.parse(text).tables.records[0].value.text).toBe(tag);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a file that is not sound', () => {
  it('names another product, a newer schema, and what is no backup at all', async () => {
    expect(await faultOf('{"product":"other","schemaVersion":1}')).toEqual({
      code: 'other-product',
      product: 'other',
    });
    const newer = (await fileText()).replace('"schemaVersion":1', '"schemaVersion":2');
    expect(await faultOf(newer)).toEqual({ code: 'newer-schema', schemaVersion: 2 });
    for (const text of ['', '\n', '[]', 'null', '词,人气\n保温杯,1200\n', '['.repeat(200_000)]) {
      expect(await faultOf(text)).toEqual({ code: 'not-a-backup' });
    }
    const picture = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x0a])]);
    expect(await checkBackup(textOf(picture), 7)).toEqual({
      ok: false,
      fault: { code: 'not-a-backup' },
    });
  });

  it('refuses a gigabyte before it reads a byte', async () => {
    const open = () => {
      throw new Error('was read');
    };
    expect(await checkBackup(open, 2 ** 30)).toEqual({
      ok: false,
      fault: { code: 'too-large', maxMb: MAX_FILE_BYTES / 2 ** 20 },
    });
  });

  it('stops at the limit where a file is larger than it said', async () => {
    const header = (await fileText()).split('\n')[0] ?? '';
    const megabytes = 'x'.repeat(2 ** 20);
    let given = 0;
    const open = async function* endless() {
      yield `${header}\n`;
      for (;;) {
        given += 1;
        yield megabytes;
      }
    };
    expect(await checkBackup(open, 10, () => {}, 4 * 2 ** 20)).toMatchObject({
      fault: { code: 'too-large', maxMb: 4 },
    });
    expect(given).toBeLessThan(10);
  });

  it('sees a single changed character and a cut at any place', async () => {
    const text = await fileText();
    expect(await faultOf(text.replace('12900', '12901'))).toEqual({ code: 'wrong-checksum' });
    const header = text.indexOf('\n') + 1;
    for (let length = header + 1; length < text.length; length += 97) {
      expect(await faultOf(text.slice(0, length))).toEqual({ code: 'truncated' });
    }
    expect(await faultOf(text.slice(0, header))).toEqual({ code: 'truncated' });
    expect(await faultOf(`${text}{}`)).not.toBeNull();
  });

  it('names table, row and member of a row that does not parse', async () => {
    const text = await fileText();
    const bad = await signed(
      text.replace('"finalPrice":{"maxFen":9900', '"finalPrice":{"maxFen":-1'),
    );
    expect(await faultOf(bad)).toMatchObject({
      code: 'bad-row',
      table: 'observations',
      row: 2,
      path: 'finalPrice.maxFen',
    });
  });

  it('refuses members it does not know, prototype keys and deep nesting', async () => {
    const text = await fileText();
    const spliced = (member: string) =>
      signed(text.replace('"key":"benchmark/b1"', `${member},"key":"benchmark/b1"`));
    expect(await faultOf(await spliced('"extra":1'))).toMatchObject({ code: 'bad-row', row: 1 });
    expect(await faultOf(await spliced('"__proto__":{"polluted":1}'))).toMatchObject({
      code: 'bad-row',
      path: '__proto__',
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const deep = `"extra":${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(await faultOf(await spliced(deep))).toMatchObject({ code: 'bad-row', row: 1 });
    const settings = (value: unknown) => ({
      key: 'settings/all',
      revision: 1,
      createdAtMs: 1,
      updatedAtMs: 1,
      value,
    });
    const hostile = JSON.parse('{"theme":{"constructor":{"a":1}}}') as unknown;
    expect((await writeBackup(rowsInMemory({ records: [settings(hostile)] }), 1)).leftOut).toBe(1);
  });

  it('refuses a record under the key of another', async () => {
    const stray = { ...record('b1'), key: 'benchmark/b2' };
    expect((await writeBackup(rowsInMemory({ records: [stray] }), 1)).leftOut).toBe(1);
  });
});
