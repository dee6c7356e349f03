import type { Keyword, KeywordClass } from '../benchmark/keyword';
import { normalText } from '../listing/title-text';
import type { WeightMetric } from './coverage-result';
import type { TrieBuilder } from './trie';
import { weightOf } from './weight-metric';

/**
 * Keywords by columns, those alike once normalised as one, numbered by weight: the heaviest is 0,
 * those without a weight (NaN) come last in the bank's order.
 */
export type MergedKeywords = {
  size: number;
  /** As first spelled. */
  words: string[];
  /** The pattern of each one's normalised text. */
  patterns: Int32Array;
  atomic: Uint8Array;
  mustHave: Uint8Array;
  classes: (KeywordClass | null)[];
  weightMin: Float64Array;
  weightMax: Float64Array;
  weightedWords: number;
  /** By keyword, where there are any: normalised, each once and none the word itself. */
  synonyms: Map<number, { text: string; raw: string }[]>;
};

/** Merges keywords and adds their texts to the trie, which holds no other keyword yet. */
export function mergeAlike(
  keywords: readonly Keyword[],
  metric: WeightMetric | null,
  builder: TrieBuilder,
): MergedKeywords {
  // Entries are numbered as they are met here, and renumbered by weight at the end.
  const entryOf = new Int32Array(builder.patterns.length + keywords.length).fill(-1);
  const patterns = new Int32Array(keywords.length);
  const first: Keyword[] = [];
  const min = new Float64Array(keywords.length).fill(Number.NaN);
  const max = min.slice();
  const atomic = new Uint8Array(keywords.length);
  const mustHave = new Uint8Array(keywords.length);
  const classes: (KeywordClass | null)[] = [];
  const synonyms = new Map<number, { text: string; raw: string }[]>();

  for (const keyword of keywords) {
    const text = normalText(keyword.word);
    if (text === '') continue;
    const pattern = builder.add(text);
    let entry = entryOf[pattern]!;
    if (entry === -1) {
      entry = entryOf[pattern] = first.length;
      patterns[entry] = pattern;
      first.push(keyword);
      classes.push(keyword.class);
    } else {
      classes[entry] ??= keyword.class;
    }
    if (keyword.atomic) atomic[entry] = 1;
    if (keyword.mustHave) mustHave[entry] = 1;
    const weight = weightOf(keyword.metrics, metric);
    if (weight !== null) {
      const isFirst = Number.isNaN(min[entry]);
      min[entry] = isFirst ? weight.min : Math.min(weight.min, min[entry]!);
      max[entry] = isFirst ? weight.max : Math.max(weight.max, max[entry]!);
    }
    for (const raw of keyword.synonyms) {
      const other = normalText(raw);
      const known = synonyms.get(entry);
      if (other === '' || other === text || known?.some((one) => one.text === other)) continue;
      if (known === undefined) synonyms.set(entry, [{ text: other, raw }]);
      else known.push({ text: other, raw });
    }
  }

  const order = ranked(first.length, min, max);
  const renumbered = new Map<number, { text: string; raw: string }[]>();
  if (synonyms.size > 0)
    order.forEach((entry, keyword) => {
      const list = synonyms.get(entry);
      if (list !== undefined) renumbered.set(keyword, list);
    });
  const size = first.length;
  const words: string[] = [];
  const merged = {
    patterns: new Int32Array(size),
    atomic: new Uint8Array(size),
    mustHave: new Uint8Array(size),
    weightMin: new Float64Array(size),
    weightMax: new Float64Array(size),
  };
  const rankedClasses: (KeywordClass | null)[] = [];
  let weightedWords = 0;
  for (let keyword = 0; keyword < size; keyword++) {
    const entry = order[keyword]!;
    words.push(first[entry]!.word);
    rankedClasses.push(classes[entry]!);
    merged.patterns[keyword] = patterns[entry]!;
    merged.atomic[keyword] = atomic[entry]!;
    merged.mustHave[keyword] = mustHave[entry]!;
    merged.weightMin[keyword] = min[entry]!;
    merged.weightMax[keyword] = max[entry]!;
    if (!Number.isNaN(min[entry]!)) weightedWords++;
  }
  return { size, words, classes: rankedClasses, ...merged, weightedWords, synonyms: renumbered };
}

/** Heaviest first: by the lower end, then the upper; without a weight last, else in order. */
function ranked(size: number, min: Float64Array, max: Float64Array): Int32Array {
  const order = new Int32Array(size);
  // Those without a weight below any that has one, as no figure is negative.
  const low = new Float64Array(size);
  for (let entry = 0; entry < size; entry++) {
    order[entry] = entry;
    low[entry] = Number.isNaN(min[entry]!) ? -1 : min[entry]!;
  }
  return order.sort(
    (a, b) => low[b]! - low[a]! || (low[a] === -1 ? 0 : max[b]! - max[a]!) || a - b,
  );
}
