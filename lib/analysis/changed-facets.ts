import type { Facet } from '../listing/facets';
import { facetKey } from '../listing/facets';
import { normaliseText } from '../listing/title-text';
import type { Change } from './change-result';
import { changedImpressions } from './changed-impressions';
import { changedTitle } from './changed-title';
import type { GapSegmenter } from './root-splitter';

/** Promotions that are this account's own; they come and go without the shop doing anything. */
const OF_THE_ACCOUNT = /淘金币|礼金|红包|88\s*VIP|新客|首单|会员/i;

/** What a promotion saves on the chosen SKU: another one's amount is no other promotion. */
const SAVED = /[已共]?省 ?[\d.]+ ?元/g;

/** Longest text of an attribute that is compared and told. */
const MAX_VALUE = 2000;

/** A change, and when the page last showed what it is told against. */
export type Told = { change: Change; sinceMs: number };

/**
 * How one thing that a page shows changed since it was shown last; nothing where it never was. A list
 * that may be a part of the page's tells nothing as gone that only the whole one had, and the whole
 * one nothing as new that only a part lacked.
 */
export function changedFacet(before: readonly Facet[], now: Facet, segment: GapSegmenter): Told[] {
  const key = facetKey(now);
  const was = before.find((facet) => facetKey(facet) === key);
  if (was === undefined) return [];
  return changesOf(was, now, before, segment).map((change) => ({ change, sinceMs: was.atMs }));
}

function changesOf(
  was: Facet,
  now: Facet,
  before: readonly Facet[],
  segment: GapSegmenter,
): Change[] {
  if (was.facet === 'title' && now.facet === 'title')
    return changedTitle(was.value, now.value, segment);
  if (was.facet === 'promotions' && now.facet === 'promotions')
    return changedPromotions(was, now, before);
  if (was.facet === 'attributes' && now.facet === 'attributes') return changedAttributes(was, now);
  if (was.facet === 'skus' && now.facet === 'skus') return changedSkus(was.value, now.value);
  if (was.facet === 'images' && now.facet === 'images')
    return changedCount('images', String(was.value), String(now.value));
  if (was.facet === 'sales' && now.facet === 'sales')
    return changedCount('sales', was.value.count.text, now.value.count.text);
  if (was.facet === 'reviews' && now.facet === 'reviews')
    return changedCount('reviews', was.value.text, now.value.text);
  if (was.facet === 'score' && now.facet === 'score') return changedScore(was.value, now.value);
  if (was.facet === 'impressions' && now.facet === 'impressions')
    return changedImpressions(was.value, now.value, comparable(was, now));
  return [];
}

/** Which entries of two lists may be told: those that went, and those that came. */
export type Comparable = { went: boolean; came: boolean };

function comparable(was: { isPart: boolean }, now: { isPart: boolean }): Comparable {
  return { went: was.isPart || !now.isPart, came: now.isPart || !was.isPart };
}

type Of<F extends Facet['facet']> = Extract<Facet, { facet: F }>;

/**
 * Against what the same account saw last with the same SKU chosen. What it saw meanwhile with another
 * one is no news either: a promotion over all SKUs starts and ends once.
 */
function changedPromotions(
  was: Of<'promotions'>,
  now: Of<'promotions'>,
  before: readonly Facet[],
): Change[] {
  const newest = before
    .filter((facet) => facet.facet === 'promotions')
    .filter(({ account, atMs }) => account === now.account && atMs >= was.atMs);
  const has = textsOf(now);
  const had = textsOf(was);
  const meanwhile = newest
    .filter((facet) => facet !== was)
    .toSorted((a, b) => b.atMs - a.atMs)
    .slice(0, 1)
    .map(textsOf);
  const { came, went } = comparable(was, now);
  return [
    ...[...has].flatMap(([key, text]): Change[] =>
      !came || had.has(key) || meanwhile.some((texts) => texts.has(key))
        ? []
        : [{ kind: 'promotion-started', text }],
    ),
    ...[...had].flatMap(([key, text]): Change[] =>
      !went || has.has(key) || meanwhile.some((texts) => !texts.has(key))
        ? []
        : [{ kind: 'promotion-ended', text }],
    ),
  ];
}

function textsOf({ value }: Of<'promotions'>): Map<string, string> {
  return new Map(
    value
      .filter(({ text }) => !OF_THE_ACCOUNT.test(text))
      .map(({ text }) => [normaliseText(text).text.replace(SAVED, ''), text]),
  );
}

function changedAttributes(was: Of<'attributes'>, now: Of<'attributes'>): Change[] {
  const byName = ({ value }: Of<'attributes'>) => {
    const values = new Map<string, string>();
    for (const { name, value: text } of value) {
      const earlier = values.get(name);
      values.set(name, earlier === undefined ? text : `${earlier}、${text}`.slice(0, MAX_VALUE));
    }
    return values;
  };
  const [had, has] = [byName(was), byName(now)];
  const { came, went } = comparable(was, now);
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((name): Change[] => {
    const change = { before: had.get(name) ?? null, after: has.get(name) ?? null };
    const isUntold = (change.after === null && !went) || (change.before === null && !came);
    if (isUntold || change.before === change.after) return [];
    return [{ kind: 'attribute', name, ...change }];
  });
}

function changedSkus(old: Of<'skus'>['value'], now: Of<'skus'>['value']): Change[] {
  // By id and by names: a SKU made anew under the same names is no change to a buyer.
  const only = (these: typeof old, those: typeof old) => {
    const ids = new Set(those.map((sku) => sku.skuId));
    const names = new Set(those.map((sku) => JSON.stringify(sku.names)));
    return these.filter((sku) => !ids.has(sku.skuId) && !names.has(JSON.stringify(sku.names)));
  };
  return [
    ...only(now, old).map(({ names }): Change => ({ kind: 'sku-added', names })),
    ...only(old, now).map(({ names }): Change => ({ kind: 'sku-removed', names })),
  ];
}

function changedCount(
  which: 'images' | 'sales' | 'reviews',
  before: string,
  after: string,
): Change[] {
  return before === after ? [] : [{ kind: 'count', which, before, after }];
}

function changedScore(was: Of<'score'>['value'], now: Of<'score'>['value']): Change[] {
  if (was.value === now.value) return [];
  return [{ kind: 'score', name: now.name, before: was.text.trim(), after: now.text.trim() }];
}
