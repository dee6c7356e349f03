import type { ComparedListing, Comparison, LikeCell } from '../../lib/analysis/compare-result';
import type { CheckState } from '../../lib/analysis/checklist-result';
import { priceText, yuanText } from '../../lib/listing/price-text';
import type { Price } from '../../lib/listing/price';
import type { Catalog } from '../../lib/locales/catalog';
import { unitPriceText } from '../overlay/unit-price-text';
import { shareText, spanText } from '../ui/ladder-text';

/**
 * What stands in one cell: text lines, or a state. `blank` says why there is nothing (a line of
 * text, shown quietly).
 */
export type CompareCell = { lines: string[] } | { state: CheckState } | { blank: string };
export type CompareRow = { name: string; strong: boolean; cells: CompareCell[] };
export type CompareSection = {
  key: keyof Catalog['options']['compare']['sections'];
  rows: CompareRow[];
};

/** The comparison as rows of cells, one cell for each listing; rows without any value are left out. */
export function compareSections(comparison: Comparison, words: Catalog): CompareSection[] {
  const { listings, points, attributes } = comparison;
  const { rows, absent, unread } = words.options.compare;
  const row = (
    name: string,
    cell: (listing: ComparedListing) => CompareCell,
    strong = false,
  ): CompareRow => ({ name, strong, cells: listings.map(cell) });
  const text = (value: string | null): CompareCell =>
    value === null ? { blank: unread } : { lines: [value] };
  const price = (of: Price | null): CompareCell =>
    text(of === null ? null : priceText(of, words.common.fromPrice));
  const share = (of: { part: number; total: number } | null): CompareCell =>
    of === null
      ? { blank: words.common.none }
      : { lines: [words.common.counts.ofTotal(of.part, of.total)] };

  const sections: CompareSection[] = [
    {
      key: 'price',
      rows: [
        row(rows.public, (listing) => publicCell(listing, words), true),
        row(rows.toMine, (listing) => toMineCell(listing, words)),
        row(rows.final, ({ price: { final, noPublic } }) =>
          final === null && noPublic !== null
            ? { blank: words.common.noPublicShort[noPublic] }
            : price(final),
        ),
        row(rows.before, ({ price: { before } }) => price(before)),
        row(rows.list, ({ price: { list } }) => price(list)),
        row(rows.steps, ({ price: { steps } }) => stepsCell(steps, words)),
        row(rows.sku, ({ price: { sku } }) => ({
          lines: [sku === null ? words.options.compare.pageLevel : sku.join(' / ')],
        })),
      ],
    },
    {
      key: 'skus',
      rows: comparison.skus.map(({ text: name, cells, lowest }) => ({
        name,
        strong: false,
        cells: cells.map((cell, at) => likeCell(cell, lowest.includes(at), words)),
      })),
    },
    {
      key: 'content',
      rows: [
        row(rows.coverage, ({ coverage }) =>
          share(coverage === null ? null : { part: coverage.covered, total: coverage.total }),
        ),
        row(rows.checklist, ({ checklist }) =>
          share(checklist === null ? null : { part: checklist.passed, total: checklist.total }),
        ),
        ...points.map(({ name, mustHave, states }) => ({
          name,
          strong: mustHave,
          cells: states.map((state) => ({ state })),
        })),
      ],
    },
    {
      key: 'market',
      rows: [
        row(rows.sales, ({ sales }) =>
          text(
            sales === null
              ? null
              : `${words.common.salesMetrics[sales.metric]} ${sales.count.text}`,
          ),
        ),
        row(rows.reviews, ({ reviews }) => text(reviews)),
        row(rows.goodRate, ({ goodRate }) => text(goodRate)),
        ...scoreNames(listings).map((name) =>
          row(name, ({ scores }) =>
            text(scores?.find((score) => score.name === name)?.text.trim() ?? null),
          ),
        ),
        row(rows.impressions, ({ impressions }) =>
          impressions === null
            ? { blank: unread }
            : { lines: impressions.slice(0, 6).map(({ word, count }) => `${word} ${count.text}`) },
        ),
        row(rows.images, ({ imageCount }) => text(imageCount === null ? null : String(imageCount))),
      ],
    },
    {
      key: 'attributes',
      rows: attributes.map(({ name, cells }) => ({
        name,
        strong: false,
        cells: cells.map((cell): CompareCell =>
          cell.state === 'value'
            ? { lines: [cell.value] }
            : { blank: cell.state === 'absent' ? absent : unread },
        ),
      })),
    },
  ];
  return sections
    .map((section) => ({ ...section, rows: section.rows.filter(hasValue) }))
    .filter((section) => section.rows.length > 0);
}

const hasValue = ({ cells }: CompareRow) => cells.some((cell) => !('blank' in cell));

function publicCell({ price }: ComparedListing, words: Catalog): CompareCell {
  if (price.public === null)
    return { blank: words.common.noPublicShort[price.noPublic ?? 'no-prices'] };
  const text = priceText(price.public, words.common.fromPrice);
  return { lines: price.needsCoupon ? [text, words.common.needsCoupon] : [text] };
}

/** "低 ¥20（−15.5%）"; a range that reaches both sides says that it can't be told. */
function toMineCell({ mine, price }: ComparedListing, words: Catalog): CompareCell {
  const { lower, higher, same, notSure, atLeast } = words.options.compare;
  if (mine) return { blank: words.common.mine };
  if (price.toMine === null) return { blank: words.common.none };
  const { difference, share } = price.toMine;
  const { minFen, maxFen } = difference;
  if (minFen === 0 && maxFen === 0) return { lines: [same] };
  const isLower = maxFen !== null && maxFen < 0;
  if (!isLower && (minFen === null || minFen <= 0)) return { blank: notSure };
  const end = isLower ? maxFen : minFen;
  const by = spanText(difference) ?? atLeast(`¥${yuanText(Math.abs(end ?? 0))}`);
  const percent = share === null ? null : shareText(share);
  const text = percent === null ? by : `${by}${words.common.inBrackets(percent)}`;
  return { lines: [(isLower ? lower : higher)(text)] };
}

function stepsCell(steps: ComparedListing['price']['steps'], words: Catalog): CompareCell {
  if (steps.length === 0) return { blank: words.common.none };
  return {
    lines: steps.map(
      (step) =>
        `${step.label ?? step.name} −¥${yuanText(step.amountFen)} · ${words.common.ledgerKinds[step.kind]}`,
    ),
  };
}

/** "¥45 · 最低", "¥9/100g", and which SKU it is. */
function likeCell(cell: LikeCell | null, isLowest: boolean, words: Catalog): CompareCell {
  const { fromPrice, needsCoupon, none } = words.common;
  if (cell === null) return { blank: none };
  const { price, unit, names } = cell;
  const marks = [
    priceText(price, fromPrice),
    ...(isLowest ? [words.options.compare.lowest] : []),
    ...(cell.needsCoupon ? [needsCoupon] : []),
  ];
  const per = unit === null ? '' : unit.per === 'piece' ? unit.word : unit.per;
  return {
    lines: [
      marks.join(' · '),
      ...(unit === null ? [] : [`${unitPriceText(unit, fromPrice)}/${per}`]),
      ...(names.length === 0 ? [] : [names.join(' / ')]),
    ],
  };
}

/** Every score's name, in the order met. */
function scoreNames(listings: readonly ComparedListing[]): string[] {
  return [...new Set(listings.flatMap(({ scores }) => (scores ?? []).map((score) => score.name)))];
}

/** The comparison as rows of text, the listings' names at the head. */
export function compareTable(comparison: Comparison, words: Catalog): string[][] {
  const { title, noTitle } = words.options.compare;
  const cellText = (cell: CompareCell) => {
    if ('state' in cell) return words.common.states[cell.state];
    return 'blank' in cell ? cell.blank : cell.lines.join(words.common.listSeparator);
  };
  return [
    [title, ...comparison.listings.map((listing) => listing.title ?? noTitle)],
    [words.options.watch.shop, ...comparison.listings.map((listing) => listing.shopName ?? '')],
    ...compareSections(comparison, words).flatMap(({ rows }) =>
      rows.map(({ name, cells }) => [name, ...cells.map(cellText)]),
    ),
  ];
}
