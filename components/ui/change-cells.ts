import type { Change } from '../../lib/analysis/change-result';
import { priceText, yuanText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';
import { exactTimeText } from './when-text';

/** A change as the cells of a table: what it is of, what it was, what it is. */
export function changeCells(
  change: Change,
  words: Catalog,
): { what: string; before: string; after: string } {
  const { changes, fromPrice, listSeparator } = words.common;
  switch (change.kind) {
    case 'price':
      return {
        what: changes.priceOf[change.which],
        before: priceText(change.before, fromPrice),
        after: priceText(change.after, fromPrice),
      };
    case 'title':
      return {
        what: changes.title,
        before: change.removed.join(listSeparator),
        after: change.added.join(listSeparator),
      };
    case 'promotion-started':
      return { what: changes.promotionStarted, before: '', after: change.text };
    case 'promotion-ended':
      return { what: changes.promotionEnded, before: change.text, after: '' };
    case 'sku-added':
      return { what: changes.skuAdded, before: '', after: change.names.join(' / ') };
    case 'sku-removed':
      return { what: changes.skuRemoved, before: change.names.join(' / '), after: '' };
    case 'attribute':
      return { what: change.name, before: change.before ?? '', after: change.after ?? '' };
    case 'count':
      return { what: changes.count[change.which], before: change.before, after: change.after };
    case 'score':
      return { what: change.name, before: change.before, after: change.after };
    case 'ledger': {
      const off = (fen: number | null) => (fen === null ? changes.noValue : `−¥${yuanText(fen)}`);
      return { what: change.label, before: off(change.before), after: off(change.after) };
    }
    case 'impressions': {
      const told = ({ word, count }: { word: string; count: string }) => `${word} ${count}`;
      return {
        what: changes.impressions,
        before: [
          ...change.removed.map(told),
          ...change.moved.map(({ word, before }) => `${word} ${before}`),
        ].join(listSeparator),
        after: [
          ...change.added.map(told),
          ...change.moved.map(({ word, after }) => `${word} ${after}`),
        ].join(listSeparator),
      };
    }
    case 'off-shelf':
    case 'on-shelf':
      return {
        what: changes.shelf,
        before: change.kind === 'off-shelf' ? changes.onSale : changes.gone,
        after: change.kind === 'off-shelf' ? changes.gone : changes.onSale,
      };
  }
}

/** Against which visit a change is told, where that is an older one than the last. */
export function sinceText(sinceMs: number, words: Catalog): string {
  return words.common.changes.since(exactTimeText(sinceMs, words));
}

/** A change in one line of text: what it is of, old → new. */
export function changeText(change: Change, words: Catalog): string {
  const { what, before, after } = changeCells(change, words);
  return [what, [before, after].filter((end) => end !== '').join(' → ')].join(' ').trim();
}
