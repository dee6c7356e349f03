import type { Benchmark, SellingPoint } from '../../lib/benchmark/benchmark';
import { parseYuan, yuanInputText } from './yuan-input';

export const RUNGS = ['daily', 'promo', 'member', 'floor'] as const;
export type RungName = (typeof RUNGS)[number];

/** A shop-score threshold as typed. */
export type ScoreDraft = { key: string; name: string; min: string };

/**
 * A benchmark while it is edited: amounts and numbers stay text until they are saved, so that what
 * was typed is never changed under the operator's hands.
 */
export type BenchmarkDraft = Omit<
  Benchmark,
  'ladder' | 'scoreThresholds' | 'titleLimitUnits' | 'nearWindow'
> & {
  ladder: Record<RungName, string>;
  scores: ScoreDraft[];
  titleLimit: string;
  nearWindow: string;
};

/** What keeps a draft from being saved; `field` names the input, `code` has a sentence. */
export type DraftProblem = {
  field: string;
  code:
    | 'name-empty'
    | 'name-long'
    | 'amount'
    | 'amount-fine'
    | 'amount-large'
    | 'point-name'
    | 'score-name'
    | 'score-number'
    | 'title-limit'
    | 'near-window'
    | 'word-long';
};

/** The draft of a stored benchmark. */
export function draftOf(benchmark: Benchmark): BenchmarkDraft {
  const { ladder, scoreThresholds, titleLimitUnits, nearWindow, ...rest } = benchmark;
  return {
    ...rest,
    ladder: {
      daily: yuanInputText(ladder.dailyFen),
      promo: yuanInputText(ladder.promoFen),
      member: yuanInputText(ladder.memberFen),
      floor: yuanInputText(ladder.floorFen),
    },
    scores: scoreThresholds.map(({ name, min }, index) => ({
      key: `s${index}`,
      name,
      min: String(min),
    })),
    titleLimit: String(titleLimitUnits),
    nearWindow: String(nearWindow),
  };
}

/** A new benchmark's draft; 60 half-width units is a common statement, not a rule (see the editor). */
export function emptyDraft(id: string, name: string): BenchmarkDraft {
  return draftOf({
    id,
    name,
    role: null,
    pinnedListingIds: [],
    shopIds: [],
    categoryWords: [],
    sellingPoints: [],
    ladder: { dailyFen: null, promoFen: null, memberFen: null, floorFen: null },
    scoreThresholds: [],
    titleLimitUnits: 60,
    nearWindow: 4,
  });
}

/** The benchmark that a draft stands for, or everything that has to be put right first. */
export function benchmarkOf(
  draft: BenchmarkDraft,
): { ok: true; benchmark: Benchmark } | { ok: false; problems: DraftProblem[] } {
  const problems: DraftProblem[] = [];
  const name = draft.name.trim();
  if (name === '') problems.push({ field: 'name', code: 'name-empty' });
  if (name.length > 100) problems.push({ field: 'name', code: 'name-long' });

  const fen = (rung: RungName): number | null => {
    const input = parseYuan(draft.ladder[rung]);
    if (input.state === 'empty') return null;
    if (input.state === 'fen') return input.fen;
    const code = {
      'not-an-amount': 'amount',
      'too-fine': 'amount-fine',
      'too-large': 'amount-large',
    };
    problems.push({ field: rung, code: code[input.why] as DraftProblem['code'] });
    return null;
  };
  const whole = (
    text: string,
    low: number,
    high: number,
    field: 'title-limit' | 'near-window',
  ): number => {
    const plain = text.normalize('NFKC').trim();
    const value = /^\d{1,4}$/.test(plain) ? Number(plain) : Number.NaN;
    if (value >= low && value <= high) return value;
    problems.push({ field, code: field });
    return low;
  };

  const ladder = {
    dailyFen: fen('daily'),
    promoFen: fen('promo'),
    memberFen: fen('member'),
    floorFen: fen('floor'),
  };
  const titleLimitUnits = whole(draft.titleLimit, 2, 400, 'title-limit');
  const nearWindow = whole(draft.nearWindow, 0, 60, 'near-window');
  const sellingPoints = draft.sellingPoints.map((point) => savedPoint(point, problems));
  const scoreThresholds = draft.scores.map((score) => savedScore(score, problems));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    benchmark: {
      id: draft.id,
      name,
      role: draft.role,
      pinnedListingIds: draft.pinnedListingIds,
      shopIds: draft.shopIds,
      categoryWords: draft.categoryWords,
      sellingPoints,
      ladder,
      scoreThresholds,
      titleLimitUnits,
      nearWindow,
    },
  };
}

/** A point without phrases is looked for by its own name. */
function savedPoint(point: SellingPoint, problems: DraftProblem[]): SellingPoint {
  const name = point.name.trim();
  const field = `point-${point.id}`;
  if (name === '') problems.push({ field, code: 'point-name' });
  if (name.length > 100) problems.push({ field, code: 'name-long' });
  return { ...point, name, phrases: point.phrases.length === 0 ? [name] : point.phrases };
}

function savedScore(score: ScoreDraft, problems: DraftProblem[]): { name: string; min: number } {
  const field = `score-${score.key}`;
  const name = score.name.trim();
  const text = score.min.normalize('NFKC').trim();
  const min = /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (name === '' || name.length > 100) problems.push({ field, code: 'score-name' });
  if (!(min >= 0 && min <= 100)) problems.push({ field, code: 'score-number' });
  return { name, min };
}

/** True when two drafts would be saved alike; order counts. */
export function sameDraft(a: BenchmarkDraft, b: BenchmarkDraft): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A new, empty selling point. */
export function emptyPoint(id: string): SellingPoint {
  return {
    id,
    name: '',
    phrases: [],
    match: 'any',
    synonyms: [],
    places: [],
    mustHave: false,
    manual: false,
  };
}
