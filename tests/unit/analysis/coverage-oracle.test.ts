import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileKeywords } from '../../../lib/analysis/compiled-keywords';
import {
  bankSplitter,
  SINGLE_ROOTS,
  type GapSegmenter,
  type RootSplitter,
} from '../../../lib/analysis/root-splitter';
import { titleCoverage } from '../../../lib/analysis/title-coverage';
import { TrieBuilder } from '../../../lib/analysis/trie';
import type { Keyword } from '../../../lib/benchmark/keyword';
import { normaliseText } from '../../../lib/listing/title-text';
import { keyword } from './keyword';
import { naiveCoverage } from './naive-coverage';

/** A segmenter of the tests' own: pairs of characters, so that nothing hangs on the engine. */
const pairs: GapSegmenter = (text) => text.match(/.{1,2}/gsu) ?? [];

function splitterOf(keywords: readonly Keyword[]): RootSplitter {
  const bank = new TrieBuilder();
  const atomic = new Set<string>();
  const add = (raw: string, isAtomic: boolean) => {
    const { text } = normaliseText(raw);
    if (text === '') return;
    bank.add(text);
    if (isAtomic) atomic.add(text);
  };
  for (const word of SINGLE_ROOTS) add(word, false);
  const atomicWords = new Set(
    keywords.filter((one) => one.atomic).map((one) => normaliseText(one.word).text),
  );
  for (const { word, synonyms } of keywords) {
    if (normaliseText(word).text === '') continue;
    const isAtomic = atomicWords.has(normaliseText(word).text);
    for (const form of [word, ...synonyms]) add(form, isAtomic);
  }
  return bankSplitter(bank.finish(), atomic, pairs);
}

/** Everything in which coverage and oracle differ, or that can't be; empty when all is well. */
function disagreements(keywords: Keyword[], title: string, nearWindow: number): unknown[] {
  const compiled = compileKeywords(keywords, pairs);
  const coverage = titleCoverage(compiled, title, { nearWindow, limitUnits: 60 });
  const naive = naiveCoverage(keywords, title, nearWindow, splitterOf(keywords));
  const counts = { contiguous: 0, near: 0, scattered: 0, partial: 0, missing: 0 };
  for (const { tier } of naive.values()) counts[tier]++;

  const found: unknown[] = [];
  const check = (holds: boolean, what: unknown) => holds || found.push(what);
  const listed = [...coverage.matches, ...coverage.missing];
  check(listed.length === naive.size && coverage.total === naive.size, ['total', coverage.total]);
  check(JSON.stringify(coverage.counts) === JSON.stringify(counts), [coverage.counts, counts]);
  for (const match of listed) {
    const expected = naive.get(normaliseText(match.word).text)!;
    check(match.tier === expected.tier, [match, expected]);
    const via = match.viaSynonym === null ? null : normaliseText(match.viaSynonym).text;
    check(via === expected.viaSynonym, [match, expected]);
    const isApart = match.spans.every((span, i) => i === 0 || span.from >= match.spans[i - 1]!.to);
    check(isApart, ['overlap', match]);
    check((match.tier === 'missing') === (match.spans.length === 0), ['spans', match]);
    const isWhole = match.tier !== 'partial' && match.tier !== 'missing';
    check(isWhole === (match.missingParts.length === 0), ['missing parts', match]);
  }
  return found;
}

/** A longer run found nothing (20,000 of each, 2026-11); this many keep a slow machine in time. */
const RUNS = 400;
const TIMEOUT_MS = 60_000;

const title = (alphabet: string[], maxLength: number) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength }).map((parts) => parts.join(''));

function words(alphabet: string[], maxLength: number) {
  const text = fc
    .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength })
    .map((parts) => parts.join(''))
    .filter((word) => word.trim() !== '');
  return fc.array(
    fc
      .record({
        word: text,
        synonyms: fc.oneof(
          { weight: 3, arbitrary: fc.constant<string[]>([]) },
          fc.array(text, { maxLength: 2 }),
        ),
        atomic: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
      })
      .map((one) => keyword(one.word, one)),
    { minLength: 1, maxLength: 12 },
  );
}

test.each([
  ['few Chinese characters, so that roots overlap and repeat', ['防', '晒', '衣', '女'], 14, 7],
  ['Chinese and ASCII, with blanks and marks', ['防', '衣', 'a', 'b', '5', ' ', '.', '+'], 12, 7],
  [
    'characters outside the basic plane, emoji, full width',
    ['𠮷', '防', '😊', 'Ａ', '５', '衣'],
    10,
    6,
  ],
])(
  'agrees with the oracle: %s',
  (_, alphabet, titleLength, wordLength) => {
    fc.assert(
      fc.property(
        words(alphabet, wordLength),
        title(alphabet, titleLength),
        fc.nat({ max: 6 }),
        (...sample) => {
          expect(disagreements(...sample)).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);

test(
  'agrees with the oracle on words as operators have them',
  () => {
    const roots = [
      '防晒衣',
      '女',
      '女款',
      '夏季',
      '冰丝',
      '透气',
      'UPF50+',
      'ins',
      '2026',
      '薄',
      '外套',
    ];
    const word = fc
      .array(fc.constantFrom(...roots), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(''));
    const bank = fc.array(
      word.map((one) => keyword(one)),
      { minLength: 1, maxLength: 30 },
    );
    const titles = fc
      .array(fc.constantFrom(...roots, ' ', '新款', '/', '防晒'), { maxLength: 10 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(bank, titles, fc.nat({ max: 8 }), (...sample) => {
        expect(disagreements(...sample)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);

test.each([
  [
    'a dense title of 60 characters',
    '女防晒衣'.repeat(15),
    ['女衣', '衣女晒', '防防', '晒衣防女防晒', '衣'.repeat(5)],
  ],
  [
    'ten thousand words of one head',
    '最新最好最美',
    Array.from({ length: 3000 }, (_, i) => `最${i}`),
  ],
  [
    'a keyword of 20 characters',
    '夏季冰丝防晒衣女款薄外套',
    ['夏季冰丝防晒衣女款薄外套透气防紫外线大码', '夏季冰丝防晒衣女款薄外套'],
  ],
  ['roots that share characters', '儿童装', ['儿童童装', '童装儿童', '儿童', '童装']],
  ['a word of one character many times', '女女', ['女女女', '女男女', '女女']],
  ['full-width digits and emoji', '５０次😊洗', ['50次', '150次', '次洗', '洗50次']],
])('agrees with the oracle on %s', (_, text, list) => {
  // Lists hold 200, so that larger banks are compared in parts.
  for (let at = 0; at < list.length; at += 200)
    for (const nearWindow of [0, 3, 60])
      expect(
        disagreements(
          list.slice(at, at + 200).map((one) => keyword(one)),
          text,
          nearWindow,
        ),
      ).toEqual([]);
});
