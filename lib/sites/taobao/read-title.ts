import { cut, LONG } from '../cut';
import { label } from '../dom';
import { textAt } from '../json';
import { component, dataVote, domVote, type Field, type Page, type Vote } from './page';
import { find } from './selectors';

/** The item's title: page data (two places) and the visible title of the purchase panel. */
export function readTitle(page: Page): Field<string> {
  const votes = [
    ...dataVote(page, clean(textAt(page.data, 'item.title')), 'item.title'),
    ...titleVO(page),
    ...shownTitle(page),
  ];
  return { votes, why: 'absent' };
}

function titleVO(page: Page): Vote<string>[] {
  const part = component(page, 'titleVO');
  return dataVote(page, clean(textAt(part.value, 'title.title')), `${part.path}.title.title`);
}

function shownTitle(page: Page): Vote<string>[] {
  const found = find(page.document, 'title');
  return found === null ? [] : domVote(page, 'title', clean(label(found.element)), found.css);
}

/** A title without doubled blanks, cut where it is absurdly long. */
export function clean(title: string | null): string | null {
  if (title === null) return null;
  return cut(title.slice(0, LONG * 2).replace(/\s+/g, ' '), LONG) || null;
}
