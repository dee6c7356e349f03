import type { Price } from '../../lib/listing/price';
import { priceText } from '../../lib/listing/price-text';
import type { Observation } from '../../lib/listing/series';
import { suspectTimes, type SuspectTime } from '../../lib/listing/suspect-time';
import type { Catalog, Language } from '../../lib/locales/catalog';
import { seriesOf, type SeriesChoice } from '../charts/price-lines';
import { remarkText, seriesName } from './history-text';
import { exactTime } from './seen-text';

/** Everything seen of one compared listing, with what its SKUs are called. */
export type ComparedHistory = {
  listingId: string;
  title: string | null;
  shopName: string | null;
  mine: boolean;
  observations: readonly Observation[];
  skuName: (skuId: string) => string | null;
};

/** One line of the chart: the listing, its series to choose from, and the chosen one. */
export type ComparedSeries = {
  listingId: string;
  title: string;
  shopName: string;
  /** Title, shop and series: what the legend of a picture says. */
  name: string;
  choices: { series: string; name: string }[];
  /** Null where no price was ever told. */
  series: SeriesChoice | null;
  /** Its sights whose time can't be relied on. */
  suspects: ReadonlyMap<Observation, SuspectTime>;
};

/**
 * The series that stands for each listing: the chosen one, else the one seen last that has a public
 * price. Only series with a public price can be chosen.
 */
export function comparedSeries(
  histories: readonly ComparedHistory[],
  chosen: Readonly<Record<string, string>>,
  nowMs: number,
  words: Catalog,
): ComparedSeries[] {
  const { noTitle } = words.options.compare;
  return histories.map(({ listingId, title, shopName, mine, observations, skuName }) => {
    const priced = seriesOf(observations).filter((choice) =>
      choice.observations.some(({ gated, publicPrice }) => !gated && publicPrice !== null),
    );
    const choices = priced.map((choice) => ({
      series: choice.series,
      name: seriesName(choice, skuName, words),
    }));
    const asked = Object.hasOwn(chosen, listingId) ? chosen[listingId] : undefined;
    const series = priced.find((each) => each.series === asked) ?? priced[0] ?? null;
    const whose = `${mine ? `${words.common.mine} · ` : ''}${shopName ?? words.options.compare.noShop}`;
    const which = choices.find((each) => each.series === series?.series)?.name;
    return {
      listingId,
      title: title ?? noTitle,
      shopName: shopName ?? '',
      name: [title ?? noTitle, whose, ...(which === undefined ? [] : [which])].join(' · '),
      choices,
      series,
      suspects: suspectTimes(series?.observations ?? [], nowMs),
    };
  });
}

/**
 * The sights that are drawn, a row each, oldest first; a gated one keeps its row and no price. What
 * speaks against a row's time stands beside it.
 */
export function comparedHistoryTable(
  lines: readonly ComparedSeries[],
  fromMs: number,
  words: Catalog,
  language: Language,
): string[][] {
  const { detail, columns } = words.options.watch;
  const text = (price: Price | null, row: Observation) =>
    price === null || row.gated ? '' : priceText(price, words.common.fromPrice);
  const rows = lines.flatMap(({ title, shopName, choices, series, suspects }) => {
    const name = choices.find((each) => each.series === series?.series)?.name ?? '';
    return (series?.observations ?? [])
      .filter(({ atMs }) => atMs >= fromMs)
      .map((row) => ({
        atMs: row.atMs,
        cells: [
          exactTime(language, row.atMs),
          title,
          shopName,
          name,
          text(row.publicPrice, row),
          text(row.finalPrice, row),
          remarkText(row, suspects, words, language),
        ],
      }));
  });
  return [
    [
      detail.time,
      columns.listing,
      words.options.watch.shop,
      detail.series,
      detail.publicLine,
      detail.accountLine,
      detail.remark,
    ],
    ...rows.toSorted((a, b) => a.atMs - b.atMs).map(({ cells }) => cells),
  ];
}
