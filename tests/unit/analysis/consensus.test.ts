import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileKeywords } from '../../../lib/analysis/compiled-keywords';
import {
  attributeRows,
  consensusOf,
  differs,
  saidAttributes,
  saidKeywords,
  saidPoints,
  saidWords,
  type Said,
} from '../../../lib/analysis/consensus';
import { keyword } from './keyword';

const said = (...by: Said['by']): Said => ({ statement: { kind: 'word', text: 'x' }, by });
const told = (mine: boolean[], ...by: Said['by']) => {
  const consensus = consensusOf([said(...by)], mine);
  if (consensus === null) return 'none';
  if (consensus.theyAllSay.length > 0) return 'they';
  return consensus.onlyMineSays.length > 0 ? 'mine' : 'neither';
};

describe('what all competitors say and I do not, and the reverse', () => {
  const mine = [true, false, false];
  test.each<[Said['by'], string]>([
    [[false, true, true], 'they'],
    [[false, true, false], 'neither'],
    [[true, true, true], 'neither'],
    [[true, false, false], 'mine'],
    [[true, false, true], 'neither'],
    [[null, true, true], 'neither'],
    [[false, true, null], 'neither'],
    [[true, false, null], 'neither'],
  ])('%o: %s', (by, expected) => {
    expect(told(mine, ...by)).toBe(expected);
  });

  test('of two of mine, one that says it is enough for mine', () => {
    expect(told([true, true, false], true, false, false)).toBe('mine');
    expect(told([true, true, false], true, false, true)).toBe('neither');
    expect(told([true, true, false], false, false, true)).toBe('they');
  });

  test('is none without mine or without a competitor', () => {
    expect(told([false, false], true, true)).toBe('none');
    expect(told([true, true], true, false)).toBe('none');
  });

  test('an unknown never becomes a claim, whatever it is in truth', () => {
    const cell = fc.constantFrom(true, false, null);
    const column = fc.record({ mine: fc.boolean(), by: cell, truth: fc.boolean() });
    const property = fc.property(fc.array(column, { minLength: 2, maxLength: 6 }), (columns) => {
      const sides = columns.map((each) => each.mine);
      const claim = told(sides, ...columns.map((each) => each.by));
      const truth = columns.map((each) => each.by ?? each.truth);
      return claim === 'none' || claim === 'neither' || told(sides, ...truth) === claim;
    });
    fc.assert(property, { numRuns: 2000 });
  });
});

test('a selling point is said where it passes, not said where it is missing, else unknown', () => {
  const states = ['pass', 'missing', 'partial', 'manual', 'not-applicable', 'unreadable'] as const;
  expect(saidPoints([{ name: '凉感', states }])[0]?.by).toEqual([
    true,
    false,
    null,
    null,
    null,
    null,
  ]);
});

test('keywords that a title covers, and null for a title that was not read', () => {
  const compiled = compileKeywords([keyword('防晒衣'), keyword('UPF50+'), keyword('帐篷')]);
  const rows = saidKeywords(['冰丝防晒衣', '防晒衣 UPF50+', null], compiled, 6);
  expect(rows).toEqual([
    { statement: { kind: 'keyword', text: '防晒衣' }, by: [true, true, null] },
    { statement: { kind: 'keyword', text: 'UPF50+' }, by: [false, true, null] },
  ]);
  expect(saidKeywords(['防晒衣'], null, 6)).toEqual([]);
});

test('more covered keywords than are listed by default are all told', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const words = letters.flatMap((letter) =>
    Array.from({ length: 10 }, (_, digit) => `${letter}${digit}`),
  );
  const compiled = compileKeywords(words.map((word) => keyword(word)));
  const rows = saidKeywords([words.join(' '), ''], compiled, 0);
  expect(rows.map(({ statement }) => statement.text).sort()).toEqual(words);
});

describe('words of titles', () => {
  const segment = (text: string) => text.split(/(?=防晒|冰丝|透气)|(?<=防晒|冰丝|透气)/);
  const words = (titles: (string | null)[], keywords: Said[] = []) =>
    saidWords(titles, segment, keywords).map(({ statement, by }) => [statement.text, by]);

  test('are told by what stands in each title, null where it was not read', () => {
    expect(words(['冰丝防晒', '防晒透气', null])).toEqual([
      ['冰丝', [true, false, null]],
      ['防晒', [true, true, null]],
      ['透气', [false, true, null]],
    ]);
  });

  test('are parted by blanks and marks first; one character and marks are no words', () => {
    expect(words(['春夏 新款·A', ''])).toEqual([
      ['春夏', [true, false]],
      ['新款', [true, false]],
    ]);
  });

  test('within a keyword of the same titles are told by the keyword', () => {
    const known: Said = { statement: { kind: 'keyword', text: '冰丝防晒' }, by: [true, false] };
    expect(words(['冰丝防晒', '防晒'], [known])).toEqual([['防晒', [true, true]]]);
  });
});

describe('attributes', () => {
  const rows = attributeRows([
    [
      { name: '面料', value: '冰丝' },
      { name: '风格', value: '运动' },
      { name: '风格', value: '通勤' },
    ],
    [{ name: '面　料', value: '冰丝' }],
    null,
  ]);
  test('stand by name, several values together, unread apart from absent', () => {
    expect(rows).toEqual([
      {
        name: '面料',
        cells: [
          { state: 'value', value: '冰丝' },
          { state: 'value', value: '冰丝' },
          { state: 'unread' },
        ],
      },
      {
        name: '风格',
        cells: [{ state: 'value', value: '运动、通勤' }, { state: 'absent' }, { state: 'unread' }],
      },
    ]);
  });

  test('differ where two that were read do not hold the same', () => {
    expect(rows.map(({ cells }) => differs(cells))).toEqual([false, true]);
    expect(
      differs([
        { state: 'value', value: 'A4' },
        { state: 'value', value: 'ａ4' },
      ]),
    ).toBe(false);
    expect(differs([{ state: 'value', value: 'A4' }, { state: 'unread' }])).toBe(false);
  });

  test('are said, not said, or unknown', () => {
    expect(saidAttributes(rows).map(({ by }) => by)).toEqual([
      [true, true, null],
      [true, false, null],
    ]);
  });
});
