import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readGrids } from '../../../lib/transfer/tables/read-grids';
import { makeWorkbook, packed, workbookParts } from '../../fixtures/tables/make-workbook';
import { makeZip, type ZipEntry } from '../../fixtures/tables/make-zip';
import { utf8 } from './reading';

const ROWS = [
  ['搜索词', '搜索人气'],
  ['防晒衣', 5],
  ['皮肤衣', '600 ~ 1200'],
];
const SHEET = 'xl/worksheets/sheet1.xml';
const latin = (text: string) => Uint8Array.from(text, (unit) => unit.charCodeAt(0));

/** A workbook with one part changed; a part made null is left out. */
function changed(name: string, change: (xml: string) => string | null): Uint8Array {
  const parts = workbookParts([{ rows: ROWS }]);
  const next = change(parts.get(name)!);
  if (next === null) parts.delete(name);
  else parts.set(name, next);
  return packed(parts);
}
const inSheet = (from: string | RegExp, to: string) =>
  changed(SHEET, (xml) => xml.replace(from, to));

/** A workbook with the entry of a part written otherwise. */
function zipped(change: (entry: ZipEntry) => Partial<ZipEntry> | null, name = SHEET, comment = '') {
  const entries = [...workbookParts([{ rows: ROWS }])].map(([part, data]): ZipEntry => ({
    name: part,
    data,
  }));
  return makeZip(
    entries.flatMap((entry) => {
      if (entry.name !== name) return entry;
      const made = change(entry);
      return made === null ? [entry, entry] : { ...entry, ...made };
    }),
    comment,
  );
}

const row = (cells: string, line = 9) => `<row r="${line}">${cells}</row></sheetData>`;

const KINDS: [kind: string, bytes: () => Uint8Array, fault: object][] = [
  ['nothing', () => new Uint8Array(), { code: 'empty' }],
  ['blank lines', () => utf8('\n \n\t\t\n'), { code: 'empty' }],
  ['a PDF', () => latin('%PDF-1.7\n…'.slice(0, 9)), { code: 'not-a-table' }],
  ['a picture', () => latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), { code: 'not-a-table' }],
  ['another archive', () => latin('Rar!\x1a\x07\0'), { code: 'not-a-table' }],
  ['a program', () => latin('MZ\x90\0\x03\0\0\0'), { code: 'not-a-table' }],
  ['a workbook of Excel 4', () => latin('\x09\x04\x06\0\0\0\x10\0'), { code: 'old-xls' }],
  ['zero bytes within text', () => utf8('搜索词,搜索人气\n防晒\0衣,5'), { code: 'encoding' }],
  ['text of no encoding', () => latin('\xff\xff\x80\x80,\xff'), { code: 'encoding' }],
  ['UTF-8 cut within a character', () => utf8('搜索词').slice(0, -1), { code: 'encoding' }],
  [
    'a quote that is never closed',
    () => utf8('搜索词,搜索人气\n"防晒衣,5\n皮肤衣,6'),
    { code: 'quotes', line: 2 },
  ],
  ['text behind a quote', () => utf8('搜索词,搜索人气\n"防晒衣"女,5'), { code: 'quotes', line: 2 }],
  [
    '16,384 columns',
    () => utf8('词,'.repeat(16_384)),
    { code: 'too-many', of: 'columns', max: 200 },
  ],
  [
    '16,384 columns of a workbook',
    () => inSheet('</sheetData>', row('<c r="XFD9"><v>1</v></c>')),
    { code: 'too-many', of: 'columns', max: 200 },
  ],
  [
    'too many lines',
    () => utf8('词\n'.repeat(100_001)),
    { code: 'too-many', of: 'rows', max: 100_000 },
  ],
  [
    'too many cells',
    () => utf8(`${','.repeat(190)}\n`.repeat(11_000)),
    { code: 'too-many', of: 'cells', max: 2_000_000 },
  ],
  [
    'a cell of a book',
    () => utf8(`词,${'很'.repeat(10_001)}`),
    { code: 'too-many', of: 'chars', max: 10_000 },
  ],
  ['a huge file', () => new Uint8Array(20 * 1024 * 1024 + 1), { code: 'too-large', maxMb: 20 }],
  ['a zip of other things', () => makeZip([{ name: 'a.txt', data: 'a' }]), { code: 'not-a-table' }],
  ['an empty zip', () => makeZip([]), { code: 'not-a-table' }],
  [
    'a document of another program',
    () => changed('_rels/.rels', (xml) => xml.replace('officeDocument"', 'other"')),
    { code: 'not-a-table' },
  ],
  ['a file with a password', () => zipped(() => ({ flags: 1 })), { code: 'encrypted' }],
  [
    'a workbook cut off',
    () => makeWorkbook({ rows: ROWS }).slice(0, -30),
    { code: 'damaged', where: 'zip' },
  ],
  ['a wrong CRC', () => zipped(() => ({ crc: 1 })), { code: 'damaged', where: SHEET }],
  [
    'a size that is a lie, small',
    () => zipped(() => ({ size: 10 })),
    { code: 'damaged', where: SHEET },
  ],
  [
    'a size that is a lie, large',
    () => zipped(() => ({ size: 60_000_000 })),
    { code: 'damaged', where: SHEET },
  ],
  [
    'a size beyond the bound',
    () => zipped(() => ({ size: 0x7fffffff })),
    { code: 'too-large', maxMb: 64 },
  ],
  [
    'a bomb',
    () => changed(SHEET, () => ' '.repeat(70 * 1024 * 1024)),
    { code: 'too-large', maxMb: 64 },
  ],
  [
    'a bomb that says it is small',
    () => zipped(() => ({ data: ' '.repeat(5_000_000), size: 500 })),
    { code: 'damaged', where: SHEET },
  ],
  [
    'data that is not deflated',
    () => zipped(() => ({ stored: true, method: 8 })),
    { code: 'damaged', where: SHEET },
  ],
  [
    'packed in another way',
    () => zipped(() => ({ method: 14 })),
    { code: 'damaged', where: SHEET },
  ],
  [
    'two names for one part',
    () => zipped(() => ({ localName: 'xl/worksheets/sheet2.xml' })),
    { code: 'damaged', where: SHEET },
  ],
  ['the same part twice', () => zipped(() => null), { code: 'damaged', where: SHEET }],
  [
    'more parts than a workbook has',
    () => makeZip(Array.from({ length: 1001 }, (_, i) => ({ name: `${i}`, data: '' }))),
    { code: 'too-many', of: 'parts', max: 1000 },
  ],
  ['no sheet', () => changed(SHEET, () => null), { code: 'damaged', where: SHEET }],
  [
    'no texts',
    () => changed('xl/sharedStrings.xml', () => null),
    { code: 'damaged', where: 'xl/sharedStrings.xml' },
  ],
  [
    'texts that are too few',
    () => changed('xl/sharedStrings.xml', (xml) => xml.replace(/<si>.*?<\/si>/, '')),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'all sheets hidden',
    () => makeWorkbook({ rows: ROWS, state: 'hidden' }),
    { code: 'damaged', where: 'xl/workbook.xml' },
  ],
  [
    '51 sheets',
    () => makeWorkbook(...Array.from({ length: 51 }, () => ({ rows: ROWS }))),
    { code: 'too-many', of: 'sheets', max: 50 },
  ],
  [
    'an entity bomb',
    () =>
      changed('xl/sharedStrings.xml', (xml) =>
        xml.replace('?>', '?><!DOCTYPE s [<!ENTITY a "aa">]>'),
      ),
    { code: 'damaged', where: 'sharedStrings.xml' },
  ],
  [
    'an entity that is not defined',
    () => changed('xl/sharedStrings.xml', (xml) => xml.replace('防晒衣', '&a;')),
    { code: 'damaged', where: 'sharedStrings.xml' },
  ],
  [
    'a tag that is not closed',
    () => inSheet('</row>', ''),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a tag closed by another',
    () => inSheet('</c>', '</row>'),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a sheet cut off',
    () => changed(SHEET, (xml) => xml.slice(0, -20)),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a thousand tags deep',
    () => inSheet('</sheetData>', `</sheetData>${'<x>'.repeat(1000)}`),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a row twice',
    () => inSheet('</sheetData>', row('<c r="A1"><v>1</v></c>', 1)),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a cell twice',
    () => inSheet('</sheetData>', row('<c r="A9"><v>1</v></c><c r="A9"><v>2</v></c>')),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a cell of another row',
    () => inSheet('</sheetData>', row('<c r="A8"><v>1</v></c>')),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a cell of two values',
    () => inSheet('</sheetData>', row('<c r="A9"><v>1</v><v>2</v></c>')),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a cell of an unknown type',
    () => inSheet('</sheetData>', row('<c r="A9" t="z"><v>1</v></c>')),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a cell of two types',
    () => inSheet('</sheetData>', row('<c r="A9" t="s" t="n"><v>1</v></c>')),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a number that is none',
    () => inSheet('</sheetData>', row('<c r="A9"><v>0x1F</v></c>')),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a style that is not there',
    () => inSheet('</sheetData>', row('<c r="A9" s="9"><v>1</v></c>')),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'text where none belongs',
    () => inSheet('</c>', '</c>x'),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'rows beyond the last',
    () => inSheet('</sheetData>', row('<c r="A1048577"><v>1</v></c>', 1_048_577)),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'two tables in a sheet',
    () => inSheet('</sheetData>', '</sheetData><sheetData/>'),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'a sheet that is none',
    () => changed(SHEET, () => '<html><body/></html>'),
    { code: 'damaged', where: 'sheet.xml' },
  ],
  [
    'bytes that are no UTF-8',
    () => zipped(() => ({ data: latin('<worksheet>\xff</worksheet>') })),
    { code: 'damaged', where: SHEET },
  ],
];

describe('a hostile or broken file ends in one fault', () => {
  test.each(KINDS)(
    '%s',
    async (_, bytes, fault) => {
      const startMs = performance.now();
      expect(await readGrids(bytes())).toEqual({ ok: false, fault });
      expect(performance.now() - startMs).toBeLessThan(20_000);
    },
    30_000,
  );
});

describe('an odd workbook that is sound reads the same', () => {
  const rowsOf = async (bytes: Uint8Array) => {
    const read = await readGrids(bytes);
    return read.ok ? read.grids[0]?.rows.map((line) => line.cells) : read.fault;
  };
  test.each<[string, () => Uint8Array]>([
    ['that claims a million rows', () => inSheet(/ref="[^"]*"/, 'ref="A1:XFD1048576"')],
    ['without references', () => changed(SHEET, (xml) => xml.replace(/ r="\w+"/g, ''))],
    [
      'with prefixed names',
      () =>
        changed(SHEET, (xml) =>
          xml.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x='),
        ),
    ],
    [
      'with a comment and a byte order mark',
      () =>
        changed(SHEET, (xml) => `\uFEFF${xml.replace('<sheetData>', '<!-- <row> --><sheetData>')}`),
    ],
    ['stored, not deflated', () => zipped(() => ({ stored: true }))],
    ['with a comment behind it', () => zipped(() => ({}), SHEET, 'made by hand PK')],
    [
      'with texts in pieces',
      () =>
        changed('xl/sharedStrings.xml', (xml) =>
          xml.replace(
            /<t [^>]*>防晒衣<\/t>/,
            '<r><rPr><b/></rPr><t>防</t></r><r><t>晒衣</t></r><rPh sb="0" eb="1"><t>fang</t></rPh>',
          ),
        ),
    ],
    [
      'with texts of their own',
      () =>
        inSheet(
          /<c r="A2" t="s"><v>\d+<\/v><\/c>/,
          '<c r="A2" t="inlineStr"><is><t>防晒衣</t></is></c>',
        ),
    ],
    [
      'with numbers for characters',
      () =>
        changed('xl/sharedStrings.xml', (xml) => xml.replace('防晒衣', '&#38450;&#x6652;&#34915;')),
    ],
    [
      'with CDATA',
      () => changed('xl/sharedStrings.xml', (xml) => xml.replace('防晒衣', '<![CDATA[防晒衣]]>')),
    ],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf(bytes())).toEqual(ROWS);
  });
});

test('a deflated stream with something behind it is refused', async () => {
  const packedRows = Buffer.concat([deflateRawSync('a'), Buffer.from('junk')]);
  const bytes = zipped(() => ({
    data: packedRows,
    stored: true,
    method: 8,
    size: 1,
    crc: 0xe8b7be43,
  }));
  expect(await readGrids(bytes)).toMatchObject({ ok: false, fault: { code: 'damaged' } });
});
