import type { PricedStep } from '../../lib/analysis/price-result';
import type { Price } from '../../lib/listing/price';
import { priceText, yuanText } from '../../lib/listing/price-text';
import type { Observation } from '../../lib/listing/series';
import type { SuspectTime } from '../../lib/listing/suspect-time';
import type { Catalog, Language } from '../../lib/locales/catalog';
import { exactTime } from './seen-text';

/** What each deduction of a sight is known to be. */
export type StepsOf = (seen: Observation) => PricedStep[];

/** The ledger of one sight, a line each: 一口价, then every deduction with its kind. */
export function ledgerLines(
  seen: Observation | undefined,
  stepsOf: StepsOf,
  words: Catalog,
): string[] {
  if (seen === undefined || seen.steps.length === 0) return [];
  const list =
    seen.listPrice === null
      ? []
      : [`${words.common.priceRoles.list} ${priceText(seen.listPrice, words.common.fromPrice)}`];
  return [
    ...list,
    ...stepsOf(seen).map(
      ({ label, name, amountFen, kind }) =>
        `${label ?? name} −¥${yuanText(amountFen)} · ${words.common.ledgerKinds[kind]}`,
    ),
  ];
}

/** What speaks against the time of a sight, in a sentence; null where nothing does. */
export function suspectText(
  suspect: SuspectTime | undefined,
  words: Catalog,
  language: Language,
): string | null {
  const { suspectTime } = words.options.watch.detail;
  if (suspect === undefined) return null;
  if (suspect.why === 'ahead') return suspectTime.ahead;
  return suspectTime[suspect.why](exactTime(language, suspect.otherMs));
}

/** What a table says beside a sight: that its price was held back, and that its time is in doubt. */
export function remarkText(
  seen: Observation,
  suspects: ReadonlyMap<Observation, SuspectTime>,
  words: Catalog,
  language: Language,
): string {
  const gated = seen.gated ? words.options.watch.detail.gatedMark : null;
  return [gated, suspectText(suspects.get(seen), words, language)]
    .filter((remark) => remark !== null)
    .join(words.common.listSeparator);
}

/**
 * A series as rows of text, head row first, newest last; gated sights keep their row, marked, and so do
 * those whose time is suspect.
 */
export function historyTable(
  seen: readonly Observation[],
  suspects: ReadonlyMap<Observation, SuspectTime>,
  stepsOf: StepsOf,
  words: Catalog,
  language: Language,
): string[][] {
  const { detail } = words.options.watch;
  const text = (price: Price | null, row: Observation) =>
    price === null || row.gated ? '' : priceText(price, words.common.fromPrice);
  return [
    [
      detail.time,
      detail.list,
      words.common.priceRoles.before,
      detail.publicLine,
      detail.accountLine,
      words.common.fields.ledger,
      detail.remark,
    ],
    ...seen.map((row) => [
      exactTime(language, row.atMs),
      text(row.listPrice, row),
      text(row.beforePrice, row),
      text(row.publicPrice, row),
      text(row.finalPrice, row),
      row.gated ? '' : ledgerLines(row, stepsOf, words).join(words.common.listSeparator),
      remarkText(row, suspects, words, language),
    ]),
  ];
}

/** What a series is called: the page, or a SKU by its names; 起 apart. */
export function seriesName(
  series: { skuId: string | null; isFrom: boolean },
  skuName: (skuId: string) => string | null,
  words: Catalog,
): string {
  const { detail } = words.options.watch;
  const base =
    series.skuId === null ? detail.page : (skuName(series.skuId) ?? detail.sku(series.skuId));
  return series.isFrom ? detail.fromSeries(base) : base;
}
