import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  benchmarkOf,
  draftOf,
  sameDraft,
  type BenchmarkDraft,
  type DraftProblem,
} from '../../components/options/benchmark-draft';
import {
  keywordsOf,
  rowProblems,
  rowsOf,
  type KeywordRow,
} from '../../components/options/keyword-rows';
import type { Benchmark } from '../../lib/benchmark/benchmark';
import type { Keyword } from '../../lib/benchmark/keyword';
import type { Stored } from '../../lib/db/reader';
import { againAfterMs } from '../../lib/messaging/again-after';
import type { FailureCode } from '../../lib/messaging/result';
import { run } from './command';
import type { Drafts, EditDraft } from './drafts';

type StoredKeywords = { revision: number; value: Keyword[] } | null;
/** What was saved last, shown until the database's own answer is as new. */
type Held<T> = { revision: number; value: T } | null;

/** Edits whose save failed in a way that may pass, and how, also while another room is shown. */
const waiting = new WeakMap<EditDraft, FailureCode>();

const NO_ROWS: readonly KeywordRow[] = [];

/**
 * One benchmark's edit: what is on the screen, whether it differs from what is stored, and saving
 * it. `keywords` is undefined until they are read; keywords are then left alone.
 */
export function useBenchmarkEdit(
  id: string,
  stored: Stored<Benchmark> | null,
  keywords: StoredKeywords | undefined,
  drafts: Drafts,
) {
  const edit = drafts.edits.get(id) ?? null;
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(
    edit === null ? null : (waiting.get(edit) ?? null),
  );
  const [tried, setTried] = useState(false);
  const [held, setHeld] = useState<Held<BenchmarkDraft>>(null);
  const [heldRows, setHeldRows] = useState<Held<readonly KeywordRow[]>>(null);

  const storedDraft = useMemo(() => {
    if (held !== null && (stored === null || stored.revision <= held.revision)) return held.value;
    return stored === null ? null : draftOf(stored.value);
  }, [stored, held]);
  const storedRows = useMemo(() => {
    if (heldRows !== null && (keywords?.revision ?? 0) <= heldRows.revision) return heldRows.value;
    return keywords === undefined || keywords === null ? NO_ROWS : rowsOf(keywords.value);
  }, [keywords, heldRows]);
  const benchmarkRevision = Math.max(stored?.revision ?? 0, held?.revision ?? 0) || null;
  const keywordRevision = Math.max(keywords?.revision ?? 0, heldRows?.revision ?? 0) || null;

  const draft = edit?.benchmark ?? storedDraft;
  const rows = edit?.rows ?? storedRows;
  const changed = edit !== null && (edit.benchmark !== null || edit.rows !== null);

  // The newest of everything, for callbacks that are handed to memoised rows.
  const now = useRef({ storedDraft, storedRows, benchmarkRevision, keywordRevision });
  now.current = { storedDraft, storedRows, benchmarkRevision, keywordRevision };

  const begin = (old: EditDraft | null): EditDraft =>
    old ?? {
      benchmark: null,
      benchmarkRevision: now.current.benchmarkRevision,
      rows: null,
      keywordRevision: now.current.keywordRevision,
    };
  const { setEdit } = drafts;
  const change = useCallback(
    (patch: Partial<BenchmarkDraft>) => {
      setSaved(false);
      setEdit(id, (old) => {
        const base = begin(old);
        const before = base.benchmark ?? now.current.storedDraft;
        if (before === null) return old;
        const next = { ...before, ...patch };
        const { storedDraft: kept } = now.current;
        const same = kept !== null && sameDraft(next, kept);
        if (same && base.rows === null) return null;
        return { ...base, benchmark: same ? null : next };
      });
    },
    [id, setEdit],
  );
  const changeRows = useCallback(
    (step: (rows: readonly KeywordRow[]) => readonly KeywordRow[]) => {
      setSaved(false);
      setEdit(id, (old) => {
        const base = begin(old);
        const before = base.rows ?? now.current.storedRows;
        const next = step(before);
        return next === before ? old : { ...base, rows: next };
      });
    },
    [id, setEdit],
  );

  const checked = useMemo(() => (draft === null ? null : benchmarkOf(draft)), [draft]);
  const badRows = useMemo(() => rowProblems(rows).size, [rows]);
  // A new, empty form is not scolded before the operator has tried to save it.
  const problems: readonly DraftProblem[] =
    checked !== null && !checked.ok
      ? tried
        ? checked.problems
        : shownAtOnce(checked.problems)
      : [];

  const save = async (force = false): Promise<boolean> => {
    setTried(true);
    if (edit === null || saving || checked === null || !checked.ok || badRows > 0) return false;
    setSaving(true);
    const done = await saveEdit(id, edit, checked.benchmark, force ? now.current : edit, {
      benchmark: (revision) => {
        setHeld({ revision, value: draftOf(checked.benchmark) });
        setEdit(id, (old) => (old === null ? null : settle(old, edit, 'benchmark', revision)));
      },
      rows: (revision) => {
        setHeldRows({ revision, value: edit.rows ?? NO_ROWS });
        setEdit(id, (old) => (old === null ? null : settle(old, edit, 'rows', revision)));
      },
    });
    if (done !== null && againAfterMs(done) !== null) waiting.set(edit, done);
    else waiting.delete(edit);
    setFailure(done);
    setSaved(done === null);
    setSaving(false);
    return done === null;
  };
  // Tried again by itself, as long as it is still what was to be saved.
  useEffect(() => {
    const code = edit === null || saving ? undefined : waiting.get(edit);
    const againMs = code === undefined ? null : againAfterMs(code);
    if (againMs === null) return undefined;
    const timer = setTimeout(() => void save(), againMs);
    return () => clearTimeout(timer);
  });
  const discard = () => {
    setFailure(null);
    setTried(false);
    setEdit(id, () => null);
  };

  return {
    draft,
    rows,
    changed,
    saving,
    saved: saved && !changed,
    failure,
    problems,
    badRows,
    change,
    changeRows,
    save,
    discard,
  };
}

/** Faults in what is typed are shown at once; what is merely still empty only after a save. */
function shownAtOnce(problems: readonly DraftProblem[]): DraftProblem[] {
  return problems.filter(
    ({ code }) => code !== 'name-empty' && code !== 'point-name' && code !== 'score-name',
  );
}

/** The edit after one half was saved: what was typed meanwhile stays an edit of the new revision. */
function settle(
  now: EditDraft,
  sent: EditDraft,
  half: 'benchmark' | 'rows',
  revision: number,
): EditDraft | null {
  const next: EditDraft =
    half === 'benchmark'
      ? {
          ...now,
          benchmark: now.benchmark === sent.benchmark ? null : now.benchmark,
          benchmarkRevision: revision,
        }
      : {
          ...now,
          rows: now.rows === sent.rows ? null : now.rows,
          keywordRevision: revision,
        };
  return next.benchmark === null && next.rows === null ? null : next;
}

/** Saves the changed halves; answers with why it could not, or null. */
async function saveEdit(
  id: string,
  edit: EditDraft,
  benchmark: Benchmark,
  base: { benchmarkRevision: number | null; keywordRevision: number | null },
  done: { benchmark: (revision: number) => void; rows: (revision: number) => void },
): Promise<FailureCode | null> {
  if (edit.benchmark !== null) {
    const { benchmarkRevision: baseRevision } = base;
    const answer = await run({ kind: 'save-benchmark', benchmark, baseRevision });
    if (!answer.ok) return answer.failure.code;
    done.benchmark(answer.value.revision ?? (baseRevision ?? 0) + 1);
  }
  if (edit.rows !== null) {
    const { keywordRevision: baseRevision } = base;
    const keywords = keywordsOf(edit.rows);
    const answer = await run({ kind: 'save-keywords', benchmarkId: id, keywords, baseRevision });
    if (!answer.ok) return answer.failure.code;
    done.rows(answer.value.revision ?? (baseRevision ?? 0) + 1);
  }
  return null;
}
