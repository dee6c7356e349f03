import type { Promotion } from '../../listing/snapshot';
import { tidy } from '../cut';
import { at, list, asText, textAt } from '../json';
import { isDegraded } from './gate';
import { drawn, rowsOf, said, type Listing, type Vote } from './listing';
import { distinct } from './settle';

/**
 * Sections of `extensionInfoVO.infos` that hold promotions, and whether being in one says that a
 * line is applied; the other sections are services and attributes (captures 2025-11 to 2026-02).
 */
const SECTIONS: Readonly<Record<string, boolean | null>> = {
  DAILY_COUPON: true,
  BIG_MARK_DOWN_COUPON: true,
  CAN_BE_ENJOYED_AGAIN: false,
  ACTIVITIES: null,
};

/** 可抵, 可减, 可领, 可用, 可享, 可再享, 待使用: possible, whatever section it is in (csharp_taobao). */
const POSSIBLE = /可[抵减领用享再]|待使用/;

/** Promotions and coupons: applied ones, and those that are possible but not in the price. */
export function readPromotions(listing: Listing): Vote<Promotion[]>[] {
  const isGated = isDegraded(listing);
  return [
    // What applies to one SKU need not apply to the next: after a choice the DOM alone speaks.
    ...(listing.seen.reselected
      ? []
      : said(listing, 'extensionInfoVO.infos', (infos) => fromInfos(infos, isGated))),
    ...drawn(listing, 'coupon', fromRows(rowsOf(listing.seen, 'coupon'))),
  ];
}

/** A degraded render leaves promotions out: that it lists none does not say that there are none. */
function fromInfos(infos: unknown, isGated: boolean): Promotion[] | null {
  const lines = list(infos, 50).flatMap((info) => {
    const type = textAt(info, 'type') ?? '';
    const applied = Object.hasOwn(SECTIONS, type) ? SECTIONS[type] : undefined;
    if (applied === undefined) return [];
    return list(at(info, 'items'), 100)
      .flatMap((item) => list(at(item, 'text'), 20))
      .map((line) => promotion(asText(line), type, applied));
  });
  if (!Array.isArray(infos) || (isGated && lines.length === 0)) return null;
  return distinct(lines, ({ text }) => text, 100);
}

/** Coupons as shown: a row of one text each, and rows of the words that stand before them. */
function fromRows(rows: string[][]): Promotion[] | null {
  let applied: boolean | null = null;
  const lines = rows.map(([text = '', words]) => {
    if (words === undefined) return promotion(text, '', applied);
    applied = !POSSIBLE.test(words);
    return null;
  });
  const found = distinct(lines, ({ text }) => text, 100);
  return found.length > 0 ? found : null;
}

function promotion(line: string | null, type: string, applied: boolean | null): Promotion | null {
  const text = tidy(line);
  return text ? { text, type, applied: applied && !POSSIBLE.test(text) } : null;
}

/**
 * The list that stands for all sources: the one that holds every other's lines. A line that one
 * source says is only possible is not applied.
 */
export function agreeOnPromotions(votes: Vote<Promotion[]>[]): Vote<Promotion[]> | null {
  const [whole] = votes.toSorted((a, b) => b.value.length - a.value.length);
  const all = votes.flatMap((vote) => vote.value);
  if (!whole || all.some((one) => !whole.value.some(({ text }) => text === one.text))) return null;
  const value = whole.value.map(({ text }) => {
    const same = all.filter((one) => one.text === text);
    const says = (applied: boolean): boolean => same.some((one) => one.applied === applied);
    const type = same.find((one) => one.type)?.type ?? '';
    return { text, type, applied: says(false) ? false : says(true) || null };
  });
  return { ...whole, value };
}
