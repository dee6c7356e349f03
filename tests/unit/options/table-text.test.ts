import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, markdown, safeCell, tableText, tsv } from '../../../components/options/table-text';

describe('a cell', () => {
  test.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1+1',
    '＠x',
    '  =1',
    '"=1',
    '“=1',
    "'=1",
    '\u200b=1',
    '\u202e=cmd()',
    '-¥10',
    '=',
    '-',
  ])('that begins like a formula is made text: %s', (text) => {
    expect(safeCell(text)).toBe(`'${text.trim()}`);
  });

  test.each(['-12.5', '+3%', '1,200', '-1,200.5', '0', '¥129', '−¥10', 'a=b', '600 ~ 1200', ''])(
    'that is a number or plain text stays: %s',
    (text) => {
      expect(safeCell(text)).toBe(text);
    },
  );

  test('holds no tab, line break or control character', () => {
    expect(safeCell('a\tb\r\nc\u2028d\u0000e')).toBe('a b c d e');
    expect(safeCell('\t=1+1')).toBe("'=1+1");
    expect(safeCell('\r=1+1')).toBe("'=1+1");
  });

  const hostile = fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      ' ',
      '\t',
      '\n',
      '"',
      "'",
      '1',
      ',',
      'a',
      '\u200b',
      '|',
      '\\',
    ),
    maxLength: 8,
  });
  test('never begins like a formula, whatever hides it, unless it is a number', () => {
    const property = fc.property(hostile, (text) => {
      const cell = safeCell(text);
      if (/^[+-]?[\d,.]+%?$/.test(cell)) return true;
      return !/^[\s"'\u200b]*[=+\-@＝]/.test(cell.startsWith("'") ? 'x' : cell);
    });
    fc.assert(property, { numRuns: 5000 });
  });

  test('every table comes back cell by cell from CSV and TSV', () => {
    const property = fc.property(
      fc.array(fc.array(hostile, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      (rows) => {
        const safe = rows.map((row) => row.map(safeCell));
        expect(
          tsv(rows)
            .split('\n')
            .map((line) => line.split('\t')),
        ).toEqual(safe);
        expect(parseCsv(csv(rows))).toEqual(safe);
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });
});

/** A strict reader of RFC 4180, apart from what is tested. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 1; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || sign === '\r')) {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (!quoted && sign === '\n') rows.push([]);
    else cell += sign;
  }
  return rows.slice(0, -1);
}

test('CSV says that it is UTF-8 and ends its lines as the standard has it', () => {
  expect(
    csv([
      ['商品', 'a"b'],
      ['1,2', '=x'],
    ]),
  ).toBe('\ufeff商品,"a""b"\r\n"1,2",\'=x\r\n');
});

test('Markdown keeps what a page wrote as text', () => {
  expect(
    markdown([
      ['商品', '价'],
      ['a|b [x](y) <img>', '¥129'],
    ]),
  ).toBe('| 商品 | 价 |\n| --- | --- |\n| a\\|b \\[x\\](y) \\<img\\> | ¥129 |');
  expect(tableText([['a']], 'markdown')).toBe('| a |\n| --- |');
});
