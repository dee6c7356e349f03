import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseYuan, yuanInputText } from '../../../components/options/yuan-input';

test.each([
  ['129', 12_900],
  ['129.5', 12_950],
  ['129.50', 12_950],
  ['¥1,299.00', 129_900],
  ['１２９．９９', 12_999],
  ['129元', 12_900],
  [' 0.29 ', 29],
  ['1.15', 115],
  ['007', 700],
  ['129.500', 12_950],
  ['1000000000', 100_000_000_000],
])('%s is read as fen', (text, fen) => {
  expect(parseYuan(text)).toEqual({ state: 'fen', fen });
});

test.each([
  ['一百', 'not-an-amount'],
  ['-5', 'not-an-amount'],
  ['1e3', 'not-an-amount'],
  ['12,99', 'not-an-amount'],
  ['129.999', 'too-fine'],
  ['1000000000.01', 'too-large'],
  ['99999999999999999999', 'too-large'],
])('%s is refused, never rounded', (text, why) => {
  expect(parseYuan(text)).toEqual({ state: 'bad', why });
});

test('an empty field is no price, not 0', () => {
  expect(parseYuan('  ')).toEqual({ state: 'empty' });
  expect(yuanInputText(null)).toBe('');
  expect(yuanInputText(0)).toBe('0');
});

test('every amount survives being shown and typed again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (fen) => {
      expect(parseYuan(yuanInputText(fen))).toEqual({ state: 'fen', fen });
    }),
  );
});
