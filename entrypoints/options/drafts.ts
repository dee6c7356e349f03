import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { BenchmarkDraft } from '../../components/options/benchmark-draft';
import type { KeywordRow } from '../../components/options/keyword-rows';

/**
 * One benchmark's unsaved changes. The revisions are those that the edit began from: a save against
 * another one is a conflict. `rows` is null where no keyword was touched.
 */
export type EditDraft = {
  benchmark: BenchmarkDraft | null;
  benchmarkRevision: number | null;
  rows: readonly KeywordRow[] | null;
  keywordRevision: number | null;
};

export type NoteDraft = { text: string; tags: string[]; owner: string };

export type Drafts = {
  any: boolean;
  edits: ReadonlyMap<string, EditDraft>;
  setEdit: (benchmarkId: string, change: (old: EditDraft | null) => EditDraft | null) => void;
  notes: ReadonlyMap<string, NoteDraft>;
  setNote: (listingId: string, note: NoteDraft | null) => void;
};

/**
 * What was typed and is not saved yet. It stands above the rooms, so that it survives going from
 * one to another; the browser asks before the page is closed over it.
 */
export function useDrafts(): Drafts {
  const [edits, setEdits] = useState<ReadonlyMap<string, EditDraft>>(new Map());
  const [notes, setNotes] = useState<ReadonlyMap<string, NoteDraft>>(new Map());
  const setEdit = useCallback<Drafts['setEdit']>((benchmarkId, change) => {
    setEdits((old) => withEntry(old, benchmarkId, change(old.get(benchmarkId) ?? null)));
  }, []);
  const setNote = useCallback<Drafts['setNote']>((listingId, note) => {
    setNotes((old) => withEntry(old, listingId, note));
  }, []);
  const pending = edits.size > 0 || notes.size > 0;
  useEffect(() => {
    if (!pending) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [pending]);
  return useMemo(
    () => ({ any: edits.size > 0, edits, setEdit, notes, setNote }),
    [edits, setEdit, notes, setNote],
  );
}

function withEntry<V>(
  old: ReadonlyMap<string, V>,
  key: string,
  value: V | null,
): ReadonlyMap<string, V> {
  if (value === (old.get(key) ?? null)) return old;
  const next = new Map(old);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}
