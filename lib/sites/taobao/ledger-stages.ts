import type { LedgerStep } from '../../listing/ledger';

/**
 * Codes seen between 一口价 and 优惠前, and those seen after it. Their kinds and names are
 * `LEDGER_CODES` of lib/listing, which a test holds these to: its texts are too long to be carried
 * into every page.
 */
export const TO_BEFORE = '9,10,24,41,42'.split(',');
export const TO_FINAL = '1,5,12,13,20,22'.split(',');

/** A token `code_amountFen` of `utcDNow`. */
export type LedgerToken = { code: string; amountFen: number };

/** Most unknown codes that are placed by trying; no capture has any. */
const MAX_TRIED = 10;

/**
 * Which stage each deduction belongs to: the page lists those of both in one string. Known codes
 * have their stage; unknown ones the one placing that closes the ledger from 一口价 to 优惠前, where
 * there is just one, else they count as after it.
 */
export function stagesOf(
  tokens: readonly LedgerToken[],
  toBeforeFen: number | null,
): LedgerStep['stage'][] {
  const isBefore = tokens.map(({ code }) => TO_BEFORE.includes(code));
  const unknown = tokens.filter(
    ({ code, amountFen }) => amountFen > 0 && !TO_BEFORE.includes(code) && !TO_FINAL.includes(code),
  );
  const known = tokens.reduce((sum, one, i) => (isBefore[i] ? sum + one.amountFen : sum), 0);
  const fitting: LedgerToken[][] = [];
  for (let mask = 0; mask < 1 << Math.min(unknown.length, MAX_TRIED); mask++) {
    const chosen = unknown.filter((_, bit) => mask & (1 << bit));
    const sum = chosen.reduce((all, one) => all + one.amountFen, known);
    if (sum === toBeforeFen) fitting.push(chosen);
  }
  const [placed = []] = fitting.length === 1 ? fitting : [];
  return tokens.map((token, i) =>
    isBefore[i] || placed.includes(token) ? 'to-before' : 'to-final',
  );
}
