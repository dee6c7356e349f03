import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindFigureText } from '../../../components/options/bank-text';
import { readKindFigure } from '../../../lib/benchmark/kind-figure';

describe('a typed figure of a kind', () => {
  test.each([
    ['支付转化率', '5%', { min: 0.05, max: 0.05 }],
    ['支付转化率', '5% ~ 7.5%', { min: 0.05, max: 0.075 }],
    ['支付转化率', '７.３％', { min: 0.073, max: 0.073 }],
    ['点击率', '121%', { min: 1.21, max: 1.21 }],
    ['支付转化率', '0.05', 'bad'],
    ['支付转化率', '5 ~ 7.5%', 'bad'],
    ['支付转化率', '5%%', 'bad'],
    ['支付转化率', '-5%', 'bad'],
    ['支付转化率', '', 'none'],
    ['支付转化率', '-', 'none'],
    ['支付转化率', '%', 'bad'],
    ['搜索增速', '-12.5%', { min: -0.125, max: -0.125 }],
    ['搜索增速', '12.5%', { min: 0.125, max: 0.125 }],
    ['搜索增速', '-5% ~ -2%', 'bad'],
    ['搜索人气', '600 ~ 1200', { min: 600, max: 1200 }],
    ['搜索人气', '5%', 'bad'],
  ])('%s %j', (kind, text, expected) => {
    expect(readKindFigure(text, kind)).toEqual(expected);
  });

  test('reads what is shown of it', () => {
    const share = fc.nat(200_000).map((n) => Number(`${n}e-5`));
    fc.assert(
      fc.property(share, share, (a, b) => {
        const figure = { min: Math.min(a, b), max: Math.max(a, b) };
        expect(readKindFigure(kindFigureText(figure, true), '支付转化率')).toEqual(figure);
      }),
    );
  });
});

test('a share is shown in per cent, without a tail, and a range as one', () => {
  expect(kindFigureText({ min: 0.05, max: 0.05 }, true)).toBe('5%');
  expect(kindFigureText({ min: 0.05, max: 0.075 }, true)).toBe('5% ~ 7.5%');
  expect(kindFigureText({ min: 0.057, max: 0.057 }, true)).toBe('5.7%');
  expect(kindFigureText({ min: 12.5, max: 12.5 }, true)).toBe('1,250%');
  expect(kindFigureText({ min: 600, max: 1200 }, false)).toBe('600 ~ 1,200');
});
