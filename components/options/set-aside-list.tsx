import { useState } from 'preact/hooks';
import type { RecordKind } from '../../lib/benchmark/record';
import type { FailureCode } from '../../lib/messaging/result';
import { Button } from '../ui/button';
import { FailureNotice, Notice } from '../ui/notice';
import { useLanguage, useWords } from '../ui/words';
import { LONG_ROW, LongTable } from './long-table';
import { exactTime, seenText } from './seen-text';
import './set-aside-list.css';

/** A row that was set aside, as far as it can be told what it is. */
export type AsideLine = {
  id: string;
  /** Null where that can't be read. */
  kind: RecordKind | 'latest' | 'observations' | 'changes' | null;
  /** The name or title of what it is of, where that is known. */
  of: string | null;
  /** When it was set aside, ms. */
  atMs: number;
  from: 'database' | 'second-store' | 'sealed-file' | 'restore';
  why: 'does-not-parse' | 'wrong-checksum' | 'replaced';
  /** Whether it reads well enough to be put back. */
  canReturn: boolean;
};

/** Rows shown at once, before the box scrolls. */
const IN_SIGHT = 10;
/** Head and borders of the box, px. */
const AROUND = 36;

/** What could not be read or was replaced, and was set aside instead of being lost. */
export function SetAsideList(props: {
  lines: readonly AsideLine[];
  /** Those that were put back since the page was opened. */
  returned: ReadonlySet<string>;
  /** The one on its way back. */
  busy: string | null;
  failure: FailureCode | null;
  readOnly: boolean;
  nowMs: number;
  onReturn: (id: string) => void;
  /** The one that another version is here of: when each was saved (ms; null: that can't be told). */
  asking?: { id: string; thenMs: number | null; nowMs: number | null } | null;
  /** Puts that one back in the place of the one here, or leaves it. */
  onReplace?: () => void;
  onLeave?: () => void;
  onCopy: (id: string) => void;
}) {
  const { lines, returned, busy, failure, readOnly, nowMs } = props;
  const words = useWords();
  const language = useLanguage();
  const { aside: own, backup } = words.options;
  const asking = props.asking ?? null;
  const [active, setActive] = useState(0);
  const rows = Math.min(Math.max(lines.length, 1), IN_SIGHT);
  const kindOf = ({ kind }: AsideLine) => {
    if (kind === null) return own.unknown;
    if (kind === 'keyword-chunk') return backup.kinds['keyword-set'];
    if (kind === 'import-part') return backup.kinds.import;
    return kind === 'demo' ? own.demo : backup.kinds[kind];
  };
  const asked = lines.find(({ id }) => id === asking?.id);
  return (
    <section class="panel set-aside" aria-label={own.title}>
      <h2>{own.count(lines.length)}</h2>
      <p>{own.text}</p>
      {asking !== null && (
        <Asking
          asking={asking}
          name={asked === undefined ? '' : own.called(kindOf(asked), asked.of ?? own.noName)}
          busy={busy !== null}
          onReplace={props.onReplace}
          onLeave={props.onLeave}
        />
      )}
      {failure === 'invalid' && <p role="alert">{own.stillBroken}</p>}
      {failure !== null && failure !== 'invalid' && <FailureNotice code={failure} />}
      <div class="set-aside-box" style={{ height: `${AROUND + rows * LONG_ROW}px` }}>
        <LongTable
          label={own.title}
          count={lines.length}
          active={active}
          onActive={setActive}
          minWidth={720}
          head={
            <tr>
              <th class="set-aside-kind">{backup.kind}</th>
              <th>{own.of}</th>
              <th class="set-aside-when">{own.when}</th>
              <th class="set-aside-why">{own.why}</th>
              <th class="set-aside-do">{own.actions}</th>
            </tr>
          }
          renderRow={(place, tabIndex) => {
            const line = lines[place];
            if (line === undefined) return null;
            const name = line.of;
            const called = own.called(kindOf(line), name ?? own.noName);
            return (
              <>
                <td>{kindOf(line)}</td>
                <td title={name ?? undefined}>
                  {name ?? <span class="subtle">{own.noName}</span>}
                </td>
                <td title={exactTime(language, line.atMs)}>
                  {seenText(words, language, line.atMs, nowMs)}
                </td>
                <td>{own.whys[line.why](own.froms[line.from])}</td>
                <td>
                  <button
                    type="button"
                    class="set-aside-button"
                    tabIndex={tabIndex}
                    aria-label={own.copyOf(called)}
                    onClick={() => props.onCopy(line.id)}
                  >
                    {own.copy}
                  </button>
                  {returned.has(line.id) ? (
                    <span class="subtle">{own.returned}</span>
                  ) : line.canReturn ? (
                    <button
                      type="button"
                      class="set-aside-button"
                      tabIndex={tabIndex}
                      disabled={readOnly || busy !== null}
                      aria-label={own.putBackOf(called)}
                      onClick={() => props.onReturn(line.id)}
                    >
                      {own.putBack}
                    </button>
                  ) : (
                    <span class="subtle">{own.unreadable}</span>
                  )}
                </td>
              </>
            );
          }}
        />
      </div>
    </section>
  );
}

/** Another version is here: which was saved when, and which one would stand. */
function Asking(props: {
  asking: { thenMs: number | null; nowMs: number | null };
  name: string;
  busy: boolean;
  onReplace: (() => void) | undefined;
  onLeave: (() => void) | undefined;
}) {
  const { asking, busy } = props;
  const language = useLanguage();
  const { aside: own } = useWords().options;
  const { none, gap } = useWords().common;
  const timeOf = (atMs: number | null) => (atMs === null ? null : exactTime(language, atMs));
  return (
    <Notice
      kind="fault"
      action={
        <>
          <Button kind="danger" disabled={busy} onClick={() => props.onReplace?.()}>
            {own.replace}
          </Button>
          <Button disabled={busy} onClick={() => props.onLeave?.()}>
            {own.leave}
          </Button>
        </>
      }
    >
      <strong>{own.another(props.name)}</strong>
      {['', own.which(timeOf(asking.nowMs) ?? none, timeOf(asking.thenMs)), own.wins].join(gap)}
    </Notice>
  );
}
