import type { Score } from '../../listing/snapshot';
import { short } from '../cut';
import { label, rawText } from '../dom';
import { at, listAt, textAt } from '../json';
import { percentOf } from './count-text';
import { component, dataVote, domVote, type Field, type Page, type Vote } from './page';
import { find, findAll } from './selectors';

const LEVELS: Readonly<Record<string, Score['level']>> = { '1': 'high', '0': 'equal', '-1': 'low' };
/** What the shop's one star score is called: the page shows it without a word. */
const OVERALL = '综合体验';

/**
 * The shop's scores in the page's words: the old three (宝贝描述 …, with 高/平/低), the new three
 * (宝贝质量 …; "-" where there is none yet), the star score, and the rates among the shop's labels.
 */
export function readScores(page: Page): Field<Score[]> {
  const card = component(page, 'storeCardVO');
  const overall = textAt(card.value, 'overallScore');
  const labels = listAt(card.value, 'labelList', 20).map((one) => textAt(one, 'contentDesc'));
  const fromData = [
    ...evaluations(page.data, 'seller.evaluates'),
    ...(overall === null ? [] : [score(OVERALL, overall, null)]),
    ...evaluations(card.value, 'evaluates'),
    ...labels.map(rate),
  ];
  const votes = fromData.some((one) => one !== null)
    ? dataVote(page, distinct(fromData), `seller.evaluates, ${card.path}`)
    : [];
  return { votes: [...votes, ...shown(page)], why: 'absent' };
}

function evaluations(root: unknown, path: string): (Score | null)[] {
  return listAt(root, path, 10).map((one) =>
    score(textAt(one, 'title'), textAt(one, 'score'), textAt(one, 'level')),
  );
}

function score(name: string | null, written: string | null, level: string | null): Score | null {
  const [words, text] = [short(name), short(written)];
  if (words === null || text === null) return null;
  const value = /^\d{1,2}(?:\.\d{1,3})?$/.test(text) ? Number(text) : null;
  const known = level !== null && Object.hasOwn(LEVELS, level) ? LEVELS[level] : null;
  return { name: words, text, value, level: known ?? null };
}

/** "88VIP好评率100%" as a score of that name; null for labels that are no rate. */
function rate(label: string | null): Score | null {
  const text = short(label);
  const name = /^(.*[^\d.\s])\s*[\d.]+\s*[%％]$/.exec(text ?? '')?.[1];
  const value = percentOf(text?.slice(name?.length ?? 0) ?? null);
  return text === null || name === undefined || value === null
    ? null
    : { name, text, value, level: null };
}

function shown(page: Page): Vote<Score[]>[] {
  const stars = find(page.document, 'shopStars');
  const labels = findAll(page.document, 'shopLabel');
  const scores = distinct([
    stars && score(OVERALL, rawText(stars.element), null),
    ...labels.map(({ element }) => rate(label(element))),
  ]);
  const css = stars?.css ?? labels[0]?.css ?? '';
  return scores.length === 0 ? [] : domVote(page, null, scores, css);
}

function distinct(scores: (Score | null)[]): Score[] {
  const found = scores.filter((one) => one !== null);
  return found
    .filter((one, index) => found.findIndex((other) => other.name === one.name) === index)
    .slice(0, 20);
}

/** Names a score and what it says, so that sources which differ in it do not agree. */
export function scoreKey(one: Score): string {
  return `${one.name}|${one.text}`;
}
