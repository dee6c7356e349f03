import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuantity } from '../../../lib/analysis/quantity';
import {
  quantityOfListing,
  quantityOfSku,
  sameUnit,
  unitPriceOf,
  type SoldQuantity,
} from '../../../lib/analysis/unit-price';
import { exactPrice } from '../../../lib/listing/price';

describe('a quantity is read from', () => {
  test.each([
    ['500g', 'g', 'g', 500_000],
    ['原味 500克', 'g', 'g', 500_000],
    ['500G*2袋', 'g', 'g', 1_000_000],
    ['2袋×500g', 'g', 'g', 1_000_000],
    ['净含量：1.5kg', 'g', 'g', 1_500_000],
    ['净重5斤', 'g', 'g', 2_500_000],
    ['０.５ｋｇ', 'g', 'g', 500_000],
    ['250ml*12', 'ml', 'ml', 3_000_000],
    ['12*250ml', 'ml', 'ml', 3_000_000],
    ['1.5L*12瓶', 'ml', 'ml', 18_000_000],
    ['250ml*6*4', 'ml', 'ml', 6_000_000],
    ['100抽*20包', 'piece', '抽', 2000],
    ['100抽 x 3包 x 10提', 'piece', '抽', 3000],
    ['10片/盒*3盒', 'piece', '片', 30],
    ['30片装', 'piece', '片', 30],
    ['【6瓶装】', 'piece', '瓶', 6],
    ['2件', 'piece', '件', 2],
  ])('%s', (text, measure, word, amount) => {
    expect(readQuantity(text)).toMatchObject({ measure, word, amount });
  });

  test.each(['白色', 'XL', '2026新款', '180cm', 'UPF50+', '', 'A4'])('not from %s', (text) => {
    expect(readQuantity(text)).toBe('none');
  });

  test.each([
    ['a gift', '500g*2袋 送勺子'],
    ['买一送一', '买一送一 30片'],
    ['two quantities', '500g 10包'],
    ['a quantity and another in brackets', '500g(10包)'],
    ['small bags', '50g 10小包'],
    ['a sum', '500g+100g'],
    ['a range', '500-600g'],
    ['another range', '80~100斤'],
    ['a guess', '约500g'],
    ['a choice', '3件任选'],
    ['numbers spelt out', '三包'],
    ['numbers spelt out beside a figure', '两盒 500g'],
    ['a box without how many', '10片/盒'],
    ['memory', '128G'],
    ['memory as a sum', '8G+128G'],
    ['a network', '支持 5G'],
    ['a phone', '手机壳 5g'],
    ['yarn', '60支长绒棉'],
    ['a set', '3件套'],
    ['months', '3个月'],
    ['a clothes size', '3L'],
    ['a body', '120斤'],
    ['a load', '承重50kg'],
    ['of each part', '每袋25g'],
    ['gross weight', '毛重500g'],
    ['a fabric', '280g 重磅'],
    ['a thousands group', '1,500g'],
    ['a fraction', '½斤'],
    ['a model', 'A100g'],
    ['half a bag', '500g*1.5袋'],
    ['nothing at all of it', '0g'],
    ['a 500-character name', `500g${' '.repeat(500)}`],
  ])('unsure: %s', (_, text) => {
    expect(readQuantity(text)).toBe('unsure');
  });

  test('never from less than the text says, whatever stands around it', () => {
    const part = fc.constantFrom(
      '500g',
      '2袋',
      '*',
      '×',
      '/',
      ' ',
      '买一送一',
      '原味',
      '3',
      '.',
      ',',
      '装',
      '(',
      ')',
    );
    const property = fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const reading = readQuantity(parts.join(''));
      if (typeof reading === 'string') return true;
      // A sure quantity is made of one run of factors, and gifts are never passed over.
      const bags = parts.filter((each) => each === '2袋').length;
      const grams = parts.filter((each) => each === '500g').length;
      return !parts.includes('买一送一') && bags <= 1 && grams <= 1;
    });
    fc.assert(property, { numRuns: 3000 });
  });
});

describe('what a price buys', () => {
  test('comes from the SKU names, and only where one of them says it', () => {
    expect(quantityOfSku(['原味', '500g*2袋'], null)?.quantity.amount).toBe(1_000_000);
    expect(quantityOfSku(['500g', '2袋'], null)).toBeNull();
    expect(quantityOfSku(['白色'], null)).toBeNull();
  });

  test('is open where the title promises gifts', () => {
    expect(quantityOfSku(['500g'], '坚果 买2送1')).toBeNull();
    expect(quantityOfSku(['500g'], '坚果 礼盒')).not.toBeNull();
  });

  const amount = (title: string | null, ...values: string[]) => {
    const attributes = values.map((value) => ({ name: '净含量', value }));
    return quantityOfListing(title, attributes)?.quantity.amount ?? null;
  };
  test('comes from title and attributes where they agree', () => {
    expect(amount('坚果 500g', '500克')).toBe(500_000);
    expect(amount('坚果', '500克')).toBe(500_000);
    expect(amount('坚果 500g')).toBe(500_000);
    expect(amount('坚果 500g*2', '500克')).toBeNull();
    expect(amount('坚果', '500克', '250克')).toBeNull();
    expect(amount('坚果 约500g', '500克')).toBeNull();
    expect(amount('坚果 买一送一', '500克')).toBeNull();
    expect(amount(null)).toBeNull();
  });

  test('of a part of it says nothing', () => {
    const attributes = [{ name: '单件净含量', value: '500g' }];
    expect(quantityOfListing('坚果', attributes)).toBeNull();
  });
});

describe('a unit price', () => {
  const sold = (text: string): SoldQuantity => {
    const quantity = readQuantity(text);
    if (typeof quantity === 'string') throw new Error(`${text} does not read`);
    return { quantity, from: 'sku' };
  };

  test('is for 100 g, 100 ml or one piece', () => {
    expect(unitPriceOf(exactPrice(2990), sold('500g*2袋'))).toEqual({
      per: '100g',
      word: 'g',
      minFen: 2990,
      maxFen: 2990,
      of: 10,
      quantity: { text: '500g*2袋', from: 'sku' },
    });
    expect(unitPriceOf(exactPrice(1290), sold('100抽*20包'))).toMatchObject({
      per: 'piece',
      word: '抽',
      minFen: 1290,
      of: 2000,
    });
  });

  test('keeps ranges, and 起', () => {
    const range = unitPriceOf({ minFen: 1000, maxFen: 2000 }, sold('2kg'));
    expect(range).toMatchObject({ minFen: 1000, maxFen: 2000, of: 20 });
    expect(unitPriceOf({ minFen: 1000, maxFen: null }, sold('2kg'))?.maxFen).toBeNull();
  });

  test('is compared with its like only', () => {
    const of = (text: string) => unitPriceOf(exactPrice(100), sold(text))!;
    expect(sameUnit(of('500g'), of('1kg'))).toBe(true);
    expect(sameUnit(of('500g'), of('500ml'))).toBe(false);
    expect(sameUnit(of('10片'), of('10袋'))).toBe(false);
  });

  test('is exact: the fraction times the quantity is the price', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.integer({ min: 1, max: 9999 }),
      fc.constantFrom('g', 'kg', 'ml', '片'),
      (fen, number, unit) => {
        const reading = readQuantity(`${number}${unit}*3袋`);
        if (typeof reading === 'string') return false;
        const price = unitPriceOf(exactPrice(fen), { quantity: reading, from: 'sku' });
        if (price === null) return fen * 100_000 > Number.MAX_SAFE_INTEGER / 100;
        const scale = unit === '片' ? 1n : 100_000n;
        return (
          BigInt(price.minFen) * BigInt(reading.amount) === BigInt(fen) * scale * BigInt(price.of)
        );
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });
});
