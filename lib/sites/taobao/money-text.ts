import type { Price } from '../../listing/price';

/** Highest amount that is read, as in `MAX_FEN` of the listing's price; a test holds them equal. */
const MAX = 100_000_000_000;

/** Fen of "1,299.5", integer or with one or two decimals; null for anything else. */
export function fenOf(text: string | null): number | null {
  const found = /^(\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(text?.trim() ?? '');
  if (found?.[1] === undefined) return null;
  const fen = Number(found[1].replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return fen <= MAX ? fen : null;
}

const FORM =
  /^[\u00a5\uffe5]?\s*([\d,]+(?:\.\d+)?)\s*(?:[~\uff5e\u2013\u2014-]\s*[\u00a5\uffe5]?\s*([\d,]+(?:\.\d+)?))?\s*(\u8d77)?$/;

/**
 * A price as the page writes it: "￥341", "1,299.50", "143.5起" (open upwards), "600 ~ 1200".
 * Null for anything that has more in it, so that two glued numbers are never one.
 */
export function priceOf(text: string): Price | null {
  // 整数 and decimals may stand in nodes of their own: "341" ".50".
  const found = FORM.exec(text.trim().replace(/(\d)\s+(\.\d)/g, '$1$2'));
  if (found === null) return null;
  const minFen = fenOf(found[1] ?? null);
  if (minFen === null) return null;
  if (found[2] === undefined) return { minFen, maxFen: found[3] === undefined ? minFen : null };
  const maxFen = fenOf(found[2]);
  if (maxFen === null || maxFen < minFen) return null;
  return { minFen, maxFen };
}
