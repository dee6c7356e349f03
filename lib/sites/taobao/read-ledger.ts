import type { Ledger, LedgerStep } from '../../listing/ledger';
import type { Promotion } from '../../listing/snapshot';
import { tidy } from '../cut';
import { at, list, parsed, textAt } from '../json';
import { stagesOf, type LedgerToken } from './ledger-stages';
import { fenOf } from './money-text';
import { dataAt, vote, type Listing } from './listing';
import type { Field } from './settle';
import { umpRowsOf } from './ump';

/** Promotions that are a kind of their own, by the platform's code for them (facts §2.4). */
const OWN_KINDS: readonly [RegExp, string][] = [
  [/^spsd4bybt/, '百亿补贴'],
  [/^spsd4hj(?:mss)?j?bt$/, '淘宝秒杀'],
  [/^zflj$/, '国补'],
];

/**
 * The page's own ledger of what it shows: `code_amountFen` joined by `^` in `utcDNow`. `utcDPre` was
 * "noProm" in every capture and its meaning is not known, so it is not read.
 */
export function readLedger(
  listing: Listing,
  gated: boolean,
  promotions: Promotion[],
): Field<Ledger> {
  const rows = umpRowsOf(listing);
  if (!rows) return { votes: [], why: gated ? 'gated' : 'absent' };
  // While nothing is chosen the one row there is may be of the first SKU; it says so itself.
  const key =
    listing.key === '0' && !rows.has('0') && rows.size === 1 ? [...rows.keys()][0] : listing.key;
  const row = rows.get(key ?? '');
  if (!key || !row) return { votes: [], why: 'not-rendered' };
  const tokens = ledgerTokens(textAt(row, 'utcDNow'));
  if (!tokens) return { votes: [], why: 'malformed' };
  const fen = (name: string): number | null => fenOf(textAt(row, name));
  const [listFen, beforeFen, finalFen] = [fen('price3'), fen('price1'), fen('price2')];
  const stages = stagesOf(
    tokens,
    listFen === null || beforeFen === null ? null : listFen - beforeFen,
  );
  const names = namesFor(listing, key, promotions);
  const steps = tokens.map(({ code, amountFen }, index): LedgerStep => {
    const alone = tokens.filter((token) => token.amountFen === amountFen).length === 1;
    const named = namedBy(alone ? amountFen : 0, names);
    return { code, amountFen, stage: stages[index] ?? 'to-final', ...named };
  });
  const skuId = key === '0' ? null : key;
  const value = { listFen, beforeFen, finalFen, steps };
  return {
    votes: vote(listing, 'page-data', `umpPriceLogVO.map.${key}`, value, skuId),
    why: 'absent',
  };
}

/** The tokens of "20_19000^24_202100"; "noProm" is an empty list, null is no such string. */
export function ledgerTokens(written: string | null): LedgerToken[] | null {
  if (!written || written === 'noProm') return [];
  const tokens = written.split('^').map((token) => /^([A-Za-z\d]{1,16})_(\d{1,11})$/.exec(token));
  if (tokens.length > 40 || tokens.includes(null)) return null;
  return tokens.map((token) => ({ code: token?.[1] ?? '', amountFen: Number(token?.[2]) }));
}

/** Texts that may name a step by its amount: the page's lines, the data's coupons, own kinds. */
type Names = {
  lines: string[];
  coupons: string[];
  kinds: { amount: string | null; name: string }[];
};

function namesFor(listing: Listing, key: string, promotions: Promotion[]): Names {
  // Both are JSON strings within the JSON: coupons that the data applies, and what it deducts.
  const coupons = parsed(dataAt(listing, `skuCore.sku2info.${key}.itemApplyParams`));
  const packet = parsed(dataAt(listing, 'xsRedPacketParamVO.xsRedPocketParams.tbShopRedPocket'));
  return {
    // What is only possible names no deduction.
    lines: promotions.filter(({ applied }) => applied !== false).map(({ text }) => text),
    coupons: list(coupons, 50).map((coupon) => textAt(coupon, 'couponName') ?? ''),
    kinds: list(at(packet, 'umpInfo.umpPromotionList'), 50).flatMap((line) => {
      const code = textAt(line, 'promotionName') ?? '';
      const kind = OWN_KINDS.find(([form]) => form.test(code));
      return kind ? [{ amount: textAt(line, 'amount'), name: kind[1] }] : [];
    }),
  };
}

/**
 * What names the step of that amount, and the spend that it asks for: the one line of the page
 * with the same amount, else the one coupon of the data. Two such lines name neither.
 */
function namedBy(amountFen: number, names: Names): Pick<LedgerStep, 'label' | 'thresholdFen'> {
  const fits = (line: string): boolean => amountFen > 0 && amountIn(line) === amountFen;
  const [lines, coupons] = [names.lines.filter(fits), names.coupons.filter(fits)];
  const [name, other] = lines.length > 0 ? lines : coupons;
  const kind = names.kinds.find(({ amount }) => amountFen > 0 && amount === `${amountFen}`);
  const asked = [...new Set([...lines, ...coupons].map(thresholdIn))].filter((fen) => fen !== null);
  return {
    label: kind?.name ?? (other ? null : tidy(name, 200)),
    thresholdFen: lines.length < 2 && asked.length === 1 ? (asked[0] ?? null) : null,
  };
}

/** 省47元, 减200, 抵0.57元, 补贴1元: the deduction that a line names, in fen; null where it names several. */
export function amountIn(line: string): number | null {
  const found = [...line.matchAll(/[省减抵贴]\s*[¥￥]?(\d+(?:\.\d\d?)?)(?![\d.%折])/g)];
  return found.length === 1 ? fenOf(found[0]?.[1]) : null;
}

/** 满5000减200: the 5000, in fen. */
function thresholdIn(line: string): number | null {
  return fenOf(/满(\d+(?:\.\d\d?)?)元?减/.exec(line)?.[1]);
}
