import type { Impression } from '../../listing/snapshot';
import { tidy } from '../cut';
import { rawText } from '../dom';
import { list, textAt } from '../json';
import { countOf } from './count-text';
import { fresh, said, vote, type Page, type Vote } from './page';
import { findAll, nodeOf } from './selectors';
import { distinct } from './settle';

/** Words of the review impressions with how many reviews carry them. */
export function readImpressions(page: Page): Vote<Impression[]>[] {
  const found = findAll(page.root, 'impression');
  const drawn = impressions(
    found.map(({ element }) => {
      const count = rawText(nodeOf(element, 'impressionCount'));
      return [rawText(element).replace(count, ''), count];
    }),
  );
  const path = found[0]?.css ?? '';
  return [
    ...said(page, 'rateVO.keywords', (words) =>
      Array.isArray(words)
        ? impressions(list(words, 100).map((one) => [textAt(one, 'title'), textAt(one, 'count')]))
        : null,
    ),
    ...(drawn.length > 0 && fresh(page, 'impressions', drawn)
      ? vote(page, 'dom', path, drawn)
      : []),
  ];
}

function impressions(pairs: [string | null, string | null][]): Impression[] {
  const read = pairs.map(([written, number]) => {
    const [word, count] = [tidy(written), countOf((number ?? '').replace(/[()（）]/g, ''))];
    return word && count ? { word, count } : null;
  });
  return distinct(read, ({ word }) => word, 100);
}

/** Names an impression and what it says, so that sources which differ in it do not agree. */
export function impressionKey({ word, count }: Impression): string {
  return `${word}|${count.text}`;
}
