import type { Place } from '../benchmark/benchmark';
import type { Impression } from '../listing/snapshot';

/** 通过, 部分, 缺失, 需人工, 不适用, 读不到. */
export type CheckState =
  | 'pass'
  | 'partial'
  | 'missing'
  | 'manual'
  | 'not-applicable'
  | 'unreadable';

/**
 * A quoted piece of the page. `quote` is the page's own text around the hit, `from`/`to` the hit
 * within the quote; `place` and `index` say where it stands (the attribute's or promotion's index),
 * `offset` where the quote begins in that text, so that the page can be scrolled to it.
 */
export type Evidence = {
  place: Place;
  index: number | null;
  offset: number;
  quote: string;
  from: number;
  to: number;
  /** The phrase or synonym that was found. */
  phrase: string;
  synonym: boolean;
};

/** The state of one selling point on one listing. */
export type PointCheck = {
  pointId: string;
  name: string;
  mustHave: boolean;
  state: CheckState;
  evidence: Evidence[];
  /** Phrases that were looked for and not found. */
  notFound: string[];
  /**
   * Why, where the state alone does not say it: the text was negated (不含酒精), found in a place
   * that does not count, the detail is images only, the field was not read, or set by hand.
   */
  reason: 'negated' | 'wrong-place' | 'images-only' | 'not-read' | 'by-hand' | 'manual' | null;
  /** The hand-set verdict's note and time, where the state is by hand. */
  verdict: { note: string; atMs: number } | null;
};

/** The whole checklist; `passed` of `total` counts only applicable points. */
export type Checklist = {
  points: PointCheck[];
  passed: number;
  total: number;
  counts: Record<CheckState, number>;
  /** Review impressions that no selling point covers. */
  uncoveredImpressions: Impression[];
};
