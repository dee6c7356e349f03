import type { PageView } from '../adapter';
import { attr, label, rootOf } from '../dom';
import { at, textAt } from '../json';
import { pageDataOf } from '../page-data';
import { readChosen, skusOf, type ChosenOnPage } from './chosen';
import { freshMemory, recall, remember, wasShownBefore, type Memory } from './memory';
import type { Page } from './page';
import { readVotes } from './read-snapshot';
import { readTitleText } from './read-texts';
import { nodeOf } from './selectors';

/**
 * The page of the item in the address, null while what is drawn may still be another item.
 *
 * The app moves between items without loading a page: the inline data stays that of the first
 * one, and the DOM lags behind the address. So data counts only where every id in it is the
 * address's, and the DOM only where nothing shows that it belongs to the item before: the id it is
 * drawn for, and its title.
 */
export function openPage({ document, url, nowMs }: PageView, itemId: string): Page | null {
  const root = rootOf(document);
  const drawnFor = nodeOf(root, 'drawnFor');
  if (drawnFor && attr(drawnFor, 'data-item') !== itemId) return null;
  const found = pageDataOf(root);
  const own = found.find(({ ids }) => ids.length > 0 && ids.every((id) => id === itemId));
  const page = pageOf(root, url, itemId, nowMs, own?.res ?? null, recall(document, itemId));
  const { memory } = page;
  // Another item's data and nothing remembered: that data says what the item before looked like.
  if (!own && memory.before.size === 0)
    for (const { res } of found)
      for (const [field, value] of readVotes(pageOf(null, url, '', 0, res, freshMemory(''))))
        remember(memory.before, field, value);
  const title = readTitleText(label(nodeOf(root, 'title')));
  return title && wasShownBefore(memory, 'title', title) ? null : page;
}

function pageOf(
  root: Element | null,
  url: URL,
  itemId: string,
  nowMs: number,
  data: unknown,
  memory: Memory,
): Page {
  const chosen = readChosen(root, url, data);
  const skuId = chosen.full ? chosen.skuId : null;
  return {
    root,
    url,
    itemId,
    nowMs,
    data,
    memory,
    chosen,
    skuId,
    key: keyOf(chosen, memory, data),
  };
}

/** Of what the data may give the price, see `Page.key`. */
function keyOf(chosen: ChosenOnPage, memory: Memory, data: unknown): string | null {
  if (chosen.full) return chosen.skuId;
  // Part of the options were chosen anew: the item's price in the data is of the choice before.
  if ((memory.firstSelection ?? chosen.selection) !== chosen.selection) return null;
  return isKeyedBySku(data) ? '0' : null;
}

/** Some pages are said to key `sku2info` by index: then "0" is the first SKU, not the item. */
function isKeyedBySku(data: unknown): boolean {
  const skus = skusOf(data);
  return (
    skus.length === 0 ||
    !at(data, 'skuCore.sku2info') ||
    skus.some((sku) => at(data, `skuCore.sku2info.${textAt(sku, 'skuId')}`) !== undefined)
  );
}
