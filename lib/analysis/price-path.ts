import type { Ledger } from '../listing/ledger';
import type { LedgerCode } from '../listing/ledger-codes';
import { exactPrice, isExact, type Price } from '../listing/price';
import type { FieldName, ListingSnapshot, MissingWhy } from '../listing/snapshot';
import { isOwnKind } from './own-kind';
import { isPromoted } from './promoted-sku';
import type { NoPublicPrice, PricedStep, PricePath } from './price-result';

/** Why a field was not read; null where the reader did not say, or where it was read. */
function whyMissing(snapshot: ListingSnapshot, field: FieldName): MissingWhy | null {
  return snapshot.missing.find((miss) => miss.field === field)?.why ?? null;
}

/** Each step with what its code is known to be; a known code in the other stage is unknown. */
export function priceSteps(
  ledger: Pick<Ledger, 'steps'>,
  codes: readonly LedgerCode[],
): PricedStep[] {
  return ledger.steps.map((step) => {
    if (step.label !== null && isOwnKind(step.label))
      return { ...step, kind: 'own-kind', name: step.label, confidence: 'C' };
    const known = codes.find((entry) => entry.code === step.code && entry.stage === step.stage);
    return known === undefined
      ? { ...step, kind: 'unknown', name: step.label ?? step.code, confidence: null }
      : { ...step, kind: known.kind, name: known.name, confidence: known.confidence };
  });
}

/**
 * Whether the ledger's own prices and steps add up to the fen, in both stages. False as well
 * where a price that the sum needs is not there; a list price is needed only by its own steps.
 */
export function ledgerCloses(ledger: Ledger): boolean {
  const { listFen, beforeFen, finalFen } = ledger;
  if (beforeFen === null || finalFen === null) return false;
  let toBefore = 0;
  let toFinal = 0;
  for (const step of ledger.steps) {
    if (step.stage === 'to-before') toBefore += step.amountFen;
    else toFinal += step.amountFen;
  }
  if (listFen === null ? toBefore > 0 : listFen - toBefore !== beforeFen) return false;
  return beforeFen - toFinal === finalFen;
}

/**
 * From 一口价 to 公开到手价 and 本账号到手价 (facts 2.4, captures of 2025-11 to 2026-02). The public
 * price is the before price less the ledger's public deductions between before and final; with
 * the smallest doubt it is null, and `noPublic` says which doubt; where the sum does not close no
 * number is called final at all, and the page's own stands in `shown`. Ranges and 起 stay as they are
 * where nothing is deducted; a deduction from one of them is never worked out, because a ledger
 * speaks of one SKU only.
 */
export function pricePath(snapshot: ListingSnapshot, codes: readonly LedgerCode[]): PricePath {
  const { listPrice, beforePrice, finalPrice } = snapshot;
  const shown = finalPrice.value === null ? beforePrice : finalPrice;
  const shownSku =
    shown.from?.skuId ??
    (shown.value === null || isExact(shown.value) ? snapshot.chosenSku.value?.skuId : null) ??
    null;

  const ledgerSku = snapshot.ledger.from?.skuId ?? null;
  const ledgerIsOther = ledgerSku !== null && shownSku !== null && ledgerSku !== shownSku;
  const shownIsRange = shown.value !== null && !isExact(shown.value);
  const ledger = ledgerIsOther || shownIsRange ? null : snapshot.ledger.value;
  const steps = ledger === null ? [] : priceSteps(ledger, codes);

  const orLedger = (field: FieldName, price: Price | null, fen: number | null) =>
    price === null && fen !== null && whyMissing(snapshot, field) !== 'ambiguous'
      ? exactPrice(fen)
      : price;
  const path: PricePath = {
    list: orLedger('listPrice', listPrice.value, ledger?.listFen ?? null),
    before: orLedger('beforePrice', beforePrice.value, ledger?.beforeFen ?? null),
    public: null,
    final: orLedger('finalPrice', finalPrice.value, ledger?.finalFen ?? null),
    shown: null,
    steps,
    closes: ledger === null ? null : ledgerCloses(ledger),
    noPublic: null,
    needsCoupon: false,
    skuId: shownSku ?? (shown.value === null ? ledgerSku : null),
    account: snapshot.account,
  };

  const doubt = doubtOf(snapshot, path, ledger);
  if (doubt !== null) {
    const told = { ...path, noPublic: doubt };
    return isFinal(told, ledger)
      ? told
      : { ...told, final: null, shown: path.final ?? (doubt === 'gated' ? path.before : null) };
  }
  if (ledger === null || path.before === null) return { ...path, public: path.before };
  const off = steps.filter(
    (step) =>
      step.stage === 'to-final' && (step.kind === 'public' || step.kind === 'public-coupon'),
  );
  const deducted = off.reduce((sum, step) => sum + step.amountFen, 0);
  return {
    ...path,
    public: exactPrice(path.before.minFen - deducted),
    needsCoupon: off.some((step) => step.kind === 'public-coupon' && step.amountFen > 0),
  };
}

/**
 * Whether the page's number may be called this account's price. Not on a gated page, not where
 * readers disagree, and not where it, list and before price or the ledger do not add up.
 */
function isFinal({ noPublic, closes, final }: PricePath, ledger: Ledger | null): boolean {
  if (noPublic === 'gated' || noPublic === 'ambiguous' || noPublic === 'does-not-close')
    return false;
  return closes !== false && (ledger === null || final?.minFen === ledger.finalFen);
}

/** The first reason not to name a public price, null where there is none. */
function doubtOf(
  snapshot: ListingSnapshot,
  path: PricePath,
  ledger: Ledger | null,
): NoPublicPrice | null {
  if (snapshot.gated || snapshot.account === 'degraded') return 'gated';
  const whys = (['beforePrice', 'finalPrice', 'ledger'] as const).map((field) =>
    whyMissing(snapshot, field),
  );
  if (whys.includes('ambiguous')) return 'ambiguous';
  if (whys.includes('gated')) return 'gated';
  const { list, before, final } = path;
  if (before === null && final === null) return 'no-prices';
  const beforeSku = snapshot.beforePrice.from?.skuId ?? null;
  const finalSku = snapshot.finalPrice.from?.skuId ?? null;
  if (beforeSku !== null && finalSku !== null && beforeSku !== finalSku) return 'ambiguous';
  if (before === null) return 'no-ledger';
  if (final !== null && final.minFen > before.minFen) return 'does-not-close';
  if (list !== null && isExact(list) && isExact(before) && before.minFen > list.minFen)
    return 'does-not-close';

  const ownKindApplied = (snapshot.promotions.value ?? []).some(
    (promotion) =>
      promotion.applied !== false && (isOwnKind(promotion.text) || isOwnKind(promotion.type)),
  );
  const ownSteps = path.steps.filter((step) => step.kind === 'own-kind');
  if (ownSteps.some((step) => step.stage === 'to-before')) return 'own-kind';
  if (ownKindApplied && ownSteps.length === 0) return 'own-kind';

  if (ledger !== null) {
    if (path.steps.some((step) => step.kind === 'unknown')) return 'unknown-code';
    if (path.closes !== true) return 'does-not-close';
    const isOfShown = isExact(before) && before.minFen === ledger.beforeFen;
    if (!isOfShown || final?.minFen !== ledger.finalFen) return 'does-not-close';
    return null;
  }

  if (final === null && everySkuHidden(snapshot)) return 'gated';
  const notSaid = final === null && (whys[1] === 'not-rendered' || whys[1] === 'malformed');
  if (notSaid || whys[2] === 'malformed') return 'no-ledger';
  if (final !== null && (final.minFen !== before.minFen || final.maxFen !== before.maxFen))
    return 'no-ledger';
  // A sold-out SKU has no price after deductions, while those beside it do.
  if (final === null && (snapshot.skus.value ?? []).some(isPromoted)) return 'no-ledger';
  const applied = (snapshot.promotions.value ?? []).some((promotion) => promotion.applied === true);
  return applied ? 'no-ledger' : null;
}

/** `hideOtherPrice`: SKUs are listed and not one of them carries a price (facts 2.5). */
function everySkuHidden(snapshot: ListingSnapshot): boolean {
  const skus = snapshot.skus.value ?? [];
  return skus.length > 0 && skus.every((sku) => sku.before === null && sku.final === null);
}
