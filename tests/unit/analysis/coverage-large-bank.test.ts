import { expect, test } from 'vitest';
import { compileKeywords } from '../../../lib/analysis/compiled-keywords';
import { bankSplitter, SINGLE_ROOTS } from '../../../lib/analysis/root-splitter';
import { titleCoverage } from '../../../lib/analysis/title-coverage';
import { TrieBuilder } from '../../../lib/analysis/trie';
import { keyword } from './keyword';
import { naiveCoverage } from './naive-coverage';

const PRODUCTS = ['防晒衣', '外套', '衬衫'];
const MODIFIERS = Array.from({ length: 150 }, (_, i) =>
  String.fromCharCode(0x5000 + i, 0x6000 + i),
);

/** Every modifier before every product: roots of three words (lists) and of 150 (bitmaps). */
const bank = MODIFIERS.flatMap((modifier) => PRODUCTS.map((product) => modifier + product));
const keywords = [...PRODUCTS, ...MODIFIERS, ...bank].map((word) => keyword(word));

test.each([
  ['a frequent root', '女防晒衣'],
  ['a rare root', `女${MODIFIERS[7]}`],
  ['both, together and apart', `${MODIFIERS[7]}外套女款春季新款${MODIFIERS[149]}`],
  ['none', '女款'],
])('counts the words of a bank with lists and bitmaps as the oracle does: %s', (_, title) => {
  const builder = new TrieBuilder();
  for (const word of [...SINGLE_ROOTS, ...keywords.map((one) => one.word)]) builder.add(word);
  const whole = (text: string) => [text];
  const split = bankSplitter(builder.finish(), new Set(), whole);
  const compiled = compileKeywords(keywords, whole);
  expect(compiled.roots.words.items.length).toBeGreaterThan(0);
  expect(compiled.roots.bits.length).toBeGreaterThan(0);
  const counts = { contiguous: 0, near: 0, scattered: 0, partial: 0, missing: 0 };
  for (const { tier } of naiveCoverage(keywords, title, 6, split).values()) counts[tier]++;
  const coverage = titleCoverage(compiled, title, { nearWindow: 6, limitUnits: 60 });
  expect(coverage.counts).toEqual(counts);
});
