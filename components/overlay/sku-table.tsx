import { useState } from 'preact/hooks';
import type { SkuMark, SkuRow, SkuTable } from '../../lib/analysis/sku-result';
import type { Price } from '../../lib/listing/price';
import { priceText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';
import type { NewsItem } from '../../lib/messaging/change-news';
import { useWords } from '../ui/words';
import { LateDetails } from './late-details';
import './sku-table.css';
import { unitPriceText } from './unit-price-text';
import { Was } from './was';

/** How many SKUs are drawn until all are asked for. */
const FIRST = 8;

/** Every SKU with both prices, stock and unit price; folded to one line at first. */
export function SkuTableView(props: { table: SkuTable | null; news?: readonly NewsItem[] }) {
  const { table, news = [] } = props;
  const words = useWords();
  const text = words.overlay.skus;
  const [all, setAll] = useState(false);
  if (table === null) return null;
  const { rows, role, gated, priced } = table;
  const hasUnits = rows.some((row) => row.unitPrice !== null);
  const isCompared = hasUnits || rows.some((row) => row.mark !== null);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <LateDetails
      class="skus"
      summary={
        <>
          <span>{text.summary(rows.length)}</span>
          {gated > 0 && <span class="skus-gated">{text.gatedCount(gated)}</span>}
        </>
      }
    >
      {() => (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.before}</th>
                <th scope="col">{text.final}</th>
                {hasUnits && <th scope="col">{text.unit}</th>}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Row key={row.skuId} row={row} role={role} hasUnits={hasUnits} news={news} />
              ))}
            </tbody>
          </table>
          {rows.length > FIRST && (
            <button type="button" class="dock-link" onClick={() => setAll(!all)}>
              {all ? text.fewer : text.showAll(rows.length)}
            </button>
          )}
          {role !== null && isCompared && <p>{text.compared[role]}</p>}
          {role === null && priced > 1 && <p>{text.notCompared}</p>}
          {gated > 0 && <p>{text.gatedWhy}</p>}
        </>
      )}
    </LateDetails>
  );
}

function Row(props: {
  row: SkuRow;
  role: SkuTable['role'];
  hasUnits: boolean;
  news: readonly NewsItem[];
}) {
  const { row, role, hasUnits, news } = props;
  const words = useWords();
  const text = words.overlay.skus;
  const { unitPrice } = row;
  const notes = [
    ...(row.chosen ? [text.chosen] : []),
    ...(row.stockText === null ? [] : [row.stockText]),
  ];
  return (
    <tr class={row.chosen ? 'sku-chosen' : ''}>
      <th scope="row">
        <bdi>{row.names.length === 0 ? text.unnamed : row.names.join(' / ')}</bdi>
        {isNew(row, news) && (
          <small class="was" title={words.overlay.changed.since}>
            {words.overlay.changed.fresh}
          </small>
        )}
        <Was text={wasPublic(row, news, words)} />
        {notes.length > 0 && (
          <small>
            <bdi>{notes.join(' · ')}</bdi>
          </small>
        )}
        {unitPrice !== null && (
          <small>{text.from(unitPrice.quantity.text, text.where[unitPrice.quantity.from])}</small>
        )}
      </th>
      {row.gated ? (
        <td class="skus-gated" colSpan={2}>
          {text.gated}
        </td>
      ) : (
        <>
          <Amount price={row.before} mark={role === 'before' ? row.mark : null} />
          <Amount price={row.final} mark={role === 'final' ? row.mark : null} strong />
        </>
      )}
      {hasUnits && (
        <td>
          {unitPrice === null ? (
            words.common.none
          ) : (
            <>
              {text.per(
                unitPriceText(unitPrice, words.common.fromPrice),
                unitPrice.per === 'piece' ? unitPrice.word : unitPrice.per,
              )}
              <Mark mark={row.unitMark} cheapest={text.unitCheapest} dearest={text.unitDearest} />
            </>
          )}
        </td>
      )}
    </tr>
  );
}

function isNew(row: SkuRow, news: readonly NewsItem[]): boolean {
  const names = row.names.join('\n');
  return news.some(
    ({ change }) => change.kind === 'sku-added' && change.names.join('\n') === names,
  );
}

/** The public price that this SKU had at the last visit, where it has another one now. */
function wasPublic(row: SkuRow, news: readonly NewsItem[], words: Catalog): string | null {
  for (const { change } of news)
    if (
      change.kind === 'price' &&
      change.which === 'public' &&
      change.series.split('|')[1] === row.skuId
    )
      return `${words.overlay.price.roleShort.public} ${priceText(change.before, words.common.fromPrice)}`;
  return null;
}

function Amount(props: { price: Price | null; mark: SkuMark; strong?: boolean }) {
  const words = useWords();
  const text = words.overlay.skus;
  const { price, mark, strong = false } = props;
  return (
    <td class={strong ? 'sku-final' : ''}>
      {price === null ? words.common.none : priceText(price, words.common.fromPrice)}
      <Mark mark={mark} cheapest={text.cheapest} dearest={text.dearest} />
    </td>
  );
}

function Mark(props: { mark: SkuMark; cheapest: string; dearest: string }) {
  if (props.mark === null) return null;
  return <small class={`sku-${props.mark}`}>{props[props.mark]}</small>;
}
