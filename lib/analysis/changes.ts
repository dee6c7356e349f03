import type { ListingSnapshot } from '../listing/snapshot';
import { normaliseText } from '../listing/title-text';
import { isWhole } from '../listing/whole-page';
import type { Change, ChangeSet } from './change-result';
import { changedImpressions } from './changed-impressions';
import { changedLedger } from './changed-ledger';
import { changedPrices } from './changed-prices';
import { changedTitle } from './changed-title';
import type { PricePath } from './price-result';
import type { GapSegmenter } from './root-splitter';

/** One visit as changes are told from it. */
export type Visit = { snapshot: ListingSnapshot; path: PricePath };

/** Promotions that are this account's own; they come and go without the shop doing anything. */
const OF_THE_ACCOUNT = /淘金币|礼金|红包|88\s*VIP|新客|首单|会员/i;

/** What a promotion saves on the chosen SKU: another one's amount is no other promotion. */
const SAVED = /[已共]?省 ?[\d.]+ ?元/g;

/** Longest text of an attribute that is compared and told. */
const MAX_VALUE = 2000;

/**
 * What is different since an earlier visit of the same listing. A field that either visit did not
 * read gives no change, and of a gated or degraded page only the title is believed: nothing is
 * called removed because it could not be seen. Promotions are compared between visits with the
 * same account state only.
 */
export function changesBetween(previous: Visit, current: Visit, segment: GapSegmenter): ChangeSet {
  const [before, after] = [previous.snapshot, current.snapshot];
  const changes: Change[] = [...changedTitle(before.title.value, after.title.value, segment)];
  if (isWhole(before) && isWhole(after)) {
    changes.push(
      ...changedPrices(previous, current),
      ...changedLedger(previous, current),
      ...changedPromotions(before, after),
      ...changedAttributes(before, after),
      ...changedSkus(before, after),
      ...changedCounts(before, after),
      ...changedScores(before, after),
      ...changedImpressions(before.impressions.value, after.impressions.value),
    );
  }
  return {
    listingId: after.listingId,
    atMs: after.capturedAtMs,
    sinceMs: before.capturedAtMs,
    changes,
  };
}

function changedPromotions(before: ListingSnapshot, after: ListingSnapshot): Change[] {
  const [old, now] = [before.promotions.value, after.promotions.value];
  if (old === null || now === null || before.account !== after.account) return [];
  const texts = (promotions: typeof old) =>
    new Map(
      promotions
        .filter(({ text }) => !OF_THE_ACCOUNT.test(text))
        .map(({ text }) => [normaliseText(text).text.replace(SAVED, ''), text]),
    );
  const [had, has] = [texts(old), texts(now)];
  return [
    ...[...has].flatMap(([key, text]): Change[] =>
      had.has(key) ? [] : [{ kind: 'promotion-started', text }],
    ),
    ...[...had].flatMap(([key, text]): Change[] =>
      has.has(key) ? [] : [{ kind: 'promotion-ended', text }],
    ),
  ];
}

function changedAttributes(before: ListingSnapshot, after: ListingSnapshot): Change[] {
  const [old, now] = [before.attributes.value, after.attributes.value];
  if (old === null || now === null) return [];
  const byName = (attributes: typeof old) => {
    const values = new Map<string, string>();
    for (const { name, value } of attributes) {
      const earlier = values.get(name);
      values.set(name, earlier === undefined ? value : `${earlier}、${value}`.slice(0, MAX_VALUE));
    }
    return values;
  };
  const [had, has] = [byName(old), byName(now)];
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((name): Change[] => {
    const change = { before: had.get(name) ?? null, after: has.get(name) ?? null };
    return change.before === change.after ? [] : [{ kind: 'attribute', name, ...change }];
  });
}

function changedSkus(before: ListingSnapshot, after: ListingSnapshot): Change[] {
  const [old, now] = [before.skus.value, after.skus.value];
  if (old === null || now === null) return [];
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

function changedCounts(before: ListingSnapshot, after: ListingSnapshot): Change[] {
  const changes: Change[] = [];
  const add = (which: 'images' | 'sales' | 'reviews', old: string | null, now: string | null) => {
    if (old !== null && now !== null && old !== now)
      changes.push({ kind: 'count', which, before: old, after: now });
  };
  add('images', asText(before.imageCount.value), asText(after.imageCount.value));
  if (before.sales.value?.metric === after.sales.value?.metric)
    add('sales', before.sales.value?.count.text ?? null, after.sales.value?.count.text ?? null);
  add('reviews', before.reviewCount.value?.text ?? null, after.reviewCount.value?.text ?? null);
  return changes;
}

const asText = (count: number | null) => (count === null ? null : String(count));

function changedScores(before: ListingSnapshot, after: ListingSnapshot): Change[] {
  const old = new Map((before.scores.value ?? []).map((score) => [score.name, score]));
  return (after.scores.value ?? []).flatMap(({ name, text, value }): Change[] => {
    const earlier = old.get(name);
    if (earlier === undefined || earlier.value === null || value === null) return [];
    return earlier.value === value
      ? []
      : [{ kind: 'score', name, before: earlier.text.trim(), after: text.trim() }];
  });
}
