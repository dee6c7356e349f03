import type { Price } from '../../listing/price';
import type { ChosenSku, Sku } from '../../listing/snapshot';
import { short } from '../cut';
import { at, idAt, listAt, textAt } from '../json';
import { namesOf, skuInfo } from './chosen';
import { dataVote, domVote, type Field, type Page } from './page';
import { priceOfData } from './read-prices';

/**
 * Every purchasable variant with both prices and the stock as worded. The number beside it is a
 * display cap (200 in most captures), never the stock. An item without variants has an empty list.
 */
export function readSkus(page: Page): Field<Sku[]> {
  const rows = at(page.data, 'skuBase.skus');
  const info = at(page.data, 'skuCore.sku2info');
  if (!Array.isArray(rows) && (typeof info !== 'object' || info === null))
    return { votes: [], why: page.data === null ? 'not-rendered' : 'absent' };
  const skus = listAt(page.data, 'skuBase.skus').map((row): Sku | null => {
    const skuId = idAt(row, 'skuId');
    if (skuId === null) return null;
    const of = skuInfo(page.data, skuId);
    const [before, final] = [priceOfData(at(of, 'price')), priceOfData(at(of, 'subPrice'))];
    return {
      skuId,
      names: namesOf(page.data, textAt(row, 'propPath') ?? ''),
      ...inOrder(before, final),
      stockText: short(textAt(of, 'quantityText')),
    };
  });
  const found = skus.filter((sku) => sku !== null);
  // Rows of variants without a list of them: which they are is not known.
  if (found.length === 0 && Object.keys(info ?? {}).some((key) => key !== '0'))
    return { votes: [], why: 'malformed' };
  return { votes: dataVote(page, found, 'skuBase.skus'), why: 'absent' };
}

/** A final price above the one before it is neither. */
function inOrder(before: Price | null, final: Price | null): Pick<Sku, 'before' | 'final'> {
  const upsideDown = before !== null && final !== null && final.minFen > before.minFen;
  return upsideDown ? { before: null, final: null } : { before, final };
}

/** Which SKU is chosen. */
export function readChosenSku(page: Page): Field<ChosenSku> {
  const { source, skuId, names } = page.chosen;
  const value = { skuId, names };
  if (source === 'dom')
    return { votes: domVote(page, null, value, '#skuOptionsArea', skuId), why: 'absent' };
  if (source === 'url') {
    const from = { source, path: 'skuId', atMs: page.nowMs, skuId } as const;
    return { votes: [{ value, from }], why: 'absent' };
  }
  // Nothing is drawn to choose from: with variants in the data that says nothing yet.
  const why = page.chosen.hasOptions || page.data === null ? 'not-rendered' : 'absent';
  return { votes: why === 'absent' ? dataVote(page, value, 'skuBase.skus') : [], why };
}
