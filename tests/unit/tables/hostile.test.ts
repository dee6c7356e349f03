import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readGrids } from '../../../lib/transfer/tables/read-grids';
import {
  BARREN_FILES,
  changed,
  HOSTILE_FILES,
  inSheet,
  ROWS,
  SHEET,
  zipped,
} from '../../fixtures/tables/hostile-files';
import { readFile } from './reading';

describe('a hostile or broken file ends in one fault', () => {
  test.each(HOSTILE_FILES)(
    '%s',
    async (_, bytes, fault) => {
      const startMs = performance.now();
      expect(await readGrids(bytes())).toEqual({ ok: false, fault });
      expect(performance.now() - startMs).toBeLessThan(20_000);
    },
    30_000,
  );
});

test('at least forty kinds of them are known', () => {
  expect(new Set(HOSTILE_FILES.map(([kind]) => kind)).size).toBe(HOSTILE_FILES.length);
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(40);
});

describe('a file that reads and has nothing to import says why', () => {
  test.each(BARREN_FILES)('%s', async (_, bytes, why) => {
    const read = await readFile(bytes());
    expect(read.fault).toBeNull();
    expect(read.keywords).toEqual([]);
    expect([...new Set(read.bad.map((row) => row.why))]).toEqual(why === null ? [] : [why]);
  });
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
