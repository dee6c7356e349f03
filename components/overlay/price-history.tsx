import type { PriceNote } from '../../lib/analysis/price-result';
import { priceText } from '../../lib/listing/price-text';
import { shareText, spanText } from '../ui/ladder-text';
import { Sparkline } from '../ui/sparkline';
import { When } from '../ui/when';
import { useWords } from '../ui/words';

/** What the same series cost before: last time, lowest and highest, and the strip. */
export function PriceHistory(props: { price: PriceNote; nowMs: number }) {
  const { price, nowMs } = props;
  const words = useWords();
  const text = words.overlay.price;
  const { fromPrice } = words.common;
  const seen = price.extents.some((extent) => extent.seen > 0);
  if (price.last === null && !seen) {
    return price.path.public === null ? null : <p class="price-first">{text.noHistory}</p>;
  }
  return (
    <div class="history">
      {price.last !== null && (
        <p class="history-last">
          {text.last} <When atMs={price.last.atMs} nowMs={nowMs} />{' '}
          <b>{priceText(price.last.price, fromPrice)}</b> <Difference last={price.last} />
        </p>
      )}
      {seen && (
        <table class="history-table">
          <thead>
            <tr>
              <th scope="col">{text.history}</th>
              <th scope="col">{text.lowestHead}</th>
              <th scope="col">{text.highestHead}</th>
              <th scope="col">{text.seenHead}</th>
            </tr>
          </thead>
          <tbody>
            {price.extents.map(({ days, lowest, highest, seen: times }) => (
              <tr key={days}>
                <th scope="row">{text.days(days)}</th>
                <Extent end={lowest} nowMs={nowMs} />
                <Extent end={highest} nowMs={nowMs} />
                <td>{times}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {price.strip.length > 1 && (
        <div class="history-strip">
          <Sparkline points={price.strip} width={304} height={46} />
        </div>
      )}
    </div>
  );
}

function Difference({ last }: { last: NonNullable<PriceNote['last']> }) {
  const words = useWords();
  const { minFen, maxFen } = last.difference;
  if (minFen === 0 && maxFen === 0) return <span>{words.overlay.price.same}</span>;
  const amount = spanText(last.difference);
  if (amount === null || minFen === null || maxFen === null) return null;
  // A range on both sides of zero is neither a rise nor a fall.
  if (minFen < 0 && maxFen > 0) return null;
  const share = last.share === null ? null : shareText(last.share);
  const word = maxFen <= 0 ? words.common.changes.down : words.common.changes.up;
  return (
    <span class={maxFen <= 0 ? 'history-down' : 'history-up'}>
      {`${word} ${amount}${share === null ? '' : words.common.inBrackets(share)}`}
    </span>
  );
}

function Extent(props: { end: PriceNote['extents'][number]['lowest']; nowMs: number }) {
  const words = useWords();
  const { end, nowMs } = props;
  if (end === null) return <td>{words.common.none}</td>;
  return (
    <td>
      {`${priceText(end.price, words.common.fromPrice)} `}
      <small>
        <When atMs={end.atMs} nowMs={nowMs} />
      </small>
    </td>
  );
}
