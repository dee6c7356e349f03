import { expect, test } from 'vitest';
import { titleLength } from '../../../lib/analysis/title-length';

test.each([
  ['Chinese characters are two units', '防晒衣', 6, 3],
  ['ASCII letters, digits and blanks are one', 'UPF50+ 2026', 11, 11],
  ['full-width forms are two', 'ＵＰＦ５０＋　，。', 18, 9],
  ['half-width Kana are one, others two', 'ｶﾀカタ', 6, 4],
  ['Hangul and rare Han are two', '한𠮷', 4, 2],
  ['emoji are two', '😊☔', 4, 2],
  ['flags are two letters of one unit', '🇨🇳', 2, 2],
  ['ambiguous characters are one', '·“”①é', 5, 5],
  ['combining marks take no unit, and are characters', 'e\u0301', 1, 2],
  ['unseen characters take no unit, and are characters', '防\u200B晒\u202E\u00AD', 4, 5],
  ['nothing', '', 0, 0],
])('%s', (_, title, units, characters) => {
  expect(titleLength(title, 60)).toEqual({ units, characters, limitUnits: 60 });
});
