import type { FieldName, ListingSnapshot } from '../../lib/listing/snapshot';
import { priceText, yuanText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';

const MOST = 60;

/** One candidate of an ambiguous field as the operator reads it; long lists are counted. */
export function candidateText(
  field: FieldName,
  candidate: ListingSnapshot[FieldName]['candidates'][number]['value'],
  words: Catalog,
): string {
  if (candidate === null || candidate === undefined) return words.common.none;
  if (field === 'kind' && (candidate === 'tmall' || candidate === 'taobao')) {
    return words.common.kinds[candidate];
  }
  if (typeof candidate === 'string') return cut(candidate);
  if (typeof candidate === 'number') return String(candidate);
  if (Array.isArray(candidate)) return words.common.counts.items(candidate.length);
  if ('minFen' in candidate) return priceText(candidate, words.common.fromPrice);
  if ('steps' in candidate) {
    return candidate.finalFen === null
      ? words.common.counts.items(candidate.steps.length)
      : `¥${yuanText(candidate.finalFen)}`;
  }
  if ('names' in candidate) return cut(candidate.names.join('/'));
  if ('imagesOnly' in candidate) return cut(candidate.text);
  if ('count' in candidate) {
    return `${words.common.salesMetrics[candidate.metric]} ${candidate.count.text}`;
  }
  return cut(candidate.text);
}

function cut(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
