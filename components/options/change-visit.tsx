import type { ChangeNews } from '../../lib/messaging/change-news';
import { ChangeLine } from '../ui/change-line';
import { Icon } from '../ui/icon';
import { matchText } from '../ui/match-text';
import { useLanguage, useWords } from '../ui/words';
import { listingAddress } from './listing-address';
import { exactTime, seenText } from './seen-text';

/** One visit that found changes: of which listing, since when, what, and why it is marked. */
export function ChangeVisit({ visit, nowMs }: { visit: ChangeNews; nowMs: number }) {
  const words = useWords();
  const language = useLanguage();
  const { changes } = words.options;
  const title = visit.title ?? changes.noTitle;
  return (
    <li class={visit.mine ? 'visit visit-mine' : 'visit'}>
      <header>
        {visit.host === '' ? (
          <h2 title={title}>{title}</h2>
        ) : (
          <h2>
            <a
              href={listingAddress(visit.host, visit.listingId)}
              target="_blank"
              rel="noreferrer"
              title={changes.open(title)}
            >
              {title}
              <Icon name="open" size={12} />
            </a>
          </h2>
        )}
        <small>
          {visit.mine && <b>{words.common.mine}</b>}
          <bdi>{visit.shopName ?? changes.noShop}</bdi>
        </small>
        <time
          dateTime={new Date(visit.atMs).toISOString()}
          title={changes.compared(exactTime(language, visit.sinceMs))}
        >
          {seenText(words, language, visit.atMs, nowMs)}
          <small>{changes.compared(seenText(words, language, visit.sinceMs, nowMs))}</small>
        </time>
      </header>
      <ul>
        {visit.items.map(({ change, sku, matches }, at) => (
          <li key={at} class={matches.length > 0 ? 'visit-marked' : ''}>
            <ChangeLine change={change} />
            {sku !== null && <bdi class="visit-sku">{sku.join(' / ')}</bdi>}
            {matches.map((match, index) => (
              <span key={index} class="visit-match">
                {matchText(match, words)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </li>
  );
}
