import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newBankWords } from '../../../lib/analysis/segmenter/own-words';
import { makeSegmenter, piecesOf } from '../../../lib/analysis/segmenter/segmenter';
import { cut, shippedSegmenter } from './shipped-segmenter';

const segmenter = shippedSegmenter();

describe('words of a title', () => {
  it.each([
    ['法式连衣裙女收腰显瘦', '法式|连衣裙|女|收腰|显瘦'],
    ['防晒衣女UPF50+冰丝', '防晒衣|女|UPF50+|冰丝'],
    ['蓝牙耳机降噪', '蓝牙|耳机|降噪'],
    ['儿童书包大容量', '儿童|书包|大容量'],
    ['加绒加厚打底裤', '加绒|加厚|打底裤'],
    ['空气炸锅家用', '空气|炸锅|家用'],
  ])('%s', (title, expected) => {
    expect(cut(title, segmenter)).toBe(expected);
  });

  it('closes a compound that no list knows with the kind of goods', () => {
    expect(cut('恐龙帽', segmenter)).toBe('恐龙帽');
    expect(cut('女靴', segmenter)).toBe('女靴');
  });

  it('leaves a describing word outside the compound', () => {
    expect(cut('加绒裤', segmenter)).toBe('加绒|裤');
  });
});

describe('numbers and Latin words', () => {
  it.each([
    ['iPhone14手机壳', 'iPhone14|手机壳'],
    ['2026新款连衣裙', '2026|新款|连衣裙'],
    ['T-shirt 1.5L 6+128G', 'T-shirt| |1.5L| |6+128G'],
    ['SPF50+PA+++防晒霜', 'SPF50+|PA+++|防晒霜'],
    ['T恤男', 'T恤|男'],
    ['Ｔ恤男', 'Ｔ恤|男'],
    ['USBT恤', 'USBT|恤'],
    ['3件套装', '3件|套装'],
    ['5斤大米', '5斤|大米'],
    ['2包邮', '2|包邮'],
  ])('%s', (title, expected) => {
    expect(cut(title, segmenter)).toBe(expected);
  });
});

describe('own words', () => {
  it('beat the lexicon, whatever their case and width', () => {
    const own = shippedSegmenter(['蓝牙耳机', 'Marsy 15']);
    expect(cut('marsy 15蓝牙耳机壳', own)).toBe('marsy 15|蓝牙耳机|壳');
  });

  it('never cut a number in two', () => {
    expect(cut('iphone14', shippedSegmenter(['iphone1', '14']))).toBe('iphone14');
  });

  it('are taken from the bank where they hold something new', () => {
    expect(newBankWords(['羽绒服女', '蓝牙耳机', '鹂嘤夼', '裤'], segmenter)).toEqual(['鹂嘤夼']);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '连衣裙',
    '女',
    '阔腿',
    '裤',
    'iPhone14',
    ' ',
    '/',
    '😀',
    '５０',
    '\u200b',
    '+',
    '裙裤机',
    '鹂',
  );
  const text = fc.oneof(
    fc.array(piece).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('gives words in order, disjoint, and loses no character that can be read', () => {
    fc.assert(
      fc.property(text, (title) => {
        const words = segmenter.segment(title);
        let end = 0;
        for (const { from, to } of words) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(title.slice(end, from)).not.toMatch(/[\u4e00-\u9fffA-Za-z0-9]/);
          end = to;
        }
        expect(title.slice(end)).not.toMatch(/[\u4e00-\u9fffA-Za-z0-9]/);
        expect(piecesOf(title, words).join('')).toBe(title);
      }),
      { numRuns: 2000 },
    );
  });

  it('never parts two letters or digits', () => {
    fc.assert(
      fc.property(text, (title) => {
        for (const { from, to } of segmenter.segment(title)) {
          expect(title.slice(Math.max(0, from - 1), from + 1)).not.toMatch(/[a-z0-9]{2}/i);
          expect(title.slice(to - 1, to + 1)).not.toMatch(/[a-z0-9]{2}/i);
        }
      }),
    );
  });

  it('is split by the engine alone where there is no lexicon', () => {
    const bare = makeSegmenter(null, null, (gap) => [0, gap.length - 1]);
    expect(cut('连衣裙女 14', bare)).toBe('连衣裙|女| |14');
  });

  it('takes a hundred thousand characters in linear time', () => {
    const long = '阔腿裤女加绒a1+'.repeat(12_500);
    expect(segmenter.segment(long).length).toBe(50_000);
  });
});
