import type { Ledger, LedgerStep } from '../../listing/ledger';
import type { Promotion } from '../../listing/snapshot';
import { short } from '../cut';
import { at, listAt, parsed, text, textAt } from '../json';
import { skuInfo } from './chosen';
import { stagesOf, type LedgerToken } from './ledger-stages';
import { fenOf } from './money-text';
import { component, dataVote, type Field, type Page } from './page';
import { umpRow } from './ump';

/** Names of promotions that are a kind of their own, by the platform's code for them (facts §2.4). */
const OWN_KINDS: readonly [RegExp, string][] = [
  [/^spsd4bybt/, '百亿补贴'],
  [/^spsd4hj(?:mss)?j?bt$/, '淘宝秒杀'],
  [/^zflj$/, '国补'],
];

/**
 * The page's own ledger of the SKU that it shows: `code_amountFen` joined by `^` in `utcDNow`.
 * `utcDPre` was "noProm" in every capture and its meaning is not known, so it is not read.
 */
export function readLedger(page: Page, gated: boolean, promotions: Promotion[]): Field<Ledger> {
  const ump = component(page, 'umpPriceLogVO').value;
  const found = umpRow(page);
  if (found === null) {
    const why = textAt(ump, 'map') === null ? (gated ? 'gated' : 'absent') : 'not-rendered';
    return { votes: [], why };
  }
  const { key, row, path } = found;
  const tokens = ledgerTokens(textAt(row, 'utcDNow'));
  if (tokens === null) return { votes: [], why: 'malformed' };
  const [listFen, beforeFen, finalFen] = ['price3', 'price1', 'price2'].map((name) =>
    fenOf(textAt(row, name)),
  );
  const difference = (from = listFen, to = beforeFen): number | null =>
    typeof from === 'number' && typeof to === 'number' ? from - to : null;
  const stages = stagesOf(tokens, difference(), difference(beforeFen ?? null, finalFen ?? null));
  const names = {
    lines: lines(promotions),
    coupons: couponNames(page, key),
    kinds: ownKinds(page),
  };
  const steps = tokens.map(({ code, amountFen }, index): LedgerStep => {
    const only = tokens.filter((token) => token.amountFen === amountFen).length === 1;
    const named = only ? namedBy(amountFen, names) : NAMELESS;
    return { code, amountFen, stage: stages[index] ?? 'to-final', ...named };
  });
  const value = {
    listFen: listFen ?? null,
    beforeFen: beforeFen ?? null,
    finalFen: finalFen ?? null,
    steps,
  };
  return { votes: dataVote(page, value, path, key === '0' ? null : key), why: 'malformed' };
}

/** The tokens of "20_19000^24_202100"; "noProm" is an empty list, null is no such string. */
export function ledgerTokens(written: string | null): LedgerToken[] | null {
  if (written === null || written === 'noProm') return [];
  const tokens = written.split('^').map((token): LedgerToken | null => {
    const found = /^([A-Za-z0-9]{1,16})_(\d{1,11})$/.exec(token);
    return found?.[1] === undefined ? null : { code: found[1], amountFen: Number(found[2]) };
  });
  const read = tokens.filter((token) => token !== null);
  return read.length === tokens.length && read.length <= 40 ? read : null;
}

const NAMELESS = { label: null, thresholdFen: null };

/** Lines that may name a step: what is only possible names none. */
function lines(promotions: Promotion[]): string[] {
  return promotions.filter((line) => line.applied !== false).map((line) => line.text);
}

/** The names of coupons that the data applies to the SKU: a JSON string within its row. */
function couponNames(page: Page, key: string): string[] {
  const row = key === '0' ? at(page.data, 'skuCore.sku2info.0') : skuInfo(page.data, key);
  const coupons = parsed(at(row, 'itemApplyParams'));
  return listAt({ coupons }, 'coupons', 50)
    .map((coupon) => textAt(coupon, 'couponName'))
    .filter((name) => name !== null);
}

function ownKinds(page: Page): { amountFen: string; name: string }[] {
  const packet = component(page, 'xsRedPacketParamVO').value;
  const info = parsed(at(packet, 'xsRedPocketParams.tbShopRedPocket'));
  return listAt(info, 'umpInfo.umpPromotionList', 50).flatMap((line) => {
    const code = textAt(line, 'promotionName') ?? '';
    const name = OWN_KINDS.find(([form]) => form.test(code))?.[1];
    return name === undefined ? [] : [{ amountFen: text(at(line, 'amount')) ?? '', name }];
  });
}

type Names = { lines: string[]; coupons: string[]; kinds: { amountFen: string; name: string }[] };

/**
 * What names the step of that amount, and the spend that it asks for: the one line of the page
 * with the same amount, else the one coupon of the data. Two such lines name neither.
 */
function namedBy(amountFen: number, names: Names): Pick<LedgerStep, 'label' | 'thresholdFen'> {
  if (amountFen === 0) return NAMELESS;
  const kind = names.kinds.find((line) => line.amountFen === String(amountFen));
  const ofAmount = (texts: string[]): string[] =>
    texts.filter((line) => amountIn(line) === amountFen);
  const [lines, coupons] = [ofAmount(names.lines), ofAmount(names.coupons)];
  const label = lines.length + coupons.length === 1 ? [...lines, ...coupons] : lines;
  const asked = new Set([...lines, ...coupons].map(thresholdIn).filter((fen) => fen !== null));
  return {
    label: kind?.name ?? (label.length === 1 ? short(label[0] ?? null, 200) : null),
    thresholdFen: lines.length < 2 && asked.size === 1 ? ([...asked][0] ?? null) : null,
  };
}

/** 省47元, 减200, 抵0.57元, 补贴1元: the deduction that a line names, in fen; null where it names several. */
export function amountIn(line: string): number | null {
  const found = [
    ...line.matchAll(/(?:省|减|抵|补贴|优惠)\s*[¥￥]?(\d+(?:\.\d{1,2})?)(?![\d.%折])/g),
  ];
  return found.length === 1 ? fenOf(found[0]?.[1] ?? null) : null;
}

/** 满5000减200: the 5000, in fen. */
function thresholdIn(line: string): number | null {
  return fenOf(/满\s*(\d+(?:\.\d{1,2})?)\s*元?\s*减/.exec(line)?.[1] ?? null);
}
