import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readGrids, readPastedGrid } from '../../../lib/transfer/tables/read-grids';
import { readDelimited } from '../../../lib/transfer/tables/delimited';
import { makeWorkbook } from '../../fixtures/tables/make-workbook';
import { runCampaign } from '../../fixtures/tables/mutation-campaign';
import { readFile, readPaste } from './reading';

vi.setConfig({ testTimeout: 60_000 });

test('1,000 mutated workbooks: no wrong row, nothing thrown', async () => {
  const result = await runCampaign(1000, 1);
  expect(result.wrong).toEqual([]);
  expect(result.thrown).toEqual([]);
  expect(result.refused).toBeGreaterThan(500);
  expect(result.same).toBeGreaterThan(10);
});

const cell = fc
  .oneof(
    fc.constantFrom('防晒衣', '1,200', '5%', '"', 'a"b', ';', ',', '\t', '=1', "'"),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  .filter((text) => !/[\r\n\0]/.test(text) && !text.startsWith('="'));
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('table → CSV → table, whatever stands in it', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';'), (rows, delimiter) => {
      const text = `sep=${delimiter}\n${rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n')}`;
      expect(readDelimited(text).map((row) => row.cells)).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test('table → XLSX → table, whatever stands in it', async () => {
  const sound = table.map((rows) =>
    // XML has no characters below the space; a cell of blanks only would be a blank row.
    rows.map((row) => row.map((text) => `词${text.replace(/[^\t -\uFFFD]|_x[0-9a-f]{4}_/gi, '')}`)),
  );
  await fc.assert(
    fc.asyncProperty(sound, async (rows) => {
      const read = await readGrids(makeWorkbook({ rows }));
      expect(read.ok && read.grids[0]?.rows.map((row) => row.cells)).toEqual(rows);
    }),
    { numRuns: 100 },
  );
});

test('whatever is pasted or dropped, every row is accounted for and nothing is thrown', async () => {
  const line = fc.array(fc.oneof(cell, fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 5,
  });
  const head = fc.constantFrom(
    '',
    '搜索词\t搜索人气\n',
    '排名,搜索词,访客数\n',
    '统计日期\t搜索词\t支付转化率\n',
  );
  await fc.assert(
    fc.asyncProperty(
      head,
      fc.array(line, { maxLength: 10 }),
      fc.constantFrom('\t', ','),
      async (first, lines, by) => {
        const text = first + lines.map((cells) => cells.join(by)).join('\n');
        for (const read of [readPaste(text), await readFile(new TextEncoder().encode(text))]) {
          if (read.fault !== null) continue;
          const lines = new Set([...read.keywords, ...read.bad].map((row) => row.line));
          expect(lines.size).toBe(read.keywords.length + read.bad.length);
        }
      },
    ),
    { numRuns: 300 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect(typeof (await readGrids(bytes)).ok).toBe('boolean');
    }),
  );
  expect(readPastedGrid('').ok).toBe(false);
});
