import type { Promotion } from '../../listing/snapshot';
import { short } from '../cut';
import { attr, label, rawText } from '../dom';
import { at, listAt, text, textAt } from '../json';
import { component, dataVote, domVote, type Field, type Page, type Vote } from './page';
import { find, findAll } from './selectors';
import { isReselected } from './ump';

/**
 * Sections of `extensionInfoVO.infos` that hold promotions, and whether being in them says that a
 * line is applied; the other sections are services and attributes.
 */
const SECTIONS: Readonly<Record<string, boolean | null>> = {
  DAILY_COUPON: true,
  BIG_MARK_DOWN_COUPON: true,
  CAN_BE_ENJOYED_AGAIN: false,
  ACTIVITIES: null,
};

/** 可抵, 可减, 可领, 可用, 可享, 待使用, 再享: possible, whatever section it stands in (capture csharp_taobao). */
const POSSIBLE = /可(?:抵|减|领|用|享|再)|待使用|再享/;

/** Promotions and coupons: applied ones, and those that are possible but not in the price. */
export function readPromotions(page: Page): Field<Promotion[]> {
  const votes = [...(isReselected(page) ? [] : fromData(page)), ...fromDom(page)];
  return { votes, why: page.document !== null && isReselected(page) ? 'not-rendered' : 'absent' };
}

function fromData(page: Page): Vote<Promotion[]>[] {
  const part = component(page, 'extensionInfoVO');
  const infos = at(part.value, 'infos');
  if (!Array.isArray(infos)) return [];
  const lines = listAt(part.value, 'infos', 50).flatMap((info) => {
    const type = textAt(info, 'type') ?? '';
    if (!Object.hasOwn(SECTIONS, type)) return [];
    return listAt(info, 'items', 100)
      .flatMap((item) => listAt(item, 'text', 20))
      .map((line) => promotion(text(line), type, SECTIONS[type] ?? null));
  });
  return dataVote(page, unique(lines), `${part.path}.infos`);
}

function fromDom(page: Page): Vote<Promotion[]>[] {
  const area = find(page.document, 'coupons');
  if (area === null) return [];
  let applied: boolean | null = null;
  const lines = findAll(area.element, 'couponOrLabel').map(({ element }) => {
    if (attr(element, 'class')?.includes('enjoyedLabel--')) {
      applied = POSSIBLE.test(rawText(element)) ? false : true;
      return null;
    }
    return promotion(label(element), '', applied);
  });
  const found = unique(lines);
  return found.length === 0 ? [] : domVote(page, 'promotions', found, area.css);
}

function promotion(line: string | null, type: string, applied: boolean | null): Promotion | null {
  const words = short(line);
  if (words === null) return null;
  return { text: words, type, applied: applied === true && POSSIBLE.test(words) ? false : applied };
}

function unique(lines: (Promotion | null)[]): Promotion[] {
  const found = lines.filter((line) => line !== null);
  return found
    .filter((line, index) => found.findIndex((other) => other.text === line.text) === index)
    .slice(0, 100);
}

/**
 * The list that stands for all sources: the one that holds every other's lines. Where another
 * source says of a line that it is only possible, it is not applied.
 */
export function agreeOnPromotions(votes: Vote<Promotion[]>[]): Vote<Promotion[]> | null {
  const [whole] = votes.toSorted((a, b) => b.value.length - a.value.length);
  const texts = new Set(whole?.value.map((line) => line.text));
  if (whole === undefined || !votes.every(({ value }) => value.every((p) => texts.has(p.text))))
    return null;
  const value = whole.value.map((line) => {
    const said = votes.flatMap((vote) => vote.value.filter((other) => other.text === line.text));
    const type = said.find((other) => other.type !== '')?.type ?? '';
    if (said.some((other) => other.applied === false)) return { ...line, type, applied: false };
    return { ...line, type, applied: said.some((other) => other.applied === true) ? true : null };
  });
  return { ...whole, value };
}
