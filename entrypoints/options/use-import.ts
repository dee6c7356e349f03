import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ImportState, OpenTable } from '../../components/options/import-state';
import type { StoredKeywords } from '../../lib/benchmark/record';
import { roleCode, roleOfCode, type ColumnRole } from '../../lib/transfer/tables/column-names';
import { TABLE_LIMITS } from '../../lib/transfer/tables/table-fault';
import type { TableRequest } from '../../lib/transfer/tables/table-session';
import { SOURCE_NAMES } from '../../lib/transfer/tables/table-source';
import type { TableMapping, TableView } from '../../lib/transfer/tables/table-view';
import type { Settings } from '../../lib/settings';
import { run } from './command';
import { startTableReader } from './packaged-worker';
import { TableWorker } from './table-worker';

/** The benchmark that a table goes into; `keywords` is null where it has none yet. */
export type ImportTarget = {
  benchmarkId: string;
  keywords: ({ revision: number } & StoredKeywords) | null;
};

/** One import: opening a table, mapping it, trying it, carrying it out. */
export function useImport(target: ImportTarget | null, settings: Settings) {
  const [now, setNow] = useState<ImportState>({ state: 'idle' });
  const worker = useMemo(() => new TableWorker(startTableReader), []);
  useEffect(() => () => worker.end(), [worker]);
  const isChanged = useRef(false);
  /** The newest thing that was begun: what an older one answers is of no use. */
  const turn = useRef(0);

  const table = now.state === 'open' ? now.table : null;
  const revision = target?.keywords?.revision ?? null;
  useEffect(() => {
    if (table === null || target === null) return;
    const mine = (turn.current += 1);
    // Counts of another bank, or of this one before it changed, are not to be imported by.
    setNow((old) => (old.state === 'open' ? { ...old, preview: null } : old));
    const bank = target.keywords;
    void worker.ask({ ask: 'preview', mapping: table.mapping, bank }).then((answer) => {
      if (turn.current !== mine) return;
      // The mapping may have been changed since, with its own drawing still to come.
      setNow((old) => {
        if (old.state !== 'open' || old.table !== table) return old;
        if (answer.is === 'preview') return { ...old, preview: answer.preview };
        return answer.is === 'fault' ? { state: 'wrong', fault: answer.fault } : old;
      });
    });
  }, [table, target, worker]);

  const open = async (request: TableRequest, name: string) => {
    const mine = (turn.current += 1);
    // Another table is not waited for.
    if (now.state === 'reading') worker.end();
    isChanged.current = false;
    setNow({ state: 'reading', share: 0 });
    const answer = await worker.ask(request, (share) => {
      if (turn.current === mine) setNow({ state: 'reading', share });
    });
    if (turn.current !== mine) return;
    if (answer.is === 'fault') setNow({ state: 'wrong', fault: answer.fault });
    if (answer.is !== 'opened') return;
    const { view } = answer;
    const roles = remembered(view, settings) ?? view.mapping.roles;
    setNow({
      state: 'open',
      table: { name, view, mapping: { ...view.mapping, roles } },
      preview: null,
    });
  };

  return {
    now,
    async openFile(file: File): Promise<void> {
      const maxMb = TABLE_LIMITS.fileMb;
      if (file.size > maxMb * 1024 * 1024) {
        turn.current += 1;
        setNow({ state: 'wrong', fault: { code: 'too-large', maxMb } });
        return;
      }
      try {
        await open({ ask: 'open', bytes: await file.arrayBuffer(), name: file.name }, file.name);
      } catch {
        turn.current += 1;
        // The file was moved or changed since it was chosen.
        setNow({ state: 'wrong', fault: { code: 'not-a-table' } });
      }
    },
    openText: (text: string, name: string) => open({ ask: 'paste', text }, name),
    setMapping: (change: Partial<TableMapping>): void => {
      if (table === null) return;
      const mapping = { ...table.mapping, ...change };
      setNow({ state: 'open', table: { ...table, mapping }, preview: null });
    },
    setRole: (column: number, code: string): void => {
      const role = roleOfCode(code);
      if (table === null || role === null) return;
      isChanged.current = true;
      const roles = withRole(table.mapping.roles, column, role);
      const mapping = { ...table.mapping, roles };
      setNow({ state: 'open', table: { ...table, mapping }, preview: null });
    },
    async carryOut(fileName: string): Promise<void> {
      if (now.state !== 'open' || now.preview === null || target === null) return;
      const { preview } = now;
      const { table: tried } = now;
      const { mapping, view } = tried;
      turn.current += 1;
      setNow({ state: 'importing' });
      const answer = await worker.ask({ ask: 'words', mapping });
      if (answer.is !== 'words') {
        setNow({ state: 'wrong', fault: { code: 'too-slow' } });
        return;
      }
      const importId = crypto.randomUUID();
      const hasDays = mapping.roles.some((role) => role.is === 'day');
      const result = await run({
        kind: 'import-keywords',
        importId,
        benchmarkId: target.benchmarkId,
        fileName: fileName.slice(0, 200),
        source: SOURCE_NAMES[mapping.source],
        period: hasDays ? '' : (mapping.period ?? ''),
        packed: answer.packed,
        baseRevision: revision,
      });
      if (result.ok && isChanged.current) await remember(view, mapping.roles, settings);
      const { added, changed, same } = preview;
      setNow(
        result.ok
          ? { state: 'done', importId, added, changed, same }
          : { state: 'open', table: tried, preview: null, failure: result.failure.code },
      );
    },
    async takeBack(importId: string): Promise<boolean> {
      const result = await run({ kind: 'undo-import', importId });
      turn.current += 1;
      setNow(result.ok ? { state: 'idle' } : { state: 'failed', code: result.failure.code });
      return result.ok;
    },
    cancel: (): void => {
      turn.current += 1;
      worker.end();
      setNow({ state: 'idle' });
    },
  };
}

/** One column more of a role that only one can have takes it from the other. */
function withRole(roles: readonly ColumnRole[], column: number, role: ColumnRole): ColumnRole[] {
  const name = (of: ColumnRole) => (of.is === 'metric' ? of.kind : of.is);
  return roles.map((old, index) => {
    if (index === column) return role;
    return role.is !== 'none' && name(old) === name(role) ? { is: 'none' } : old;
  });
}

/** Most tables whose columns are remembered; the oldest is forgotten. */
const REMEMBERED = 50;

function keyOf(view: TableView): string {
  return view.headings.join('\t').slice(0, 2000);
}

function remembered(view: TableView, settings: Settings): ColumnRole[] | null {
  const codes = settings.tableColumns[keyOf(view)];
  if (codes?.length !== view.headings.length) return null;
  const roles = codes.flatMap((code) => roleOfCode(code) ?? []);
  return roles.length === codes.length ? roles : null;
}

async function remember(view: TableView, roles: readonly ColumnRole[], settings: Settings) {
  const key = keyOf(view);
  const others = Object.entries(settings.tableColumns).filter(([known]) => known !== key);
  const tableColumns = Object.fromEntries([
    ...others.slice(1 - REMEMBERED),
    [key, roles.map(roleCode)],
  ]);
  // Not being able to remember takes nothing from the import.
  await run({ kind: 'save-settings', patch: { tableColumns } });
}

/** The codes of a table's roles, for the view. */
export function roleCodes(table: OpenTable | null): string[] {
  return table === null ? [] : table.mapping.roles.map(roleCode);
}
