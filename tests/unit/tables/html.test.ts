import { describe, expect, test } from 'vitest';
import { readGrids } from '../../../lib/transfer/tables/read-grids';
import { readFile, short, utf8 } from './reading';

const cells = (...texts: string[]) =>
  `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const page = (rows: string, more = '') =>
  `<html xmlns:x="urn:schemas"><head><meta charset="utf-8"><style>td{color:red}</style></head>${more}<body><table border=1>${rows}</table></body></html>`;
const HEAD = '<tr><th>搜索词</th><th>搜索人气</th></tr>';

describe('a page that is called a workbook', () => {
  test.each([
    ['plain', page(HEAD + cells('防晒衣', '600 ~ 1200'))],
    [
      'with upper case and attributes',
      page(
        `<TR class="a"><TH x:str>搜索词</TH><TH>搜索人气</TH></TR>${cells('防晒衣', '600 ~ 1200')}`,
      ),
    ],
    [
      'with tags and entities in its cells',
      page(HEAD + cells('<b>防晒</b>&#34915;', '600&nbsp;~&nbsp;1200')),
    ],
    [
      'with a title over two columns',
      page(`<tr><td colspan="2">标题</td></tr>${HEAD}${cells('防晒衣', '600 ~ 1200')}`),
    ],
    ['without closing tags', page('<tr><td>搜索词<td>搜索人气<tr><td>防晒衣<td>600 ~ 1200')],
    [
      'with a script and a comment',
      page(HEAD + cells('防晒衣', '600 ~ 1200'), '<script>"<table>"</script><!-- <table> -->'),
    ],
    ['with a sloping bracket', page(HEAD + cells('防晒衣', '600 ~ 1200') + cells('a < b', '很多'))],
  ])('%s', async (_, html) => {
    const read = await readFile(utf8(html));
    expect(short(read)).toEqual([['防晒衣', { 搜索人气: [600, 1200] }]]);
  });

  test('a cell over two rows keeps the columns of the second', async () => {
    const read = await readGrids(
      utf8(page(`${HEAD}<tr><td rowspan=2>a</td><td>1</td></tr>${cells('2')}${cells('b', '3')}`)),
    );
    expect(read.ok && read.grids[0]?.rows.slice(1).map((row) => row.cells)).toEqual([
      ['a', '1'],
      [null, '2'],
      ['b', '3'],
    ]);
  });
});

test.each([
  ['without a table', '<html><body>搜索词</body></html>', { code: 'html' }],
  ['cut off', page(HEAD).slice(0, -30), { code: 'damaged', where: 'html' }],
  [
    'with a table in a table',
    page(`<tr><td><table>${HEAD}</table></td></tr>`),
    { code: 'damaged', where: 'html' },
  ],
  [
    'with a cell over a million columns',
    page('<tr><td colspan=999999>a</td></tr>'),
    { code: 'too-many', of: 'columns', max: 200 },
  ],
  ['of another format', '<?xml version="1.0"?><Workbook/>', { code: 'html' }],
  ['with 51 tables', page(HEAD).repeat(51), { code: 'too-many', of: 'sheets', max: 50 }],
])('a page %s is refused', async (_, html, fault) => {
  expect(await readGrids(utf8(html))).toEqual({ ok: false, fault });
});
