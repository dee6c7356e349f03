import type { Score } from '../../listing/snapshot';
import { tidy } from '../cut';
import { list, asText, textAt } from '../json';
import { percentOf } from './count-text';
import { dataAt, drawn, rowsOf, vote, type Listing, type Vote } from './listing';
import { distinct } from './settle';

/** What the shop's one star score is called here: the page shows it without a word. */
const OVERALL = '综合体验';

/**
 * The shop's scores in the page's words: the old three (宝贝描述 …, with 高/平/低), the new three
 * (宝贝质量 …; "-" where there is none yet), the star score, and the rates among the shop's labels.
 */
export function readScores(listing: Listing): Vote<Score[]>[] {
  const inData = [
    ...evaluations(dataAt(listing, 'seller.evaluates')),
    score(OVERALL, asText(dataAt(listing, 'storeCardVO.overallScore'))),
    ...evaluations(dataAt(listing, 'storeCardVO.evaluates')),
    ...list(dataAt(listing, 'storeCardVO.labelList'), 20).map((one) =>
      rate(textAt(one, 'contentDesc')),
    ),
  ];
  const texts = (part: string): string[] => rowsOf(listing.seen, part).map(([text = '']) => text);
  const onPage = [
    ...texts('shopStars').map((text) => score(OVERALL, text)),
    ...texts('shopLabel').map(rate),
  ];
  const part = texts('shopStars').length > 0 ? 'shopStars' : 'shopLabel';
  return [
    ...vote(listing, 'page-data', 'seller.evaluates, storeCardVO', byName(inData)),
    ...drawn(listing, part, byName(onPage)),
  ];
}

function byName(scores: (Score | null)[]): Score[] | null {
  const found = distinct(scores, ({ name }) => name, 20);
  return found.length > 0 ? found : null;
}

function evaluations(scores: unknown): (Score | null)[] {
  return list(scores, 10).map((one) =>
    score(textAt(one, 'title'), textAt(one, 'score'), textAt(one, 'level')),
  );
}

function score(named: string | null, written: string | null, level?: string | null): Score | null {
  const [name, says] = [tidy(named), tidy(written)];
  return name && says
    ? {
        name,
        text: says,
        value: /^\d\d?(?:\.\d{1,3})?$/.test(says) ? Number(says) : null,
        level: level === '1' ? 'high' : level === '0' ? 'equal' : level === '-1' ? 'low' : null,
      }
    : null;
}

/** "88VIP好评率100%" as a score of that name; null for labels that are no rate. */
function rate(written: string | null): Score | null {
  const says = tidy(written);
  const name = /^(.*[^\d.\s])\s*[\d.]+\s*[%％]$/.exec(says ?? '')?.[1];
  const value = percentOf(says);
  return says && name && value !== null ? { name, text: says, value, level: null } : null;
}

/** Names a score and what it says, so that sources which differ in it do not agree. */
export function scoreKey({ name, text }: Score): string {
  return `${name}|${text}`;
}
