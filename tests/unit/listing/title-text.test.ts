import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText, rawSpan } from '../../../lib/listing/title-text';

const normal = (raw: string) => normaliseText(raw).text;

describe('what is alike is made alike', () => {
  test.each([
    ['full width and case', 'ＵＰＦ５０＋ Ａ字裙', 'upf50+a字裙'],
    ['blanks between Chinese characters', '防晒衣　女 款', '防晒衣女款'],
    ['marks between Chinese characters', '防晒衣【女款】·夏季/冰丝', '防晒衣女款夏季冰丝'],
    ['a blank between Chinese and ASCII', '防晒衣 UPF50', '防晒衣upf50'],
    ['blanks between ASCII words, as one', 'Air   Max　90', 'air max 90'],
    ['marks between ASCII words', 'USB-C  Wi-Fi', 'usb-c wi-fi'],
    ['marks with blanks between ASCII words', 'A , B - C', 'a,b-c'],
    ['a sign that belongs to its number', 'UPF50+ 防晒 95% 棉', 'upf50+防晒95%棉'],
    ['a decimal', '1.5L 水杯', '1.5l水杯'],
    ['a sign before the number', '+防晒 #夏季', '防晒夏季'],
    ['marks at the ends', '【防晒衣】', '防晒衣'],
    ['emoji', '最😊好', '最好'],
    ['a compatibility character that grows', '㎏重 ½ ﷺ', 'kg重1⁄2 صلى الله عليه وسلم'],
    ['a half-width Kana with its voice mark', 'ｶﾞﾗｽ', 'ガラス'],
    ['characters that compose', 'e\u0301te\u0301', 'été'],
    ['case folding that grows', 'Straße ΣΑΣ', 'strasse σασ'],
    ['zero-width and direction characters', '防\u200B晒\u202E衣\uFEFF', '防晒衣'],
    ['a zero-width character within an ASCII word', 'pi\u200Bnk', 'pink'],
    ['a soft hyphen, a variation selector', 'co\u00ADop ❤\uFE0F儿童', 'coop儿童'],
    ['a lone surrogate', '防\uD83D晒', '防晒'],
    ['nothing but marks', ' ／·—【】', ''],
  ])('%s', (_, raw, expected) => {
    expect(normal(raw)).toBe(expected);
  });
});

/** Raw texts with everything that makes the map hard. */
const hardText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('防', '晒', '衣', '女', '冰', '丝') },
      { weight: 3, arbitrary: fc.constantFrom('a', 'B', 'ｃ', '5', '０', 'ß', 'é', 'İ') },
      { weight: 3, arbitrary: fc.constantFrom(' ', '　', '·', '+', '%', '，', '.', '-', '\n') },
      { weight: 2, arbitrary: fc.constantFrom('㎏', '½', 'ﷺ', 'ｶﾞ', '각', 'ᄀ', 'ᅡ', 'e\u0301') },
      { weight: 2, arbitrary: fc.constantFrom('\u200B', '\u202E', '\u0301', '\uFE0F', '\u00AD') },
      { weight: 2, arbitrary: fc.constantFrom('😊', '👨‍👩‍👧', '𠮷', '𝒜', '\uD83D', '\uDE0A') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const splitsPair = (text: string, at: number) =>
  isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

test('the map covers every unit, in order, within the raw text, and splits no pair', () => {
  fc.assert(
    fc.property(hardText, (raw) => {
      const { text, map } = normaliseText(raw);
      expect(map.from.length).toBe(text.length);
      expect(map.to.length).toBe(text.length);
      for (let i = 0; i < text.length; i++) {
        const before =
          i === 0 ? { from: 0, to: 0 } : { from: map.from[i - 1]!, to: map.to[i - 1]! };
        expect(map.from[i]).toBeLessThan(map.to[i]!);
        expect(map.to[i]).toBeLessThanOrEqual(raw.length);
        expect(map.from[i]).toBeGreaterThanOrEqual(before.from);
        expect(map.to[i]).toBeGreaterThanOrEqual(before.to);
        expect(splitsPair(raw, map.from[i]!)).toBe(false);
        expect(splitsPair(raw, map.to[i]!)).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

test('Hangul syllables map one by one, single letters as what they compose', () => {
  expect([...normaliseText('한국어').map.from]).toEqual([0, 1, 2]);
  const composed = normaliseText('\u1112\u1161\u11AB국');
  expect(composed.text).toBe('한국');
  expect([...composed.map.to]).toEqual([4, 4]);
});

test('what a stretch maps to normalises to a text that holds it', () => {
  fc.assert(
    fc.property(hardText, fc.nat(), fc.nat(), (raw, a, b) => {
      const { text, map } = normaliseText(raw);
      fc.pre(text.length > 0);
      const from = a % text.length;
      const to = from + 1 + (b % (text.length - from));
      const span = rawSpan(map, from, to);
      const wanted = text.slice(from, to).replace(/[^\p{L}\p{N}]/gu, '');
      const got = normal(raw.slice(span.from, span.to)).replace(/[^\p{L}\p{N}]/gu, '');
      expect(got).toContain(wanted);
    }),
    { numRuns: 2000 },
  );
});

test('letters and digits are those of NFKC of the whole, folded; nothing is lost or made up', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  fc.assert(
    fc.property(hardText, (raw) => {
      const unseen =
        /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Me}]|(?!\s)\p{Cc}/gu;
      const whole = raw.normalize('NFKC').replace(unseen, '').toUpperCase();
      // Σ at a word's end folds to ς as a whole; here every Σ is σ.
      const folded = whole.toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
      expect(letters(normal(raw)).replaceAll('ς', 'σ')).toBe(letters(folded));
    }),
    { numRuns: 2000 },
  );
});

test('normalising again changes nothing', () => {
  // Single Hangul letters that stood apart would compose once the blank between them is gone.
  const hasLooseJamo = /(?![\uAC00-\uD7A3])\p{Script=Hangul}/u;
  fc.assert(
    fc.property(hardText, (raw) => {
      fc.pre(!hasLooseJamo.test(raw));
      const once = normal(raw);
      expect(normal(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});
