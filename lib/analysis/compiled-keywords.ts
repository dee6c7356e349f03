import type { Keyword, KeywordClass } from '../benchmark/keyword';
import { normaliseText, normalText } from '../listing/title-text';
import { borderNeeds } from '../listing/word-border';
import type { WeightMetric } from './coverage-result';
import { bankSplitter, intlSegmenter, SINGLE_ROOTS, type GapSegmenter } from './root-splitter';
import { TrieBuilder, type Trie } from './trie';
import { chooseWeightMetric, weightOf } from './weight-metric';
import type { WeightSum } from './weighted-share';

/** Lists of lists in two arrays: list `i` is `items` from `starts[i]` to `starts[i + 1]`. */
export type ListOfLists = { starts: Int32Array; items: Int32Array };

/**
 * A benchmark's keywords made ready for matching; typed arrays and strings only, so it can be
 * cached and transferred. Keywords are numbered by weight: the heaviest is 0, those without a
 * weight come last in the bank's order. A *form* is one spelling of a keyword, its own or a
 * synonym's; a keyword's own form comes first. A *pattern* is a text of the trie: a form's whole
 * text, or a root.
 */
export type CompiledKeywords = {
  trie: Trie;
  /** By pattern: its text. */
  patterns: string[];
  /** By pattern: 1 when it must begin at a word border, 2 when it must end at one. */
  patternBorders: Uint8Array;
  words: string[];
  classes: (KeywordClass | null)[];
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
  formText: string[];
  formSize: Int32Array;
  /** By form: the pattern of its whole text. */
  formPattern: Int32Array;
  /** By form: the patterns of its roots in order; a form of one root has none. */
  formRoots: ListOfLists;
  /** By root of `formRoots.items`, two each: where it stands in the raw spelling. */
  rootSpans: Int32Array;
  /** By pattern: the forms that it is the whole text of. */
  wholeOf: ListOfLists;
  /** By pattern: the forms that it is a root of, each once. */
  rootOf: ListOfLists;
  /** By form: how many different roots it has. */
  formDistinctRoots: Uint8Array;
};

type Entry = {
  keyword: Keyword;
  text: string;
  atomic: boolean;
  mustHave: boolean;
  class: KeywordClass | null;
  synonyms: { text: string; raw: string }[];
  weight: { min: number; max: number } | null;
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
  const entries = ranked(mergeAlike(keywords, weightMetric));
  const builder = new TrieBuilder();
  for (const word of SINGLE_ROOTS) builder.add(word);

  const ownForm = new Int32Array(entries.length);
  const formKeyword: number[] = [];
  const formText: string[] = [];
  const formNormal: string[] = [];
  const formPattern: number[] = [];
  const atomic = new Set<string>();
  entries.forEach((entry, index) => {
    ownForm[index] = formKeyword.length;
    const addForm = (text: string, raw: string) => {
      formKeyword.push(index);
      formText.push(raw);
      formNormal.push(text);
      formPattern.push(builder.add(text));
      if (entry.atomic) atomic.add(text);
    };
    addForm(entry.text, entry.keyword.word);
    for (const synonym of entry.synonyms) addForm(synonym.text, synonym.raw);
  });

  const split = bankSplitter(builder.view(), atomic, segmentGap);
  const rootsOf = formNormal.map((text) => {
    const roots = split(text);
    return roots.length < 2 ? [] : roots;
  });
  const formRoots = rootsOf.map((roots, form) =>
    roots.map(({ from, to }) => builder.add(formNormal[form]!.slice(from, to))),
  );
  const distinct = formRoots.map((roots) => roots.filter((root, i) => roots.indexOf(root) === i));
  const { patterns } = builder;
  const weights = entries.flatMap((entry) => entry.weight ?? []);

  return {
    trie: builder.finish(),
    patterns,
    patternBorders: Uint8Array.from(patterns, (pattern) => {
      const needs = borderNeeds(pattern);
      return (needs.start ? 1 : 0) | (needs.end ? 2 : 0);
    }),
    words: entries.map((entry) => entry.keyword.word),
    classes: entries.map((entry) => entry.class),
    mustHave: Uint8Array.from(entries, (entry) => (entry.mustHave ? 1 : 0)),
    mustHaves: Int32Array.from(entries.flatMap((entry, index) => (entry.mustHave ? index : []))),
    weightMetric,
    weightTotal: {
      min: weights.reduce((sum, weight) => sum + weight.min, 0),
      max: weights.reduce((sum, weight) => sum + weight.max, 0),
    },
    weightedWords: weights.length,
    weightMin: Float64Array.from(entries, (entry) => entry.weight?.min ?? Number.NaN),
    weightMax: Float64Array.from(entries, (entry) => entry.weight?.max ?? Number.NaN),
    ownForm,
    formKeyword: Int32Array.from(formKeyword),
    formText,
    formSize: Int32Array.from(formNormal, (text) => text.length),
    formPattern: Int32Array.from(formPattern),
    formRoots: listOfLists(formRoots),
    rootSpans: rawSpans(formText, formNormal, rootsOf),
    wholeOf: inverted(
      formPattern.map((pattern) => [pattern]),
      patterns.length,
    ),
    rootOf: inverted(distinct, patterns.length),
    formDistinctRoots: Uint8Array.from(distinct, (roots) => roots.length),
  };
}

function rawSpans(
  raws: string[],
  normals: string[],
  roots: { from: number; to: number }[][],
): Int32Array {
  const spans: number[] = [];
  raws.forEach((raw, form) => {
    if (roots[form]!.length === 0) return;
    const map = raw === normals[form] ? null : normaliseText(raw).map;
    for (const { from, to } of roots[form]!) {
      if (map === null) spans.push(from, to);
      else spans.push(map.from[from]!, map.to[to - 1]!);
    }
  });
  return Int32Array.from(spans);
}

function mergeAlike(keywords: readonly Keyword[], metric: WeightMetric | null): Entry[] {
  const byText = new Map<string, Entry>();
  for (const keyword of keywords) {
    const text = normalText(keyword.word);
    if (text === '') continue;
    const weight = weightOf(keyword.metrics, metric);
    let entry = byText.get(text);
    if (entry === undefined) {
      const { atomic, mustHave } = keyword;
      entry = {
        keyword,
        text,
        atomic,
        mustHave,
        class: keyword.class,
        synonyms: [],
        weight,
      };
      byText.set(text, entry);
    } else {
      entry.atomic ||= keyword.atomic;
      entry.mustHave ||= keyword.mustHave;
      entry.class ??= keyword.class;
      if (weight !== null && entry.weight !== null)
        entry.weight = {
          min: Math.min(weight.min, entry.weight.min),
          max: Math.max(weight.max, entry.weight.max),
        };
      else entry.weight ??= weight;
    }
    for (const raw of keyword.synonyms) {
      const other = normalText(raw);
      const isKnown = other === text || entry.synonyms.some((synonym) => synonym.text === other);
      if (other !== '' && !isKnown) entry.synonyms.push({ text: other, raw });
    }
  }
  return [...byText.values()];
}

/** Heaviest first: by the lower end, then the upper; without a weight last, else in order. */
function ranked(entries: Entry[]): Entry[] {
  return entries.toSorted((a, b) => {
    if (a.weight === null || b.weight === null)
      return (a.weight === null ? 1 : 0) - (b.weight === null ? 1 : 0);
    return b.weight.min - a.weight.min || b.weight.max - a.weight.max;
  });
}

function listOfLists(lists: number[][]): ListOfLists {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => (starts[i + 1] = starts[i]! + list.length));
  const items = new Int32Array(starts[lists.length]!);
  lists.forEach((list, i) => items.set(list, starts[i]));
  return { starts, items };
}

/** Turns "form has patterns" into "pattern is had by forms", in ascending order. */
function inverted(lists: number[][], size: number): ListOfLists {
  const starts = new Int32Array(size + 1);
  for (const list of lists) for (const item of list) starts[item + 1]!++;
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!;
  const items = new Int32Array(starts[size]!);
  const next = starts.slice(0, size);
  lists.forEach((list, form) => {
    for (const item of list) items[next[item]!++] = form;
  });
  return { starts, items };
}
