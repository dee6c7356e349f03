import type { LedgerStep } from '../../listing/ledger';

/**
 * Codes seen between 一口价 and 优惠前; the other known codes stand after 优惠前. The kinds and names
 * of codes are `LEDGER_CODES` of lib/listing, which a test holds this to: its texts are too long
 * to be carried into every page.
 */
export const TO_BEFORE: ReadonlySet<string> = new Set(['9', '10', '24', '41', '42']);
export const TO_FINAL: ReadonlySet<string> = new Set(['1', '5', '12', '13', '20', '22']);

/** A token `code_amountFen` of `utcDNow`. */
export type LedgerToken = { code: string; amountFen: number };

/** Most steps whose stage is worked out by trying; the longest ledger seen has 4. */
const MAX_TRIED = 12;

/**
 * Which stage each deduction belongs to. The page lists all of them in one string; the codes' known
 * stages decide where they close (一口价 − 优惠前 and 优惠前 − 到手价), else the only other placing
 * that closes and moves the fewest known codes, else the known stages again.
 */
export function stagesOf(
  tokens: readonly LedgerToken[],
  toBeforeFen: number | null,
  toFinalFen: number | null,
): LedgerStep['stage'][] {
  const known = tokens.map(({ code }) => TO_BEFORE.has(code));
  const movable = tokens.flatMap(({ amountFen }, index) => (amountFen > 0 ? [index] : []));
  const closes = (before: readonly boolean[]): boolean =>
    sum(tokens, before, true) === toBeforeFen && sum(tokens, before, false) === toFinalFen;
  if (toBeforeFen === null || toFinalFen === null || closes(known) || movable.length > MAX_TRIED)
    return named(known);
  let best: { before: boolean[]; cost: number }[] = [];
  for (let mask = 1; mask < 1 << movable.length; mask++) {
    const before = [...known];
    let cost = 0;
    movable.forEach((index, bit) => {
      if ((mask & (1 << bit)) === 0) return;
      before[index] = known[index] !== true;
      const code = tokens[index]?.code ?? '';
      if (TO_BEFORE.has(code) || TO_FINAL.has(code)) cost++;
    });
    if (!closes(before)) continue;
    const least = best[0]?.cost ?? Infinity;
    if (cost < least) best = [];
    if (cost <= least) best.push({ before, cost });
  }
  return named(best.length === 1 && best[0] !== undefined ? best[0].before : known);
}

function sum(tokens: readonly LedgerToken[], before: readonly boolean[], which: boolean): number {
  return tokens.reduce((all, token, i) => (before[i] === which ? all + token.amountFen : all), 0);
}

function named(before: readonly boolean[]): LedgerStep['stage'][] {
  return before.map((isBefore) => (isBefore ? 'to-before' : 'to-final'));
}
