import type { ComponentChildren } from 'preact';
import { memo } from './memo';
import type { ListingFacts } from '../../lib/messaging/listing-facts';
import { priceText, yuanText } from '../../lib/listing/price-text';
import '../ui/button.css';
import { Icon } from '../ui/icon';
import { Meter } from '../ui/meter';
import { Sparkline } from '../ui/sparkline';
import { useLanguage, useWords } from '../ui/words';
import { listingAddress } from './listing-address';
import { priceChange, shareText } from './price-change';
import { RowChange } from './row-change';
import { exactTime, seenText } from './seen-text';

type Props = {
  row: ListingFacts;
  /** A small picture of it as a data address, null for none. */
  picture: string | null;
  index: number;
  /** True for the one row in the tab order. */
  active: boolean;
  open: boolean;
  nowMs: number;
  onActivate: (index: number) => void;
  onDetail: (listingId: string) => void;
  onRemove: (listingId: string) => void;
};

/** One watched listing; what was not read or can't be measured is a dash with its reason. */
export const WatchRow = memo(function WatchRow(props: Props) {
  const { row, picture, index, active, open, nowMs, onActivate, onDetail, onRemove } = props;
  const words = useWords();
  const { watch } = words.options;
  const title = row.title ?? watch.noTitle;
  const tabIndex = active ? 0 : -1;
  return (
    <tr
      class={`watch-row${row.mine ? ' watch-mine' : ''}${open ? ' watch-open' : ''}`}
      tabIndex={tabIndex}
      aria-rowindex={index + 2}
      aria-selected={open}
      onFocusIn={() => onActivate(index)}
      onDblClick={() => onDetail(row.listingId)}
    >
      <td class={picture === null ? 'watch-listing' : 'watch-listing watch-pictured'}>
        {picture !== null && <img class="watch-picture" src={picture} alt="" />}
        <button
          type="button"
          class="watch-title"
          tabIndex={tabIndex}
          title={title}
          aria-expanded={open}
          onClick={() => onDetail(row.listingId)}
        >
          {title}
        </button>
        <small title={row.shopName ?? undefined}>
          {row.mine && <b class="watch-mine-mark">{words.common.mine}</b>}
          {[
            row.shopName ?? watch.noShop,
            ...(row.kind === null ? [] : [words.common.kinds[row.kind]]),
          ].join(' · ')}
        </small>
      </td>
      <td class="watch-price num">
        <PublicPrice row={row} />
      </td>
      <td class="watch-change">
        <ChangeText row={row} />
        <RowChange change={row.change} seenMs={row.lastSeenMs} />
      </td>
      <td class="watch-strip">
        <Sparkline points={row.strip} />
      </td>
      <td class="watch-coverage">
        {row.coverage === null ? (
          <Blank why={row.benchmarkName === null ? watch.noBenchmark : watch.noKeywords} />
        ) : (
          <Share
            part={row.coverage.covered}
            total={row.coverage.total}
            label={watch.coverageOf(row.coverage.covered, row.coverage.total)}
            hint={row.benchmarkName === null ? '' : watch.benchmark(row.benchmarkName)}
          />
        )}
      </td>
      <td class="watch-checklist">
        {row.checklist === null ? (
          <Blank why={row.benchmarkName === null ? watch.noBenchmark : watch.noPoints} />
        ) : (
          <span title={watch.checklistOf(row.checklist.passed, row.checklist.total)}>
            {words.common.counts.ofTotal(row.checklist.passed, row.checklist.total)}
          </span>
        )}
      </td>
      <td class="watch-seen">
        <SeenAt atMs={row.lastSeenMs} nowMs={nowMs} />
      </td>
      <td class="watch-note">
        <span class="watch-note-text" title={row.note}>
          {row.note}
        </span>
        {(row.tags.length > 0 || row.owner !== '') && (
          <span
            class="watch-tags"
            title={[...(row.owner === '' ? [] : [watch.ownedBy(row.owner)]), ...row.tags].join(
              words.common.listSeparator,
            )}
          >
            {row.owner !== '' && <b class="watch-owner">{row.owner}</b>}
            {row.tags.map((tag) => (
              <i key={tag}>{tag}</i>
            ))}
          </span>
        )}
      </td>
      <td class="watch-actions">
        <a
          class="icon-button"
          href={listingAddress(row.host, row.listingId)}
          target="_blank"
          rel="noreferrer noopener"
          tabIndex={tabIndex}
          title={watch.open}
          aria-label={watch.openTitle(title)}
        >
          <Icon name="open" />
        </a>
        <button
          type="button"
          class="icon-button"
          tabIndex={tabIndex}
          title={watch.remove}
          aria-label={watch.removeTitle(title)}
          onClick={() => onRemove(row.listingId)}
        >
          <Icon name="cross" />
        </button>
      </td>
    </tr>
  );
});

function Blank({ why }: { why: string }) {
  const words = useWords();
  return (
    <span class="watch-blank" title={why}>
      {words.common.none}
      <span class="visually-hidden">{why}</span>
    </span>
  );
}

function PublicPrice({ row }: { row: ListingFacts }) {
  const words = useWords();
  const { fromPrice, thisAccount } = words.common;
  const seen = row.lastSeenMs !== null;
  return (
    <>
      {row.publicPrice === null ? (
        <span class="watch-unread" title={seen ? undefined : words.options.watch.neverSeenWhy}>
          {seen ? words.options.watch.priceUnread : words.common.none}
        </span>
      ) : (
        <b>{priceText(row.publicPrice, fromPrice)}</b>
      )}
      {row.finalPrice !== null && (
        <small>{thisAccount(priceText(row.finalPrice, fromPrice))}</small>
      )}
    </>
  );
}

function ChangeText({ row }: { row: ListingFacts }) {
  const words = useWords();
  const language = useLanguage();
  const { watch } = words.options;
  const change = priceChange(row.publicPrice, row.lastPrice?.price ?? null);
  if (change.state === 'none' || row.lastPrice === null) {
    return <Blank why={watch.onlyOnce} />;
  }
  const since = watch.since(exactTime(language, row.lastPrice.atMs));
  if (change.state === 'same') return <span title={since}>{watch.same}</span>;
  if (change.state === 'range') {
    const before = priceText(row.lastPrice.price, words.common.fromPrice);
    return <span title={`${before} · ${since}`}>{watch.rangeMoved[change.direction]}</span>;
  }
  const down = change.fen < 0;
  // For my own listing a move is a fact, neither good nor bad.
  const tone = row.mine ? '' : down ? 'watch-down' : 'watch-up';
  return (
    <span class={tone} title={since}>
      <span aria-hidden="true">{down ? '▼' : '▲'} </span>
      <span class="visually-hidden">{down ? watch.down : watch.up}</span>
      {`¥${yuanText(Math.abs(change.fen))}`}
      {change.share !== null && <small> {shareText(change.share)}</small>}
    </span>
  );
}

function Share(props: { part: number; total: number; label: string; hint: string }) {
  const words = useWords();
  const { part, total, label, hint } = props;
  return (
    <span class="watch-share" title={hint}>
      <Meter share={total === 0 ? 0 : part / total} label={label} />
      <small>{words.common.counts.ofTotal(part, total)}</small>
    </span>
  );
}

/** When it was last looked at; a week without a look stands out. */
function SeenAt({ atMs, nowMs }: { atMs: number | null; nowMs: number }): ComponentChildren {
  const words = useWords();
  const language = useLanguage();
  const { watch } = words.options;
  if (atMs === null) return <span title={watch.neverSeenWhy}>{watch.neverSeen}</span>;
  const stale = nowMs - atMs >= 6 * 86_400_000;
  return (
    <time
      class={stale ? 'watch-stale' : ''}
      dateTime={new Date(atMs).toISOString()}
      title={exactTime(language, atMs)}
    >
      {seenText(words, language, atMs, nowMs)}
    </time>
  );
}
