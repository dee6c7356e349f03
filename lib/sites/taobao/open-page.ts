import type { PageView } from '../adapter';
import { attr } from '../dom';
import { pageDataOf } from '../page-data';
import { readChosen } from './chosen';
import { freshMemory, recall, rememberBefore } from './memory';
import type { Page } from './page';
import { readVotes } from './read-snapshot';
import { clean } from './read-title';
import { find } from './selectors';
import { label } from '../dom';

/**
 * The page of the item in the address, null while what is drawn may still be another item.
 *
 * The app moves between items without loading a page: the inline data stays that of the first
 * one, and the DOM lags behind the address. So data counts only where every id in it is the
 * address's, and the DOM only where nothing shows that it belongs to the item before: the id it is
 * drawn for, and its title.
 */
export function openPage(view: PageView, itemId: string): Page | null {
  const { document, url, nowMs } = view;
  const drawnFor = find(document, 'drawnFor');
  if (drawnFor !== null && attr(drawnFor.element, 'data-item') !== itemId) return null;
  const found = pageDataOf(document);
  const own = found.find(({ ids }) => ids.length > 0 && ids.every((id) => id === itemId));
  const data = own?.res ?? null;
  const page: Page = {
    document,
    url,
    itemId,
    nowMs,
    data,
    memory: recall(document, itemId),
    chosen: readChosen(document, url, data),
  };
  // Another item's data and nothing remembered: that data says what the item before looked like.
  if (data === null && page.memory.before.size === 0)
    for (const { res } of found) takeAsBefore(page, res);
  const title = clean(label(find(document, 'title')?.element ?? null));
  if (title !== null && page.memory.before.get('title')?.has(JSON.stringify(title))) return null;
  return page;
}

function takeAsBefore(page: Page, res: unknown): void {
  const alone: Page = {
    ...page,
    document: null,
    data: res,
    memory: freshMemory(''),
    chosen: readChosen(null, page.url, res),
  };
  for (const [field, value] of readVotes(alone)) rememberBefore(page.memory, field, value);
}
