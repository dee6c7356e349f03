import type { Benchmark } from '../../lib/benchmark/benchmark';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { useWords } from '../ui/words';
import { hashOf } from './rooms';
import { RoomHead } from './shell';

/** A benchmark with how many keywords it has, null while they are counted. */
export type BenchmarkLine = {
  benchmark: Pick<
    Benchmark,
    'id' | 'name' | 'role' | 'pinnedListingIds' | 'shopIds' | 'categoryWords' | 'sellingPoints'
  >;
  keywords: number | null;
  unsaved: boolean;
};

/** The room of the benchmarks: which there are, and a way into each. */
export function BenchmarkList(props: {
  benchmarks: readonly BenchmarkLine[] | null;
  readOnly: boolean;
  onAdd: () => void;
}) {
  const { benchmarks, readOnly, onAdd } = props;
  const words = useWords();
  const { benchmarks: own } = words.options;
  const add = (
    <Button kind="primary" icon="plus" disabled={readOnly} onClick={onAdd}>
      {own.add}
    </Button>
  );
  return (
    <>
      <RoomHead
        title={own.title}
        summary={benchmarks === null ? undefined : own.summary(benchmarks.length)}
      >
        {benchmarks !== null && benchmarks.length > 0 && add}
      </RoomHead>
      {benchmarks === null && <Skeleton lines={6} />}
      {benchmarks?.length === 0 && (
        <EmptyState icon="plus" title={own.empty.title} action={add}>
          {own.empty.text}
        </EmptyState>
      )}
      {benchmarks !== null && benchmarks.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              <th>{own.columns.name}</th>
              <th>{own.columns.role}</th>
              <th class="num">{own.columns.keywords}</th>
              <th class="num">{own.columns.points}</th>
              <th>{own.columns.fits}</th>
            </tr>
          </thead>
          <tbody>
            {benchmarks.map((line) => (
              <Line key={line.benchmark.id} {...line} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Line({ benchmark, keywords, unsaved }: BenchmarkLine) {
  const words = useWords();
  const { benchmarks: own } = words.options;
  const fits =
    benchmark.pinnedListingIds.length + benchmark.shopIds.length + benchmark.categoryWords.length;
  return (
    <tr>
      <td class="benchmark-name">
        <a href={hashOf('benchmarks', benchmark.id)}>{benchmark.name}</a>
        {unsaved && <span class="unsaved"> {words.options.nav.unsaved}</span>}
      </td>
      <td>{benchmark.role === null ? own.noRole : words.common.productRoles[benchmark.role]}</td>
      <td class="num">{keywords === null ? '…' : keywords.toLocaleString()}</td>
      <td class="num">{benchmark.sellingPoints.length}</td>
      <td>
        {fits === 0
          ? own.fitsNothing
          : own.fitsText(
              benchmark.pinnedListingIds.length,
              benchmark.shopIds.length,
              benchmark.categoryWords.length,
            )}
      </td>
    </tr>
  );
}
