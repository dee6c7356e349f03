import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { reportMarkdown } from '../../components/options/report-markdown';
import { choiceOf, reportPeriod, type PeriodChoice } from '../../components/options/report-period';
import { ReportRoom, type ReportOut } from '../../components/options/report-room';
import { hashOf } from '../../components/options/rooms';
import { reportSheets } from '../../components/options/report-sheets';
import { dayText } from '../../components/options/seen-text';
import { cellsOf } from '../../components/options/table-out';
import { useLanguage, useWords } from '../../components/ui/words';
import type { Watchlist } from '../../lib/benchmark/watchlist';
import type { Reader, Stored } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import { sendMessage } from '../../lib/messaging/messenger';
import type { FailureCode } from '../../lib/messaging/result';
import type { ReportPeriod, WeeklyReport } from '../../lib/messaging/weekly-report';
import { copyText } from './copy-text';
import type { PageContext } from './page-context';
import { saveFile } from './save-file';
import { outName, saveWorkbook } from './use-table-out';

/** The room 竞品周报, wired: the report by message, told anew whenever something is written. */
export function ReportPage(props: {
  listId: string | null;
  /** The days that the address asks for. */
  days: string | null;
  lists: readonly Stored<Watchlist>[];
  context: PageContext;
}) {
  const { lists, context } = props;
  const words = useWords();
  const language = useLanguage();
  const texts = words.options.report;
  const [choice, setChoice] = useState<PeriodChoice>(() => choiceOf(props.days));
  const list = lists.find(({ value }) => value.id === props.listId)?.value ?? null;
  const listingIds = useMemo(() => {
    const chosen = list === null ? lists.map(({ value }) => value) : [list];
    return [...new Set(chosen.flatMap(({ entries }) => entries.map((entry) => entry.listingId)))];
  }, [lists, list]);
  const today = new Date(context.nowMs).toDateString();
  // A new day makes a new period; a new minute does not.
  // oxlint-disable-next-line react/exhaustive-deps -- nowMs matters by its day
  const period = useMemo(() => reportPeriod(choice, context.nowMs), [choice, today]);
  const { report, failure, retry } = useReport(context.reader, listingIds, period);
  const listName = list?.name ?? texts.allLists;

  const out = (form: ReportOut) => {
    if (report === null) return;
    const name = outName([texts.title, listName], dayText(language, report.period.fromMs));
    if (form === 'print') print();
    else if (form === 'xlsx') {
      const sheets = reportSheets(report, listName, words, language);
      void saveWorkbook(
        sheets.map((sheet) => ({ ...sheet, rows: cellsOf(sheet.rows) })),
        name,
      );
    } else {
      const text = reportMarkdown(report, listName, words, language);
      if (form === 'markdown-file') {
        saveFile(new Blob([text], { type: 'text/markdown' }), `${name}.md`);
        return;
      }
      void copyText(text).then((done) =>
        context.toast({ text: done ? texts.copied : words.options.out.copyFailed }),
      );
    }
  };
  return (
    <ReportRoom
      lists={lists.map(({ value: { id, name } }) => ({ id, name }))}
      listId={list?.id ?? ''}
      choice={choice}
      report={report}
      failure={failure}
      wrongDays={period === null}
      onList={(id) => {
        location.hash = hashOf('report', id, props.days ?? undefined);
      }}
      onChoice={setChoice}
      onOut={out}
      onRetry={retry}
    />
  );
}

function useReport(
  reader: Reader,
  listingIds: readonly string[],
  period: ReportPeriod | null,
): { report: WeeklyReport | null; failure: FailureCode | null; retry: () => void } {
  const [got, setGot] = useState<{ asked: string; report: WeeklyReport } | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [attempt, setAttempt] = useState(0);
  const live = useLive(() => madeOf(reader, listingIds), [listingIds]);
  const stamp = live.state === 'value' ? live.value : null;
  const asked = JSON.stringify([listingIds, period]);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const [ids, days] = JSON.parse(asked) as [string[], ReportPeriod | null];
      if (days === null) return;
      const answer = await ask(ids, days);
      if (gone) return;
      setFailure(answer.ok ? null : answer.code);
      if (answer.ok) setGot({ asked, report: answer.report });
    };
    if (stamp !== null) void load();
    return () => {
      gone = true;
    };
  }, [stamp, asked, attempt]);
  const retry = useCallback(() => setAttempt((old) => old + 1), []);
  // A report of other days or listings is never shown under these.
  return { report: got?.asked === asked ? got.report : null, failure, retry };
}

/** A text that changes when anything that the report is made of is written. */
async function madeOf(reader: Reader, listingIds: readonly string[]): Promise<string> {
  const ids = [...listingIds];
  const [latest, notes, [change], benchmarks, lists, settings] = await Promise.all([
    reader.latestMany(ids),
    reader.notes(ids),
    reader.changesSince(0, 1),
    reader.benchmarks(),
    reader.lists(),
    reader.settings(),
  ]);
  return [
    latest.map((row) => row?.seenAtMs ?? 0).join(),
    [...notes].map(([id, note]) => `${id}:${note.revision}`).join(),
    `${change?.listingId ?? ''}:${change?.atMs ?? 0}`,
    [...benchmarks, ...lists].map(({ value, revision }) => `${value.id}:${revision}`).join(),
    settings?.revision ?? 0,
  ].join('|');
}

async function ask(
  listingIds: string[],
  period: ReportPeriod,
): Promise<{ ok: true; report: WeeklyReport } | { ok: false; code: FailureCode }> {
  try {
    const answer = await sendMessage('weekly-report', { listingIds, period });
    return answer.ok
      ? { ok: true, report: answer.value }
      : { ok: false, code: answer.failure.code };
  } catch {
    return { ok: false, code: 'internal' };
  }
}
