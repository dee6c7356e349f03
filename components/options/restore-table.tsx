import type { Counts, RestorePreview } from '../../lib/transfer/preview-restore';
import { useWords } from '../ui/words';

const RECORDS = [
  'benchmark',
  'keyword-set',
  'list',
  'note',
  'picture',
  'verdict',
  'import',
  'settings',
] as const;
const HISTORY = ['latest', 'observations', 'changes'] as const;

/**
 * What a restore would add, replace and leave alone, by kind. Keyword chunks go with their table,
 * and what the demo loaded is no content of the operator's.
 */
export function RestoreTable({ preview }: { preview: RestorePreview }) {
  const { backup: own } = useWords().options;
  const lines: { kind: keyof typeof own.kinds; counts: Counts }[] = [
    ...RECORDS.map((kind) => ({ kind, counts: preview.records[kind] })),
    ...HISTORY.map((kind) => ({ kind, counts: preview[kind] })),
  ];
  const any = ({ counts }: { counts: Counts }) => counts.added + counts.changed + counts.same > 0;
  return (
    <table class="table restore-table">
      <thead>
        <tr>
          <th>{own.kind}</th>
          <th class="num">{own.added}</th>
          <th class="num">{own.changed}</th>
          <th class="num">{own.kept}</th>
        </tr>
      </thead>
      <tbody>
        {lines.filter(any).map(({ kind, counts }) => (
          <tr key={kind}>
            <td>{own.kinds[kind]}</td>
            <td class="num">{counts.added.toLocaleString()}</td>
            <td class="num">
              {counts.changed.toLocaleString()}
              {counts.newerHere > 0 && <small> {own.newerHere(counts.newerHere)}</small>}
            </td>
            <td class="num">{counts.same.toLocaleString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
