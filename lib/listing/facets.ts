import * as z from 'zod/mini';
import type { Provenance } from './provenance';
import {
  accountSchema,
  attributeSchema,
  countSchema,
  impressionSchema,
  type ListingSnapshot,
  MAX_TEXT,
  promotionSchema,
  salesSchema,
  scoreSchema,
  skuSchema,
} from './snapshot';
import { normaliseText } from './title-text';
import { isWhole } from './whole-page';

/** Most entries of a list that are kept: twice what a page may have, so that a part joins a whole. */
const MOST = { promotions: 200, attributes: 600, impressions: 200 };

const seen = { atMs: z.int().check(z.gte(0)) };
/** A list that the page drew, instead of giving its data, may be a part of it. */
const listed = { ...seen, isPart: z.boolean() };

/**
 * One thing that a page showed besides its prices, and when. What a later page does not show is not
 * gone: it is told against the last one that did.
 */
export const facetSchema = z.discriminatedUnion('facet', [
  z.object({ facet: z.literal('title'), ...seen, value: z.string().check(z.maxLength(MAX_TEXT)) }),
  z.object({
    facet: z.literal('promotions'),
    ...listed,
    /** Another account or SKU has other ones. */
    account: accountSchema,
    skuId: z.nullable(z.string().check(z.maxLength(64))),
    value: z.array(promotionSchema).check(z.maxLength(MOST.promotions)),
  }),
  z.object({
    facet: z.literal('attributes'),
    ...listed,
    value: z.array(attributeSchema).check(z.maxLength(MOST.attributes)),
  }),
  z.object({
    facet: z.literal('skus'),
    ...seen,
    value: z.array(z.pick(skuSchema, { skuId: true, names: true })).check(z.maxLength(2000)),
  }),
  z.object({ facet: z.literal('images'), ...seen, value: z.int().check(z.gte(0)) }),
  z.object({ facet: z.literal('sales'), ...seen, value: salesSchema }),
  z.object({ facet: z.literal('reviews'), ...seen, value: countSchema }),
  z.object({ facet: z.literal('score'), ...seen, value: scoreSchema }),
  z.object({
    facet: z.literal('impressions'),
    ...listed,
    value: z.array(impressionSchema).check(z.maxLength(MOST.impressions)),
  }),
]);
export type Facet = z.infer<typeof facetSchema>;

/** Most promotions of other accounts and SKUs that are kept. */
const MAX_PROMOTIONS = 8;

/** What is kept beside a newest reading. */
export const shownBeforeSchema = z.array(facetSchema).check(z.maxLength(80));

/** The newest reading of a listing and, of what it lacks, what was shown last. */
export type LastSeen = {
  snapshot: ListingSnapshot;
  shownBefore?: Facet[] | undefined;
};

/** Two facets of one key are the same thing at two times. */
export function facetKey(facet: Facet): string {
  switch (facet.facet) {
    case 'promotions':
      return `promotions ${facet.account} ${facet.skuId ?? ''}`;
    case 'sales':
      return `sales ${facet.value.metric}`;
    case 'score':
      return `score ${facet.value.name}`;
    default:
      return facet.facet;
  }
}

/**
 * What a page showed. Of a gated or degraded one the title only is believed; an empty row of
 * impressions and a score of "-" were not shown.
 */
export function shownIn(snapshot: ListingSnapshot): Facet[] {
  const atMs = snapshot.capturedAtMs;
  const { title, attributes, skus, imageCount, sales, reviewCount, scores } = snapshot;
  const name: Facet[] = title.value === null ? [] : [{ facet: 'title', atMs, value: title.value }];
  if (!isWhole(snapshot)) return name;
  const { promotions, impressions, account, chosenSku } = snapshot;
  const isPart = ({ from }: { from: Provenance | null }) => from?.source === 'dom';
  const one = <T>(value: T | null, facet: (value: T) => Facet) =>
    value === null ? [] : [facet(value)];
  return [
    ...name,
    ...one(promotions.value, (value) => {
      const skuId = chosenSku.value?.skuId ?? null;
      return { facet: 'promotions', atMs, isPart: isPart(promotions), account, skuId, value };
    }),
    ...one(attributes.value, (value) => {
      return { facet: 'attributes', atMs, isPart: isPart(attributes), value };
    }),
    ...one(skus.value, (value) => {
      return {
        facet: 'skus',
        atMs,
        value: value.map(({ skuId, names }) => {
          return { skuId, names };
        }),
      };
    }),
    ...one(imageCount.value, (value) => ({ facet: 'images', atMs, value })),
    ...one(sales.value, (value) => ({ facet: 'sales', atMs, value })),
    ...one(reviewCount.value, (value) => ({ facet: 'reviews', atMs, value })),
    ...(scores.value ?? [])
      .filter(({ value }) => value !== null)
      .map((value): Facet => ({ facet: 'score', atMs, value })),
    ...one(impressions.value?.length === 0 ? null : impressions.value, (value) => {
      return { facet: 'impressions', atMs, isPart: isPart(impressions), value };
    }),
  ];
}

/** Everything that is known to have been shown last, facet by facet. */
export function facetsOf({ snapshot, shownBefore = [] }: LastSeen): Facet[] {
  return newestOfEach(shownBefore, shownIn(snapshot));
}

/** What is to be kept beside a new reading: what it lacks of all that was shown before. */
export function shownBehind(
  known: LastSeen | undefined,
  now: ListingSnapshot,
): { shownBefore?: Facet[] } {
  if (known === undefined) return {};
  const own = new Map(shownIn(now).map((facet) => [facetKey(facet), facet]));
  const lacking = newestOfEach(facetsOf(known), [...own.values()]).filter((facet) => {
    const shown = own.get(facetKey(facet));
    return (
      shown === undefined ||
      ('isPart' in facet && 'isPart' in shown && shown.isPart && !facet.isPart)
    );
  });
  const promotions = lacking
    .filter(({ facet }) => facet === 'promotions')
    .toSorted((a, b) => b.atMs - a.atMs);
  const dropped = new Set(promotions.slice(MAX_PROMOTIONS));
  const kept = lacking.filter((facet) => !dropped.has(facet)).slice(0, 80);
  return kept.length === 0 ? {} : { shownBefore: kept };
}

function newestOfEach(before: readonly Facet[], now: readonly Facet[]): Facet[] {
  const all = new Map(before.map((facet) => [facetKey(facet), facet]));
  for (const facet of now) all.set(facetKey(facet), overPart(all.get(facetKey(facet)), facet));
  return [...all.values()];
}

/** A list that may be a part of the page's, with what is known of the rest. */
function overPart(before: Facet | undefined, now: Facet): Facet {
  if (before === undefined || !('isPart' in before) || !('isPart' in now)) return now;
  if (!now.isPart || before.isPart) return now;
  const over = { ...now, isPart: false };
  if (before.facet === 'promotions' && over.facet === 'promotions')
    return {
      ...over,
      value: joined(before.value, over.value, ({ text }) => text, MOST.promotions),
    };
  if (before.facet === 'attributes' && over.facet === 'attributes')
    return {
      ...over,
      value: joined(before.value, over.value, ({ name }) => name, MOST.attributes),
    };
  if (before.facet === 'impressions' && over.facet === 'impressions')
    return {
      ...over,
      value: joined(before.value, over.value, ({ word }) => word, MOST.impressions),
    };
  return now;
}

/** The entries of both, the newer ones first; beyond `most` the oldest go. */
function joined<E>(
  before: readonly E[],
  now: readonly E[],
  nameOf: (entry: E) => string,
  most: number,
): E[] {
  const keyOf = (entry: E) => normaliseText(nameOf(entry)).text;
  const names = new Set(now.map(keyOf));
  return [...now, ...before.filter((entry) => !names.has(keyOf(entry)))].slice(0, most);
}
