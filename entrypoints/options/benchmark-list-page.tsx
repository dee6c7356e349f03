import { BenchmarkList } from '../../components/options/benchmark-list';
import { emptyDraft } from '../../components/options/benchmark-draft';
import { hashOf } from '../../components/options/rooms';
import { useWords } from '../../components/ui/words';
import type { Benchmark } from '../../lib/benchmark/benchmark';
import type { Stored } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import type { Drafts } from './drafts';
import type { PageContext } from './page-context';

/** The list of benchmarks, wired; a new one is a draft until it is saved. */
export function BenchmarkListPage(props: {
  benchmarks: readonly Stored<Benchmark>[];
  drafts: Drafts;
  context: PageContext;
}) {
  const { benchmarks, drafts, context } = props;
  const { reader } = context;
  const words = useWords();
  const ids = benchmarks.map(({ value }) => value.id);
  const counted = useLive(
    async () => Promise.all(ids.map(async (id) => (await reader.keywordCount(id))?.count ?? 0)),
    [ids.join()],
  );
  const counts =
    counted.state === 'value' && counted.value.length === ids.length ? counted.value : null;
  const fresh = [...drafts.edits].filter(([id]) => !ids.includes(id));
  const lines = [
    ...benchmarks.map(({ value }, index) => ({
      benchmark: value,
      keywords: counts?.[index] ?? null,
      unsaved: drafts.edits.has(value.id),
    })),
    ...fresh.map(([id, edit]) => ({
      benchmark: {
        id,
        name: edit.benchmark?.name ?? words.options.benchmarks.defaultName,
        role: edit.benchmark?.role ?? null,
        pinnedListingIds: edit.benchmark?.pinnedListingIds ?? [],
        shopIds: edit.benchmark?.shopIds ?? [],
        categoryWords: edit.benchmark?.categoryWords ?? [],
        sellingPoints: edit.benchmark?.sellingPoints ?? [],
      },
      keywords: edit.rows?.length ?? 0,
      unsaved: true,
    })),
  ];
  return (
    <BenchmarkList
      benchmarks={lines}
      readOnly={context.readOnly}
      onAdd={() => {
        const id = crypto.randomUUID();
        const benchmark = emptyDraft(id, '');
        drafts.setEdit(id, () => ({
          benchmark,
          benchmarkRevision: null,
          rows: null,
          keywordRevision: null,
        }));
        location.hash = hashOf('benchmarks', id);
      }}
    />
  );
}
