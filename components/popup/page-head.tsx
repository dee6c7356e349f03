import type { Inspection } from '../../lib/inspection/inspection';
import { clockText, exactTimeText } from '../ui/when-text';
import { useWords } from '../ui/words';
import './page-head.css';

/** Which listing this is: title, shop, kind, when it was read and what was not. */
export function PageHead(props: { inspection: Inspection }) {
  const { snapshot, mine, capturedAtMs, read } = props.inspection;
  const words = useWords();
  const { common, popup } = words;
  const title = snapshot.title.value;
  const kind = snapshot.kind.value;
  // What the page does not have at all is no fault of the reading, and is listed last.
  const absent = snapshot.missing.filter(({ why }) => why === 'absent');
  const unread = snapshot.missing.filter(({ why }) => why !== 'absent');
  return (
    <section class="page-head">
      <h1 title={title === null ? undefined : title.slice(0, 300)}>
        {title === null
          ? `${common.fields.title}${common.colon}${common.states.unreadable}`
          : title}
      </h1>
      <p class="page-head-source">
        <span class={mine ? 'page-head-side page-head-mine' : 'page-head-side'}>
          {mine ? common.mine : common.competitor}
        </span>
        <bdi class="page-head-shop">
          {snapshot.shopName.value ??
            `${common.fields.shopName}${common.colon}${common.states.unreadable}`}
        </bdi>
        {kind !== null && <span>{common.kinds[kind]}</span>}
        <time
          dateTime={new Date(capturedAtMs).toISOString()}
          title={exactTimeText(capturedAtMs, words)}
        >
          {common.counts.readAt(clockText(capturedAtMs), read.read, read.of)}
        </time>
      </p>
      {snapshot.missing.length > 0 && (
        <details class="page-head-missing">
          <summary class={unread.length > 0 ? 'page-head-unread' : undefined}>
            {[
              ...(unread.length > 0 ? [popup.unreadFields(unread.length)] : []),
              ...(absent.length > 0 ? [popup.absentFields(absent.length)] : []),
            ].join(' · ')}
          </summary>
          <ul>
            {[...unread, ...absent].map(({ field, why }) => (
              <li key={field}>
                <b>{common.fields[field]}</b> {common.missing[why].name}
                {common.colon}
                {common.missing[why].todo}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
