import type { Price } from '../../listing/price';

/** Fen of "1,299.5", integer or with one or two decimals; null for anything else. */
export function fenOf(text: string | null | undefined): number | null {
  const found = /^(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d\d?))?$/.exec(text?.trim() ?? '');
  return (
    found && Number(found[1]?.replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  );
}

const FORM = /^[¥￥]?\s*([\d,.]+)\s*(?:[~～–—-]\s*[¥￥]?\s*([\d,.]+))?\s*(起)?$/;

/**
 * A price as the page writes it: "￥341", "1,299.50", "143.5起" (open upwards), "600 ~ 1200".
 * Null for anything that has more in it, so that two glued numbers are never one.
 */
export function priceOf(text: string): Price | null {
  // Integer and decimals may stand in nodes of their own: "341" ".50".
  const found = FORM.exec(text.trim().replace(/(\d)\s+(\.\d)/g, '$1$2'));
  const minFen = fenOf(found?.[1]);
  if (!found || minFen === null) return null;
  if (!found[2]) return { minFen, maxFen: found[3] ? null : minFen };
  const maxFen = fenOf(found[2]);
  return maxFen === null || maxFen < minFen ? null : { minFen, maxFen };
}

/** An exact price of an amount as text; null where it is none. */
export function exactOf(text: string | null): Price | null {
  const fen = fenOf(text);
  return fen === null ? null : { minFen: fen, maxFen: fen };
}
