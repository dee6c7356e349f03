import type { ReadResult } from '../../listing/read-result';
import type { Sighting } from '../../listing/sighting';
import { at, parsed, textAt } from '../json';
import { chosenIn, skusOf, type ChosenOnPage } from './chosen';
import type { Listing } from './listing';
import { readSnapshot } from './read-snapshot';

/**
 * What a page of the Taobao family says, made of what was seen on it: every field with its
 * provenance. Pure; whatever was seen, it never throws and its answer parses.
 */
export function interpret(seen: Sighting): ReadResult {
  const snapshot = readSnapshot(listingOf(seen));
  const { title, beforePrice, finalPrice } = snapshot;
  const said = [title, beforePrice, finalPrice].some(
    (reading) => reading.value !== null || reading.candidates.length > 0,
  );
  if (said) return { state: 'ok', snapshot };
  const missing = snapshot.missing.map(({ field }) => field);
  return { state: 'changed', itemId: seen.itemId, missing };
}

function listingOf(seen: Sighting): Listing {
  const data = parsed(seen.data);
  const chosen = chosenIn(seen, data);
  const skuId = chosen.full ? chosen.skuId : null;
  return { seen, data, chosen, skuId, key: keyOf(chosen, seen, data) };
}

/** Of what the data may give the price, see `Listing.key`. */
function keyOf(chosen: ChosenOnPage, seen: Sighting, data: unknown): string | null {
  if (chosen.full) return chosen.skuId;
  // Part of the options were chosen anew: the item's price in the data is of the choice before.
  return !seen.reselected && isKeyedBySku(data) ? '0' : null;
}

/** Some pages are said to key `sku2info` by index: then "0" is the first SKU, not the item. */
function isKeyedBySku(data: unknown): boolean {
  const skus = skusOf(data);
  return (
    skus.length === 0 ||
    at(data, 'skuCore.sku2info') === undefined ||
    skus.some((sku) => at(data, `skuCore.sku2info.${textAt(sku, 'skuId')}`) !== undefined)
  );
}
