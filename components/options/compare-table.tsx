import { Fragment } from 'preact';
import type { ComparedListing, Comparison } from '../../lib/analysis/compare-result';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { StateMark } from '../ui/state-mark';
import { useLanguage, useWords } from '../ui/words';
import { compareSections, type CompareCell } from './compare-rows';
import { listingAddress } from './listing-address';
import { exactTime, seenText } from './seen-text';

type Props = {
  comparison: Comparison;
  nowMs: number;
  onRemove: (listingId: string) => void;
};

/** Two to six listings side by side; the names of the rows stay in sight. */
export function CompareTable({ comparison, nowMs, onRemove }: Props) {
  const words = useWords();
  const text = words.options.compare;
  const { listings } = comparison;
  const sections = compareSections(comparison, words);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard has to get there
    <div class="compare-box" tabIndex={0} role="region" aria-label={text.table}>
      <table class="compare-table">
        <thead>
          <tr>
            <td>
              <span class="visually-hidden">{text.title}</span>
            </td>
            {listings.map((listing) => (
              <th key={listing.listingId} scope="col" class={listing.mine ? 'compare-mine' : ''}>
                <Head listing={listing} nowMs={nowMs} onRemove={onRemove} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.map(({ key, rows }) => (
            <Fragment key={key}>
              <tr class="compare-section">
                <th scope="colgroup" colSpan={listings.length + 1}>
                  {text.sections[key]}
                </th>
              </tr>
              {rows.map(({ name, strong, cells }, at) => (
                <tr key={at} class={strong ? 'compare-strong' : ''}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  {cells.map((cell, index) => (
                    <td key={index} class={listings[index]?.mine === true ? 'compare-mine' : ''}>
                      <Cell cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head(props: {
  listing: ComparedListing;
  nowMs: number;
  onRemove: (listingId: string) => void;
}) {
  const { listing, nowMs, onRemove } = props;
  const words = useWords();
  const language = useLanguage();
  const text = words.options.compare;
  const title = listing.title ?? text.noTitle;
  return (
    <div class="compare-head">
      <a
        href={listingAddress(listing.host, listing.listingId)}
        target="_blank"
        rel="noreferrer"
        title={text.open(title)}
      >
        <bdi>{title}</bdi> <Icon name="open" size={11} />
      </a>
      <IconButton
        icon="cross"
        label={text.remove(title)}
        onClick={() => onRemove(listing.listingId)}
      />
      <small>
        {listing.mine && <b>{words.common.mine}</b>}
        <bdi>{listing.shopName ?? text.noShop}</bdi>
        <time
          dateTime={new Date(listing.capturedAtMs).toISOString()}
          title={exactTime(language, listing.capturedAtMs)}
        >
          {text.seen(seenText(words, language, listing.capturedAtMs, nowMs))}
        </time>
      </small>
    </div>
  );
}

function Cell({ cell }: { cell: CompareCell }) {
  if ('state' in cell) return <StateMark state={cell.state} />;
  if ('blank' in cell) return <span class="compare-blank">{cell.blank}</span>;
  return (
    <>
      {cell.lines.map((line, at) => (
        <bdi key={at} class="compare-line">
          {line}
        </bdi>
      ))}
    </>
  );
}
