import type { Price } from '../listing/price';

/** One thing that is different since the last visit, old → new. */
export type Change =
  | {
      kind: 'price';
      series: string;
      which: 'public' | 'final' | 'list';
      before: Price;
      after: Price;
    }
  | { kind: 'title'; added: string[]; removed: string[] }
  | { kind: 'promotion-started' | 'promotion-ended'; text: string }
  | { kind: 'attribute'; name: string; before: string | null; after: string | null }
  | { kind: 'sku-added' | 'sku-removed'; names: string[] }
  | { kind: 'count'; which: 'images' | 'sales' | 'reviews'; before: string; after: string }
  | { kind: 'score'; name: string; before: string; after: string };

/** The changes of one visit against the one before it. */
export type ChangeSet = { listingId: string; atMs: number; sinceMs: number; changes: Change[] };
