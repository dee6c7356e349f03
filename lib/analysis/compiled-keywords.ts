import type { Keyword, KeywordClass } from '../benchmark/keyword';
import { normaliseText } from '../listing/title-text';
import { borderNeeds } from '../listing/word-border';
import type { WeightMetric } from './coverage-result';
import { mergeAlike, type MergedKeywords } from './merged-keywords';
import type { Numbered } from './packed-texts';
import { rootPostings, type RootPostings } from './root-postings';
import { intlSegmenter, rootFinder, SINGLE_ROOTS, type GapSegmenter } from './root-splitter';
import { TrieBuilder, type Trie } from './trie';
import { chooseWeightMetric } from './weight-metric';
import type { WeightSum } from './weighted-share';

/** Lists of lists in two arrays: list `i` is `items` from `starts[i]` to `starts[i + 1]`. */
export type ListOfLists = { starts: Int32Array; items: Int32Array };

/**
 * A benchmark's keywords made ready for matching; typed arrays and texts by number only, so it
 * can be cached. Keywords are numbered by weight: the heaviest is 0, those without a
 * weight come last in the bank's order. A *form* is one spelling of a keyword, its own or a
 * synonym's; a keyword's own form comes first. A *pattern* is a text of the trie: a form's whole
 * text, or a root.
 */
export type CompiledKeywords = {
  trie: Trie;
  /** By pattern: its text. */
  patterns: Numbered<string>;
  /** By pattern: 1 when it must begin at a word border, 2 when it must end at one. */
  patternBorders: Uint8Array;
  words: Numbered<string>;
  classes: Numbered<KeywordClass | null>;
  mustHave: Uint8Array;
  /** The must-have keywords, ascending. */
  mustHaves: Int32Array;
  weightMetric: WeightMetric | null;
  /** By keyword; NaN where it has no figure of the weight metric. */
  weightMin: Float64Array;
  weightMax: Float64Array;
  /** All weights together, and how many keywords carry one: the first so many. */
  weightTotal: WeightSum;
  weightedWords: number;
  /** By keyword: its own form. */
  ownForm: Int32Array;
  /** By form. `formText` is the raw spelling, `formSize` the length of the normalised one. */
  formKeyword: Int32Array;
  formText: Numbered<string>;
  formSize: Int32Array;
  /** By form: the pattern of its whole text. */
  formPattern: Int32Array;
  /** By form: the patterns of its roots in order; a form of one root has none. */
  formRoots: ListOfLists;
  /** By root of `formRoots.items`, two each: where it stands in the raw spelling. */
  rootSpans: Int32Array;
  /** By pattern: the forms that it is the whole text of. */
  wholeOf: ListOfLists;
  roots: RootPostings;
};

/**
 * Compiles keywords for `titleCoverage`. Words that are alike once normalised count once: the
 * first's spelling stays, their figures span a range, their synonyms and marks are united. A word
 * of which nothing is left once normalised (only marks) is left out.
 */
export function compileKeywords(
  keywords: readonly Keyword[],
  segmentGap: GapSegmenter = intlSegmenter(),
): CompiledKeywords {
  const weightMetric = chooseWeightMetric(keywords);
  const builder = new TrieBuilder();
  for (const word of SINGLE_ROOTS) builder.add(word);
  const merged = mergeAlike(keywords, weightMetric, builder);
  const forms = listForms(merged, builder);
  const { roots: formRoots, rootSpans } = splitForms(forms, merged, builder, segmentGap);
  const { patterns } = builder;
  const { size, mustHave, weightMin, weightMax, weightedWords } = merged;
  const { formKeyword, formPattern, formText } = forms;

  return {
    trie: builder.finish(),
    patterns,
    patternBorders: patternBorders(patterns),
    words: merged.words,
    classes: merged.classes,
    mustHave,
    mustHaves: indicesOf(mustHave),
    weightMetric,
    weightMin,
    weightMax,
    weightTotal: {
      min: sumOf(weightMin, weightedWords),
      max: sumOf(weightMax, weightedWords),
    },
    weightedWords,
    ownForm: forms.ownForm,
    formKeyword,
    formText,
    formSize: forms.formSize,
    formPattern,
    formRoots,
    rootSpans,
    wholeOf: inverted(formPattern, patterns.length),
    roots: rootPostings(formRoots, formKeyword, size, patterns.length),
  };
}

type Forms = Pick<CompiledKeywords, 'ownForm' | 'formKeyword' | 'formSize' | 'formPattern'> & {
  formText: string[];
};

/** The forms of the keywords, a keyword's own before its synonyms. */
function listForms(
  { size, words, patterns, synonyms }: MergedKeywords,
  builder: TrieBuilder,
): Forms {
  let count = size;
  for (const list of synonyms.values()) count += list.length;
  const ownForm = new Int32Array(size);
  const formKeyword = new Int32Array(count);
  const formPattern = new Int32Array(count);
  const formSize = new Int32Array(count);
  const formText: string[] = [];
  const addForm = (keyword: number, raw: string, pattern: number) => {
    const form = formText.length;
    formText.push(raw);
    formKeyword[form] = keyword;
    formPattern[form] = pattern;
    formSize[form] = builder.patterns[pattern]!.length;
  };
  for (let keyword = 0; keyword < size; keyword++) {
    ownForm[keyword] = formText.length;
    addForm(keyword, words[keyword]!, patterns[keyword]!);
    const others = synonyms.size === 0 ? undefined : synonyms.get(keyword);
    for (const { text, raw } of others ?? []) addForm(keyword, raw, builder.add(text));
  }
  return { ownForm, formKeyword, formText, formSize, formPattern };
}

function splitForms(
  { formKeyword, formPattern, formText }: Forms,
  merged: MergedKeywords,
  builder: TrieBuilder,
  segmentGap: GapSegmenter,
): { roots: ListOfLists; rootSpans: Int32Array } {
  const texts = builder.patterns.slice();
  const atomic = new Set<string>();
  for (let form = 0; form < formKeyword.length; form++)
    if (merged.atomic[formKeyword[form]!] === 1) atomic.add(texts[formPattern[form]!]!);
  const find = rootFinder(builder.view(), atomic, segmentGap);
  const starts = new Int32Array(formKeyword.length + 1);
  const items: number[] = [];
  const spans: number[] = [];
  for (let form = 0; form < formKeyword.length; form++) {
    const { count, from, to, pattern } = find(texts[formPattern[form]!]!);
    // A form of one root has none.
    const listed = count > 1 ? count : 0;
    for (let i = 0; i < listed; i++) {
      items.push(pattern[i]!);
      spans.push(from[i]!, to[i]!);
    }
    starts[form + 1] = items.length;
  }
  // Only now: a root that becomes a pattern earlier would be a word of the bank to the forms after it.
  for (let form = 0; form < formKeyword.length; form++) {
    const text = texts[formPattern[form]!]!;
    const raw = formText[form]!;
    const map = raw === text ? null : normaliseText(raw).map;
    for (let i = starts[form]!; i < starts[form + 1]!; i++) {
      const from = spans[2 * i]!;
      const to = spans[2 * i + 1]!;
      if (items[i] === -1) items[i] = builder.add(text.slice(from, to));
      if (map === null) continue;
      spans[2 * i] = map.from[from]!;
      spans[2 * i + 1] = map.to[to - 1]!;
    }
  }
  return { roots: { starts, items: Int32Array.from(items) }, rootSpans: Int32Array.from(spans) };
}

function patternBorders(patterns: readonly string[]): Uint8Array {
  const borders = new Uint8Array(patterns.length);
  for (let i = 0; i < patterns.length; i++) {
    const needs = borderNeeds(patterns[i]!);
    borders[i] = (needs.start ? 1 : 0) | (needs.end ? 2 : 0);
  }
  return borders;
}

function indicesOf(marks: Uint8Array): Int32Array {
  const indices: number[] = [];
  for (let i = 0; i < marks.length; i++) if (marks[i] === 1) indices.push(i);
  return Int32Array.from(indices);
}

function sumOf(values: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  return sum;
}

/** Turns "form is pattern" into "pattern is of forms", in ascending order. */
function inverted(patternOf: Int32Array, size: number): ListOfLists {
  const starts = new Int32Array(size + 1);
  for (const pattern of patternOf) starts[pattern + 1]!++;
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!;
  const items = new Int32Array(patternOf.length);
  const next = starts.slice(0, size);
  for (let form = 0; form < patternOf.length; form++) items[next[patternOf[form]!]!++] = form;
  return { starts, items };
}
