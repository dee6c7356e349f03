import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGrids } from '../../../lib/transfer/tables/read-grids';
import type { WorkbookCell, WorkbookSheet } from '../../../lib/transfer/workbook/cell';
import { workbookParts, writeWorkbook } from '../../../lib/transfer/workbook/write-workbook';

/** What our own reader reads of a written workbook, sheet by sheet; empty rows are left out by it. */
async function readBack(sheets: WorkbookSheet[]) {
  const read = await readGrids(await writeWorkbook(sheets));
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.grids.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.cells) }));
}

test('texts, money, shares, days and what was not read come back as what they are', async () => {
  const rows: WorkbookCell[][] = [
    ['商品', '公开到手价', '较上期', '看到', '次数'],
    ['儿童防晒衣', { fen: 13_900 }, { share: -0.072 }, { day: '2026-11-22', clock: '14:05' }, 3],
    ['只有一个价', null, null, { day: '2026-02-29'.replace('29', '28') }, 0],
    ['¥600 ~ 1,200', '', null, null, 1],
  ];
  expect(await readBack([{ name: '周报', rows }])).toEqual([
    {
      name: '周报',
      rows: [
        ['商品', '公开到手价', '较上期', '看到', '次数'],
        ['儿童防晒衣', 139, { share: -0.072 }, { date: '2026-11-22' }, 3],
        ['只有一个价', null, null, { date: '2026-02-28' }, 0],
        ['¥600 ~ 1,200', null, null, null, 1],
      ],
    },
  ]);
});

test('what begins like a formula stays a text, marked so that editing keeps it one', async () => {
  const texts = ['=1+1', '+86', '-cmd', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")'];
  const sheet = { name: 's', rows: [['head'], ...texts.map((text) => [text])] };
  const parts = workbookParts([sheet]);
  expect([...parts.values()].join('')).not.toMatch(/<f[ >]/);
  expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<c r="A2" s="2" t="s">');
  const [read] = await readBack([sheet]);
  expect(read?.rows.slice(1).map(([text]) => text)).toEqual(texts);
});

test('a text that looks like an escape, control characters and half a character', async () => {
  const texts = ['_x0041_', '_x0001\u0002', '_\u0001_', 'a\rb', '\ufffe', '__x000D__', 'a\u0000'];
  const [read] = await readBack([{ name: 's', rows: texts.map((text) => [text]) }]);
  expect(read?.rows.map(([text]) => text)).toEqual(texts);
  const [half] = await readBack([{ name: 's', rows: [['a\ud83d', 'ok 😀']] }]);
  expect(half?.rows[0]).toEqual(['a\ufffd', 'ok 😀']);
});

test('sheets get names that a spreadsheet takes, each once', async () => {
  const names = ['a/b:c*d?[e]\\', "'quoted'", '', 'X'.repeat(40), 'x'.repeat(40), 'History'];
  const read = await readBack(names.map((name) => ({ name, rows: [['1']] })));
  const given = read.map(({ name }) => name);
  expect(given).toEqual([
    'a b c d e',
    'quoted',
    'Sheet',
    'X'.repeat(31),
    `${'x'.repeat(29)} 2`,
    'History 2',
  ]);
});

test('the head is bold and stays in sight, columns are as wide as their texts', () => {
  const rows = [
    ['商品', 'a'],
    ['儿童防晒衣夏季新款', '1'],
  ];
  const xml = workbookParts([{ name: 's', rows }]).get('xl/worksheets/sheet1.xml');
  expect(xml).toContain(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
  );
  expect(xml).toContain('<col min="1" max="1" width="20" customWidth="1"/>');
  expect(xml).toContain('<c r="A1" s="1" t="s">');
  const plain = workbookParts([{ name: 's', rows, heads: 0 }]).get('xl/worksheets/sheet1.xml');
  expect(plain).not.toContain('pane');
  expect(plain).toContain('<c r="A1" t="s">');
});

test('the same rows give the same bytes; a figure that is none is a bug', async () => {
  const sheet = { name: 's', rows: [['a', 1.5]] };
  expect(await writeWorkbook([sheet])).toEqual(await writeWorkbook([sheet]));
  expect(() => workbookParts([{ name: 's', rows: [[Number.NaN]] }])).toThrow(RangeError);
});

/** Whole units, so that a half character, which can't be kept, is not among them. */
const text = fc.string({ unit: 'binary', maxLength: 40 });
const tricky = fc
  .array(fc.constantFrom('_', 'x', '0', '0', '4', '1', 'A', '\u0001', '\r', '<', '&', '"', '='), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));
const cell: fc.Arbitrary<WorkbookCell> = fc.oneof(
  text,
  tricky,
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -1e9, max: 1e9 }).map((fen) => ({ fen })),
  fc.integer({ min: -5000, max: 5000 }).map((share) => ({ share: share / 1000 })),
  fc
    .date({ min: new Date('1950-01-01'), max: new Date('2190-01-01'), noInvalidDate: true })
    .map((date) => ({ day: date.toISOString().slice(0, 10) })),
);

/** A cell as the reader has it. */
function asRead(written: WorkbookCell): unknown {
  if (written === null || written === '') return null;
  if (typeof written === 'number') return written === 0 ? 0 : written;
  if (typeof written === 'string') return written;
  if ('fen' in written) return written.fen === 0 ? 0 : written.fen / 100;
  if ('share' in written) return { share: written.share === 0 ? 0 : written.share };
  return { date: written.day };
}

/** Rows as the reader has them: without empty ones, and without empty cells at the end. */
function rowsAsRead(rows: WorkbookCell[][]): unknown[][] {
  return rows
    .map((row) => {
      const cells = row.map(asRead);
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      return cells;
    })
    .filter((row) => row.some((one) => one !== null && !(typeof one === 'string' && !one.trim())));
}

test('our own reader reads back what was written, whatever it is', async () => {
  const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rows, async (body) => {
      const all: WorkbookCell[][] = [['head'], ...body];
      const [read] = await readBack([{ name: 's', rows: all }]);
      expect(read?.rows).toEqual(rowsAsRead(all));
    }),
    { numRuns: 150 },
  );
});
