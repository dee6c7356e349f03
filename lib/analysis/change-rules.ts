import type { Ladder } from '../benchmark/benchmark';
import type { Price } from '../listing/price';
import type { Change } from './change-result';
import type { CompiledKeywords } from './compiled-keywords';
import { positionOf, shareOf, type ShareSpan } from './price-arithmetic';
import { titleCoverage } from './title-coverage';

/**
 * A free amount, for all listings, those of a list, or one: the public price that comes to be below
 * (or above) it is marked.
 */
export type AmountRule = {
  id: string;
  of: { kind: 'all' } | { kind: 'list'; listId: string } | { kind: 'listing'; listingId: string };
  side: 'below' | 'above';
  fen: number;
};

/**
 * Which changes the operator wants marked.
 * - `ladder`: a price moved to the other side of one of my lines
 * - `percent`: the public price moved by at least so many percent, null for off
 * - `promotion`: a promotion started · `keyword`: a title took one of my keywords
 * - `offShelf`: the listing is gone, or back · `amounts`: free amounts that the price may cross
 */
export type ChangeRules = {
  ladder: boolean;
  percent: number | null;
  promotion: boolean;
  keyword: boolean;
  /** Absent in settings of before it: marked. */
  offShelf?: boolean | undefined;
  amounts?: AmountRule[] | undefined;
};

/** Why a change is marked, with what it was held against. */
export type RuleMatch =
  | { rule: 'ladder'; rung: keyof typeof RUNGS; lineFen: number; now: 'below' | 'above' }
  | {
      rule: 'amount';
      lineFen: number;
      now: 'below' | 'above';
      of: 'all' | 'list' | 'listing';
      /** The list's name; null for all listings, and for one. */
      list: string | null;
    }
  | { rule: 'percent'; share: ShareSpan; atLeast: number }
  | { rule: 'promotion' }
  | { rule: 'keyword'; words: string[] }
  | { rule: 'off-shelf' };

/**
 * What of the operator's a change is held against; null where no benchmark fits the listing.
 * `lists` are those that the listing is on.
 */
export type RuleLines = {
  listingId: string;
  lists: readonly { id: string; name: string }[];
  ladder: Ladder | null;
  compiled: CompiledKeywords | null;
};

const RUNGS = {
  daily: { line: 'dailyFen', which: 'public' },
  promo: { line: 'promoFen', which: 'public' },
  member: { line: 'memberFen', which: 'final' },
  floor: { line: 'floorFen', which: 'public' },
} as const;

/**
 * Which rules a change meets. Of ranges only what is sure counts: whatever the true amounts are.
 * A keyword counts as taken where it stands whole within the added words; one that needs a word
 * which was there before is not told.
 */
export function matchRules(change: Change, lines: RuleLines, rules: ChangeRules): RuleMatch[] {
  switch (change.kind) {
    case 'price':
      return [
        ...(rules.ladder && lines.ladder !== null ? crossed(change, lines.ladder) : []),
        ...(rules.amounts ?? []).flatMap((amount) => crossedAmount(change, amount, lines)),
        ...(rules.percent === null ? [] : moved(change, rules.percent)),
      ];
    case 'promotion-started':
      return rules.promotion ? [{ rule: 'promotion' }] : [];
    case 'title': {
      const { compiled } = lines;
      if (!rules.keyword || compiled === null) return [];
      const words = new Set(change.added.flatMap((added) => keywordsIn(added, compiled)));
      return words.size === 0 ? [] : [{ rule: 'keyword', words: [...words] }];
    }
    case 'off-shelf':
    case 'on-shelf':
      return rules.offShelf === false ? [] : [{ rule: 'off-shelf' }];
    case 'ledger':
    case 'promotion-ended':
    case 'attribute':
    case 'sku-added':
    case 'sku-removed':
    case 'count':
    case 'score':
    case 'impressions':
      return [];
  }
}

type PriceChange = Extract<Change, { kind: 'price' }>;

/** The lines that lie between the two prices; the member line meets the account's price only. */
function crossed(change: PriceChange, ladder: Ladder): RuleMatch[] {
  return Object.entries(RUNGS).flatMap(([name, { line, which }]): RuleMatch[] => {
    const lineFen = ladder[line];
    if (lineFen === null || which !== change.which) return [];
    const now = sideTaken(change, lineFen);
    if (now === null) return [];
    return [{ rule: 'ladder', rung: name as keyof typeof RUNGS, lineFen, now }];
  });
}

/** The side of a line that a price came to stand on and did not stand on before; null for none. */
function sideTaken(change: PriceChange, lineFen: number): 'below' | 'above' | null {
  const [was, now] = [positionOf(change.before, lineFen), positionOf(change.after, lineFen)];
  if (was === 'unclear' || was === now) return null;
  return now === 'below' || now === 'above' ? now : null;
}

function crossedAmount(change: PriceChange, amount: AmountRule, lines: RuleLines): RuleMatch[] {
  const { of, side, fen } = amount;
  if (change.which !== 'public' || sideTaken(change, fen) !== side) return [];
  const match = { rule: 'amount', lineFen: fen, now: side, of: of.kind, list: null } as const;
  switch (of.kind) {
    case 'all':
      return [match];
    case 'listing':
      return of.listingId === lines.listingId ? [match] : [];
    case 'list': {
      const list = lines.lists.find(({ id }) => id === of.listId);
      return list === undefined ? [] : [{ ...match, list: list.name }];
    }
  }
}

function moved(change: PriceChange, atLeast: number): RuleMatch[] {
  if (change.which !== 'public' || !movedBy(change.before, change.after, atLeast)) return [];
  const share = shareOf(change.after, change.before);
  return share === null ? [] : [{ rule: 'percent', share, atLeast }];
}

/** In integers: a share of floats would miss 5 % by a hair. */
function movedBy(before: Price, after: Price, percent: number): boolean {
  const fell = after.maxFen !== null && after.maxFen * 100 <= before.minFen * (100 - percent);
  const rose = before.maxFen !== null && after.minFen * 100 >= before.maxFen * (100 + percent);
  return fell || rose;
}

function keywordsIn(added: string, compiled: CompiledKeywords): string[] {
  const { matches } = titleCoverage(compiled, added, { nearWindow: 0, limitUnits: 60 });
  return matches.filter(({ tier }) => tier === 'contiguous').map(({ word }) => word);
}
