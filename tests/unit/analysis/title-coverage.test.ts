import { expect, test } from 'vitest';
import { compileKeywords } from '../../../lib/analysis/compiled-keywords';
import { titleCoverage } from '../../../lib/analysis/title-coverage';
import { keyword } from './keyword';

const options = { nearWindow: 4, limitUnits: 60 };
const cover = (title: string, words: Parameters<typeof keyword>[]) =>
  titleCoverage(compileKeywords(words.map((word) => keyword(...word))), title, options);

test('smoke', () => {
  console.log(
    JSON.stringify(
      cover('2026新款 防晒衣 女款 夏季 冰丝 透气 防紫外线 皮肤衣外套', [
        ['防晒衣女'],
        ['防晒衣'],
        ['夏季防晒衣'],
        ['透气冰丝外套女'],
        ['UPF50+'],
        ['凉感防晒衣'],
      ]),
      null,
      1,
    ),
  );
  expect(1).toBe(1);
});
