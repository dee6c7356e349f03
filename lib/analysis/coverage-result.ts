import type { KeywordClass, Metric } from '../benchmark/keyword';

/** A stretch of the raw title in UTF-16 offsets, `to` exclusive. */
export type Span = { from: number; to: number };

/** 连续, 相邻, 分散, 部分, 缺失. Tiers claim nothing about search rank. */
export type MatchTier = 'contiguous' | 'near' | 'scattered' | 'partial' | 'missing';

/** How one keyword stands in one title. */
export type KeywordMatch = {
  word: string;
  tier: MatchTier;
  /** Where its parts stand; empty for a missing word. */
  spans: Span[];
  /** The synonym that matched in its stead, null where the word itself did. */
  viaSynonym: string | null;
  /** The parts that the title lacks; empty unless partial or missing. */
  missingParts: string[];
  class: KeywordClass | null;
  mustHave: boolean;
  /** The figure of the coverage's own metric, null where the word has none of that kind. */
  weight: Metric | null;
};

/** Which kind, source and period the weights of a coverage are of. */
export type WeightMetric = Pick<Metric, 'kind' | 'source' | 'period'>;

/**
 * Coverage of one title by one benchmark's keywords.
 * - `covered` counts contiguous, near and scattered words; `total` all of them
 * - `weightedShare` is 0 to 1, a range where weights are ranges, null where no word has a weight
 * - `matches` holds covered and partial words, `missing` the missing ones by weight; both are cut
 *   at `MAX_LISTED`, the counts are not
 */
export type TitleCoverage = {
  total: number;
  counts: Record<MatchTier, number>;
  covered: number;
  weightMetric: WeightMetric | null;
  weightedShare: { min: number; max: number } | null;
  /** How many of the words carry a weight of that metric. */
  weightedWords: number;
  matches: KeywordMatch[];
  missing: KeywordMatch[];
  mustHaveMissing: string[];
  length: TitleLength;
  repeated: { word: string; count: number; spans: Span[] }[];
};

/** Title length: a 汉字 or full-width character is 2 half-width units; spaces count. */
export type TitleLength = { units: number; characters: number; limitUnits: number };
