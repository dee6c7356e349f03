import { describe, expect, test } from 'vitest';
import { readGrids } from '../../../lib/transfer/tables/read-grids';
import { makeXls, oleFile, workbookStream, type XlsCell } from '../../fixtures/tables/make-xls';
import { damageBytes, seeded } from '../../fixtures/tables/mutate-workbook';
import { readFile, short } from './reading';

const HEAD = ['统计日期', '搜索词', '访客数', '支付转化率', '客单价'];
const ROWS: XlsCell[][] = [
  HEAD,
  ['2026-11-20', '山野防晒衣', 1204, { share: 0.0174 }, 147.43],
  ['2026-11-21', '轻羽皮肤衣 UPF50+', '1,310', '1.91%', '-'],
];
const many = Array.from({ length: 3000 }, (_, i): XlsCell[] => [
  '2026-11-21',
  `防晒衣${i}`,
  i,
  '2%',
  i / 7,
]);

/** More than one sector of the table of sectors. */
const LONG = makeXls([HEAD, ...many]);

async function cellsOf(bytes: Uint8Array) {
  const read = await readGrids(bytes);
  return read.ok ? read.grids[0]?.rows.map((row) => row.cells) : read.fault;
}

describe('a binary workbook reads', () => {
  test('to keywords', async () => {
    const read = await readFile(makeXls(ROWS));
    expect(read.bad).toEqual([]);
    expect(read.view?.mapping.source).toBe('own-traffic');
    expect(read.view?.sheetName).toBe('表1');
    expect(short(read)).toEqual([
      ['山野防晒衣', { 访客数: 1204, 支付转化率: 0.0174, 客单价: 147.43 }],
      ['轻羽皮肤衣 UPF50+', { 访客数: 1310, 支付转化率: 0.0191 }],
    ]);
  });

  test('of any size, from the mini stream or many sectors', async () => {
    expect(await cellsOf(makeXls(ROWS))).toEqual(ROWS);
    expect(await cellsOf(LONG)).toEqual([HEAD, ...many]);
  });

  test.each([11, 12, 13, 14, 15, 40])('with its texts cut every %i bytes', async (piece) => {
    const rows: XlsCell[][] = [
      ['搜索词', 'keyword'],
      ['山野防晒衣女', 'upf50 outdoor jacket'],
    ];
    expect(await cellsOf(oleFile(workbookStream(rows, { piece })))).toEqual(rows);
  });

  test('short numbers, rows of them, formulas and errors', async () => {
    const rk = (value: number, format = 0) => {
      const bytes = Buffer.alloc(6);
      bytes.writeUInt16LE(format, 0);
      bytes.writeInt32LE(value, 2);
      return bytes;
    };
    const several = Buffer.concat([
      rk((5 << 2) | 2).subarray(2),
      rk((1174 << 2) | 3, 1),
      Buffer.from([3, 0]),
    ]);
    const rows: XlsCell[][] = [
      [
        { record: [0x027e, rk((-7 << 2) | 2).subarray(2)] },
        { record: [0x0205, Buffer.from([1, 0])] },
      ],
      ['a', 'b', { record: [0xbd, several] }],
      [{ record: [0x06, Buffer.alloc(16)] }, { record: [0x0205, Buffer.from([42, 1])] }],
    ];
    expect(await cellsOf(makeXls(rows))).toEqual([
      [-7, 'TRUE'],
      ['a', 'b', 5, { share: 11.74 }],
      [{ not: 'formula' }, { not: 'error' }],
    ]);
  });
});

describe('one that is not sound ends in one fault', () => {
  const changed = (at: number, value: number) => {
    const bytes = makeXls(ROWS);
    new DataView(bytes.buffer).setUint32(at, value, true);
    return bytes;
  };
  const cut = (length: number) => LONG.slice(0, length);
  const damaged = { code: 'damaged', where: 'ole' };
  test.each<[string, () => Uint8Array, object]>([
    ['of Excel 5', () => oleFile(workbookStream(ROWS, { version: 0x0500 })), { code: 'old-xls' }],
    ['of Excel 5, by its stream', () => oleFile(workbookStream(ROWS), 'Book'), { code: 'old-xls' }],
    [
      'with a password',
      () => oleFile(workbookStream(ROWS, { extra: Buffer.from([0x2f, 0, 0, 0]) })),
      { code: 'encrypted' },
    ],
    [
      'an XLSX with a password',
      () => oleFile(Buffer.alloc(5000), 'EncryptedPackage'),
      { code: 'encrypted' },
    ],
    [
      'a document of another program',
      () => oleFile(Buffer.alloc(5000), 'WordDocument'),
      { code: 'not-a-table' },
    ],
    ['cut within its header', () => cut(300), damaged],
    ['cut in its middle', () => cut(60_000), damaged],
    ['a chain of sectors that comes back on itself', () => changed(512 * 4, 0), damaged],
    ['more sectors than the file has', () => changed(44, 9999), damaged],
    ['a directory outside of it', () => changed(48, 9999), damaged],
    [
      'a record beyond the end',
      () => oleFile(workbookStream(ROWS).subarray(0, -30)),
      { code: 'damaged', where: 'Workbook' },
    ],
    [
      'a text that is not there',
      () => makeXls([['a', { record: [0xfd, Buffer.from([9, 0, 0, 0])] }]]),
      { code: 'damaged', where: 'Workbook' },
    ],
    [
      'a number cut short',
      () => makeXls([['a', { record: [0x0203, Buffer.alloc(4)] }]]),
      { code: 'damaged', where: 'Workbook' },
    ],
  ])('%s', async (_, bytes, fault) => {
    expect(await readGrids(bytes())).toEqual({ ok: false, fault });
  });

  test('500 mutated ones: nothing thrown, no hang, and cut ones never read as less', async () => {
    const random = seeded(7);
    const rows = [HEAD, ...many.slice(0, 200)];
    const bytes = makeXls(rows);
    for (let run = 0; run < 500; run += 1) {
      const startMs = performance.now();
      expect(typeof (await readGrids(damageBytes(bytes, random))).ok).toBe('boolean');
      expect(performance.now() - startMs).toBeLessThan(5000);
    }
    for (let length = 4; length < bytes.length; length += 397) {
      const read = await readGrids(bytes.slice(0, length));
      if (read.ok && read.format === 'xls') expect(read.grids[0]?.rows).toHaveLength(rows.length);
    }
  }, 60_000);
});
