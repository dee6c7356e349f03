import type { Sales } from '../../listing/snapshot';
import { label } from '../dom';
import { textAt } from '../json';
import { countOf, salesOf } from './count-text';
import { component, dataVote, domVote, type Field, type Page } from './page';
import { findAll } from './selectors';

/** How many were sold, in the page's own words; absent on degraded pages. */
export function readSales(page: Page): Field<Sales> {
  const part = component(page, 'titleVO');
  const worded = salesOf(textAt(part.value, 'salesDesc'));
  // The field's own name says what it counts: `vagueSellCount`.
  const bare = countOf(textAt(page.data, 'item.vagueSellCount'));
  const votes = [
    ...dataVote(page, worded, `${part.path}.salesDesc`),
    ...dataVote(page, bare && { count: bare, metric: 'sold' as const }, 'item.vagueSellCount'),
  ];
  for (const { element, css } of findAll(page.document, 'sales')) {
    const shown = salesOf(label(element));
    if (shown === null) continue;
    votes.push(...domVote(page, 'sales', shown, css));
    break;
  }
  return { votes, why: 'absent' };
}
