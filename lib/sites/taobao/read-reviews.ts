import type { Count, Impression, ListingSnapshot } from '../../listing/snapshot';
import { short } from '../cut';
import { label, rawText } from '../dom';
import { at, listAt, textAt } from '../json';
import { countOf, percentOf } from './count-text';
import { component, dataVote, domVote, type Field, type Page } from './page';
import { find, findAll } from './selectors';

type GoodRate = NonNullable<ListingSnapshot['goodRate']['value']>;

/** How many reviews there are: 用户评价·1000+. Nothing of a single review is read. */
export function readReviewCount(page: Page): Field<Count> {
  const part = component(page, 'rateVO');
  const votes = dataVote(
    page,
    countOf(textAt(part.value, 'totalCount')),
    `${part.path}.totalCount`,
  );
  const heading = find(page.document, 'reviewTitle');
  if (heading !== null) {
    const written = /[·・(（]\s*([^)）]+?)\s*[)）]?$/.exec(rawText(heading.element).trim())?.[1];
    votes.push(...domVote(page, 'reviewCount', countOf(written ?? null), heading.css));
  }
  return { votes, why: notYet(page) };
}

/** 好评率 of the listing; the shop's own rates are among the scores. */
export function readGoodRate(page: Page): Field<GoodRate> {
  const part = component(page, 'rateVO');
  const path = `${part.path}.favorableRate.rateText`;
  const votes = dataVote(page, rate(textAt(part.value, 'favorableRate.rateText')), path);
  const shown = find(page.document, 'goodRate');
  if (shown !== null)
    votes.push(...domVote(page, 'goodRate', rate(label(shown.element)), shown.css));
  return { votes, why: notYet(page) };
}

function rate(text: string | null): GoodRate | null {
  const percent = percentOf(text);
  const words = short(text);
  return percent === null || words === null ? null : { text: words, percent };
}

/** Same percentage means agreement: the page words it longer than the data does. */
export function sameRate(votes: { value: GoodRate }[]): boolean {
  return votes.every((vote) => vote.value.percent === votes[0]?.value.percent);
}

/** Words of the review impressions with how many reviews carry them. */
export function readImpressions(page: Page): Field<Impression[]> {
  const part = component(page, 'rateVO');
  const keywords = at(part.value, 'keywords');
  const votes = Array.isArray(keywords)
    ? dataVote(
        page,
        impressions(keywords.map((one) => [textAt(one, 'title'), textAt(one, 'count')])),
        `${part.path}.keywords`,
      )
    : [];
  const shown = findAll(page.document, 'impression');
  const [first] = shown;
  if (first !== undefined) {
    const words = shown.map(({ element }): [string, string] => {
      const count = rawText(find(element, 'impressionCount')?.element ?? null).trim();
      const whole = rawText(element).trim();
      return [count !== '' && whole.endsWith(count) ? whole.slice(0, -count.length) : whole, count];
    });
    const read = impressions(words);
    if (read.length > 0) votes.push(...domVote(page, 'impressions', read, first.css));
  }
  return { votes, why: notYet(page) };
}

function impressions(pairs: [string | null, string | null][]): Impression[] {
  return pairs
    .slice(0, 100)
    .map(([word, written]): Impression | null => {
      const [name, count] = [short(word), countOf((written ?? '').replace(/^[(（]|[)）]$/g, ''))];
      return name === null || count === null ? null : { word: name, count };
    })
    .filter((one) => one !== null);
}

/** The review area is drawn late, and on many loads not at all. */
function notYet(page: Page): 'absent' | 'not-rendered' {
  const drawn = page.document === null || find(page.document, 'reviews') !== null;
  return component(page, 'rateVO').value !== undefined || drawn ? 'absent' : 'not-rendered';
}
