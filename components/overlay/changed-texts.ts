import type { Change } from '../../lib/analysis/change-result';
import type { Catalog } from '../../lib/locales/catalog';
import type { NewsItem } from '../../lib/messaging/change-news';
import { changeText } from '../ui/change-cells';
import { matchText } from '../ui/match-text';

/** The section of the dock that shows what a change is of. */
export type DockSection = 'title' | 'checks' | 'price';

function sectionOf(change: Change): DockSection {
  switch (change.kind) {
    case 'title':
      return 'title';
    case 'attribute':
    case 'impressions':
      return 'checks';
    case 'count':
      return change.which === 'images' ? 'checks' : 'price';
    case 'price':
    case 'ledger':
    case 'promotion-started':
    case 'promotion-ended':
    case 'sku-added':
    case 'sku-removed':
    case 'score':
    case 'off-shelf':
    case 'on-shelf':
      return 'price';
  }
}

/** The changes that a section's facts went through, a line each, with the rules they meet. */
export function changedTexts(
  news: readonly NewsItem[],
  section: DockSection,
  words: Catalog,
): string[] {
  return news
    .filter(({ change }) => sectionOf(change) === section)
    .map(({ change, matches }) =>
      [changeText(change, words), ...matches.map((match) => matchText(match, words))].join(' · '),
    );
}
