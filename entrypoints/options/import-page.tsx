import { useMemo } from 'preact/hooks';
import { ImportRoom } from '../../components/options/import-room';
import type { ImportGate, RoleChoice } from '../../components/options/import-state';
import { hashOf } from '../../components/options/rooms';
import { useWords } from '../../components/ui/words';
import type { Benchmark } from '../../lib/benchmark/benchmark';
import type { Stored } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import { METRIC_KINDS, roleCode } from '../../lib/transfer/tables/column-names';
import type { Drafts } from './drafts';
import type { PageContext } from './page-context';
import { useDroppedFiles } from './use-dropped-files';
import { roleCodes, useImport, type ImportTarget } from './use-import';

type Props = {
  benchmarkId: string | null;
  benchmarks: readonly Stored<Benchmark>[];
  drafts: Drafts;
  context: PageContext;
};

/** The import room, wired. */
export function ImportPage({ benchmarkId, benchmarks, drafts, context }: Props) {
  const { reader, readOnly, settings, toast } = context;
  const words = useWords();
  const { imports: own } = words.options;
  const chosen = benchmarks.find(({ value }) => value.id === benchmarkId) ?? benchmarks[0];
  const id = chosen?.value.id ?? null;
  // With the id, because the old answer stays until the new one is there.
  const bank = useLive(
    id === null ? null : async () => ({ id, keywords: await reader.storedKeywords(id) }),
    [id],
  );
  const log = useLive(id === null ? null : () => reader.imports(id), [id]);
  const target = useMemo<ImportTarget | null>(
    () =>
      id === null || bank.state !== 'value' || bank.value.id !== id
        ? null
        : { benchmarkId: id, keywords: bank.value.keywords },
    [id, bank],
  );
  const imports = useImport(target, settings);
  const { now } = imports;
  const unsaved = id !== null && (drafts.edits.get(id)?.rows ?? null) !== null;
  const gate = ((): ImportGate => {
    if (readOnly) return 'read-only';
    if (id === null) return 'no-benchmark';
    if (bank.state === 'error') return 'unreadable';
    if (target === null) return 'loading';
    if (unsaved) return 'unsaved';
    return now.state === 'importing' ? 'importing' : 'ready';
  })();
  const dropped = useDroppedFiles(gate, (file) => void imports.openFile(file));
  const choices = useMemo(() => choicesOf(own), [own]);
  const fileName = now.state === 'open' && now.table.name !== own.pasted ? now.table.name : '';
  return (
    <ImportRoom
      benchmarks={benchmarks.map(({ value }) => ({ id: value.id, name: value.name }))}
      benchmarkId={id}
      gate={gate}
      said={dropped.said}
      now={now}
      choices={choices}
      roles={roleCodes(now.state === 'open' ? now.table : null)}
      log={log.state === 'value' ? log.value.map((stored) => stored.value) : []}
      onBenchmark={(to) => location.replace(hashOf('import', to))}
      onFiles={dropped.take}
      onPaste={(text) => void imports.openText(text, own.pasted)}
      onRole={imports.setRole}
      onMapping={imports.setMapping}
      onImport={() => void imports.carryOut(fileName)}
      onCancel={imports.cancel}
      onUndo={(importId) =>
        void imports.takeBack(importId).then((done) => {
          if (done) toast({ text: own.undone });
        })
      }
    />
  );
}

/** Everything that a column can be made. */
function choicesOf(own: {
  roles: Record<'none' | 'word' | 'day' | 'item', string>;
  inPercent: (kind: string) => string;
}): RoleChoice[] {
  const plain = (['none', 'word', 'day', 'item'] as const).map((value) => ({
    value,
    label: own.roles[value],
  }));
  const metrics = METRIC_KINDS.flatMap(({ kind, unit }): RoleChoice[] => {
    const choice = { value: roleCode({ is: 'metric', kind, unit }), label: kind };
    if (unit !== 'share') return [choice];
    const inPercent = roleCode({ is: 'metric', kind, unit: 'percent' });
    return [choice, { value: inPercent, label: own.inPercent(kind) }];
  });
  return [...plain, ...metrics];
}
