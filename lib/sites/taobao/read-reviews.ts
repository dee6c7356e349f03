import type { Impression } from '../../listing/snapshot';
import { tidy } from '../cut';
import { list, textAt } from '../json';
import { countOf } from './count-text';
import { drawn, rowsOf, said, type Listing, type Vote } from './listing';
import { distinct } from './settle';

/** Words of the review impressions with how many reviews carry them. */
export function readImpressions(listing: Listing): Vote<Impression[]>[] {
  const rows = rowsOf(listing.seen, 'impression').map(([word = '', count = '']) => [word, count]);
  const onPage = impressions(rows);
  return [
    ...said(listing, 'rateVO.keywords', (words) =>
      Array.isArray(words)
        ? impressions(list(words).map((one) => [textAt(one, 'title'), textAt(one, 'count')]))
        : null,
    ),
    ...drawn(listing, 'impression', onPage.length > 0 ? onPage : null),
  ];
}

function impressions(pairs: (string | null)[][]): Impression[] {
  const read = pairs.map(([written = null, number = null]) => {
    const [word, count] = [tidy(written), countOf((number ?? '').replace(/[()（）]/g, ''))];
    return word && count ? { word, count } : null;
  });
  return distinct(read, ({ word }) => word, 100);
}

/** Names an impression and what it says, so that sources which differ in it do not agree. */
export function impressionKey({ word, count }: Impression): string {
  return `${word}|${count.text}`;
}
