import type { ComponentChildren } from 'preact';
import type { FieldName, MissingWhy } from '../../lib/listing/snapshot';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { useLanguage, useWords } from '../ui/words';
import { exactTime, seenText } from './seen-text';
import { RoomHead } from './shell';
import './settings.css';

/** The last reading of one listing: how many fields were read, and which were not. */
export type ReadingLine = {
  listingId: string;
  title: string | null;
  atMs: number;
  read: number;
  of: number;
  missing: { field: FieldName; why: MissingWhy }[];
};

/** What could not be read, by field and by listing. */
export function HealthRoom({
  lines,
  nowMs,
  stores,
  aside,
}: {
  lines: readonly ReadingLine[] | null;
  nowMs: number;
  /** How the stores are, above it all. */
  stores?: ComponentChildren;
  /** What was set aside, below everything that is read. */
  aside?: ComponentChildren;
}) {
  const words = useWords();
  const language = useLanguage();
  const { health: own } = words.options;
  const { common } = words;
  const byField = new Map<FieldName, number>();
  for (const { missing } of lines ?? []) {
    for (const { field } of missing) byField.set(field, (byField.get(field) ?? 0) + 1);
  }
  return (
    <>
      <RoomHead title={own.title} />
      {stores}
      <p class="editor-text">{own.text}</p>
      {lines === null && <Skeleton lines={8} />}
      {lines?.length === 0 && <EmptyState icon="eye" title={own.empty} />}
      {lines !== null && lines.length > 0 && (
        <>
          {byField.size > 0 && (
            <>
              <h2 class="subtle">{own.byField}</h2>
              <dl class="health-bars">
                {[...byField]
                  .sort((a, b) => b[1] - a[1])
                  .map(([field, count]) => (
                    <div key={field}>
                      <dt>{common.fields[field]}</dt>
                      <dd>{own.times(count, lines.length)}</dd>
                    </div>
                  ))}
              </dl>
            </>
          )}
          <table class="table">
            <thead>
              <tr>
                <th>{own.listing}</th>
                <th>{own.seen}</th>
                <th class="num">{own.read}</th>
                <th>{own.missing}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.listingId}>
                  <td class="health-title" title={line.title ?? undefined}>
                    {line.title ?? words.options.watch.noTitle}
                  </td>
                  <td class="health-when" title={exactTime(language, line.atMs)}>
                    {seenText(words, language, line.atMs, nowMs)}
                  </td>
                  <td class="num">{common.counts.ofTotal(line.read, line.of)}</td>
                  <td>
                    {line.missing.length === 0 ? (
                      own.allRead
                    ) : (
                      <span class="health-missing">
                        {line.missing
                          .map(
                            ({ field, why }) =>
                              common.fields[field] + common.inBrackets(common.missing[why].name),
                          )
                          .join(common.listSeparator)}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {aside}
    </>
  );
}
