import type { ChosenSku, Sku } from '../../listing/snapshot';
import { tidy } from '../cut';
import { at, id, textAt } from '../json';
import { namesOf, skusOf } from './chosen';
import { dataAt, vote, type Listing, type Vote } from './listing';
import { priceOfData } from './read-prices';
import type { Field } from './settle';

/**
 * Every purchasable variant with both prices and the stock as worded. The number beside it is a
 * display cap (200 in most captures), never the stock. An item without variants has an empty list.
 */
export function readSkus(listing: Listing): Field<Sku[]> {
  const rows = dataAt(listing, 'skuCore.sku2info');
  const skus = skusOf(listing.data)
    .map((sku): Sku | null => {
      const skuId = id(at(sku, 'skuId'));
      const row = skuId && at(rows, skuId);
      const [before, final] = [priceOfData(at(row, 'price')), priceOfData(at(row, 'subPrice'))];
      // A final price above the one before it is neither.
      const sound = !before || !final || final.minFen <= before.minFen;
      const names = namesOf(listing.data, sku);
      const stockText = tidy(textAt(row, 'quantityText'));
      const prices = sound ? { before, final } : { before: null, final: null };
      return skuId ? { skuId, names, ...prices, stockText } : null;
    })
    .filter((sku) => sku !== null);
  // Rows of variants without a list of them: which they are is not known.
  const unknown = skus.length === 0 && Object.keys(rows ?? {}).some((key) => key !== '0');
  if (!listing.data || unknown) return { votes: [], why: unknown ? 'malformed' : 'not-rendered' };
  const known = dataAt(listing, 'skuBase') !== undefined || rows !== undefined;
  return { votes: vote(listing, 'page-data', 'skuBase.skus', known ? skus : null), why: 'absent' };
}

/** Which SKU is chosen. */
export function readChosenSku(listing: Listing): Vote<ChosenSku>[] {
  const { source, skuId, names } = listing.chosen;
  const path = source === 'dom' ? '#skuOptionsArea' : source === 'url' ? 'skuId' : 'skuBase.skus';
  return source === null ? [] : vote(listing, source, path, { skuId, names }, skuId);
}
