import { describe, expect, test } from 'vitest';
import { nearestRung, rungSentence, shareText, spanText } from '../../../components/ui/ladder-text';
import type { Rung } from '../../../lib/analysis/price-result';
import { catalog as en } from '../../../lib/locales/en';
import { catalog as chinese } from '../../../lib/locales/zh-CN';
import { sampleRungs } from '../../fixtures/sample-price';

const rung = (over: Partial<Rung> = {}): Rung => ({
  rung: 'promo',
  lineFen: 13900,
  against: 'public',
  difference: { minFen: -1000, maxFen: -1000 },
  share: { min: -1000 / 13900, max: -1000 / 13900 },
  position: 'below',
  ...over,
});

test.each([
  [{ minFen: -1000, maxFen: -1000 }, '¥10'],
  [{ minFen: -3050, maxFen: -1000 }, '¥10 ~ 30.50'],
  [{ minFen: 1000, maxFen: null }, null],
  [{ minFen: null, maxFen: 5 }, null],
])('a span of %o is %s', (span, expected) => {
  expect(spanText(span)).toBe(expected);
});

test.each([
  [{ min: -0.0719, max: -0.0719 }, '−7.2%'],
  [{ min: 0.12, max: 0.12 }, '+12%'],
  [{ min: -0.1, max: 0.05 }, '−10% ~ +5%'],
  [{ min: 0, max: 0 }, '0%'],
  // A difference that is there is never rounded to none.
  [{ min: -0.0001, max: -0.0001 }, '−0.01%'],
  [{ min: -0.000001, max: -0.000001 }, '−<0.01%'],
  [{ min: null, max: 0.1 }, null],
])('a share of %o is %s', (share, expected) => {
  expect(shareText(share)).toBe(expected);
});

test.each([
  [rung(), '低于你的活动价 ¥10（−7.2%）', '¥10 (−7.2%) below your promo price'],
  [
    rung({
      rung: 'daily',
      difference: { minFen: 1000, maxFen: null },
      share: null,
      position: 'above',
    }),
    '高于你的日常价',
    'Above your daily price',
  ],
  [rung({ position: 'at' }), '等于你的活动价', 'At your promo price'],
  [
    rung({ position: 'unclear' }),
    '区间价，和你的活动价比不出高低',
    'A range: cannot be compared with your promo price',
  ],
  [
    rung({ position: null, difference: null, share: null }),
    '价格读不到，无法与活动价比较',
    'Price not read: cannot compare with your promo price',
  ],
])('a rung in words', (given, zh, english) => {
  expect(rungSentence(given, chinese)).toBe(zh);
  expect(rungSentence(given, en)).toBe(english);
});

describe('the rung of the first glance', () => {
  test.each([
    [12900, 'promo'],
    [16900, 'daily'],
    [20000, 'daily'],
    [10500, 'floor'],
    [9800, 'floor'],
    [5000, 'floor'],
  ])('for a public price of %d fen it is %s', (publicFen, expected) => {
    expect(nearestRung(sampleRungs(publicFen, 11900))?.rung).toBe(expected);
  });

  test('below the floor comes first even where another line lies nearer', () => {
    const promo = rung({
      lineFen: 9900,
      difference: { minFen: 600, maxFen: 600 },
      position: 'above',
    });
    const floor = rung({
      rung: 'floor',
      lineFen: 12000,
      difference: { minFen: -1500, maxFen: -1500 },
    });
    expect(nearestRung([promo, floor])?.rung).toBe('floor');
    expect(nearestRung([promo, { ...floor, position: 'above' }])?.rung).toBe('promo');
  });

  test('the member rung is never among them, nor a price that was not read', () => {
    expect(nearestRung(sampleRungs(null, 11900))).toBeNull();
    expect(nearestRung([])).toBeNull();
  });
});
