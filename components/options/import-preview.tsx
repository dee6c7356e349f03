import type { FailureCode } from '../../lib/messaging/result';
import type { TablePreview } from '../../lib/transfer/tables/table-session';
import type { TableMapping } from '../../lib/transfer/tables/table-view';
import { Button } from '../ui/button';
import { FailureNotice, Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { useWords } from '../ui/words';
import { figureText } from './figure-input';
import { ImportColumns } from './import-columns';
import { ImportPeriod } from './import-period';
import type { OpenTable, RoleChoice } from './import-state';

type Props = {
  table: OpenTable;
  preview: TablePreview | null;
  choices: readonly RoleChoice[];
  roles: readonly string[];
  /** Why the last try to import it went wrong. */
  failure: FailureCode | null;
  readOnly: boolean;
  onRole: (column: number, code: string) => void;
  onMapping: (change: Partial<TableMapping>) => void;
  onImport: () => void;
  onCancel: () => void;
};

/** A table that was read: what it is, what its columns are, and what importing it would do. */
export function ImportPreview(props: Props) {
  const { table, preview, roles, readOnly, failure } = props;
  const { view, mapping } = table;
  const damaged = preview?.bankDamaged === true;
  const { imports: own } = useWords().options;
  const hasDays = roles.includes('day');
  const hasWords = roles.includes('word');
  const hasFigures = mapping.roles.some((role) => role.is === 'metric');
  const isAsking = mapping.period === null && !hasDays && hasFigures;
  const ready =
    preview !== null &&
    preview.words > 0 &&
    preview.tooMany === null &&
    !isAsking &&
    !readOnly &&
    !damaged;
  return (
    <div class="import-preview">
      {failure === 'conflict' && (
        <Notice kind="fault">
          <strong>{own.conflict.what}</strong> {own.conflict.next}
        </Notice>
      )}
      {failure !== null && failure !== 'conflict' && <FailureNotice code={failure} />}
      {damaged && <Notice kind="fault">{own.bankDamaged}</Notice>}
      <section class="panel">
        <h2>{own.found(table.name, view.rows)}</h2>
        {view.sheetName !== '' && <p class="subtle">{own.sheet(view.sheetName)}</p>}
        <div class="import-facts">
          <Select
            label={own.source}
            value={mapping.source}
            options={Object.entries(own.sources).map(([value, label]) => ({
              value: value as TableMapping['source'],
              label,
            }))}
            onChange={(source) => props.onMapping({ source })}
          />
          {hasFigures && (
            <ImportPeriod
              period={mapping.period}
              byRow={hasDays}
              onPeriod={(period) => props.onMapping({ period })}
            />
          )}
        </div>
        {!hasWords && <Notice kind="remark">{own.noWordColumn}</Notice>}
        <ImportColumns view={view} roles={roles} choices={props.choices} onRole={props.onRole} />
      </section>
      <section class="panel" aria-busy={preview === null}>
        <h2>{own.result}</h2>
        {preview !== null && <Result preview={preview} mapping={mapping} />}
      </section>
      <div class="import-do">
        <Button kind="primary" disabled={!ready} onClick={props.onImport}>
          {own.confirm(preview?.words ?? 0)}
        </Button>
        <Button onClick={props.onCancel}>{own.again}</Button>
        <span class="subtle">
          {!hasWords
            ? own.noWordColumn
            : isAsking
              ? own.periodHint
              : preview !== null && own.logWords(preview.added, preview.changed, preview.same)}
        </span>
      </div>
    </div>
  );
}

function Result({ preview, mapping }: { preview: TablePreview; mapping: TableMapping }) {
  const { imports: own } = useWords().options;
  return (
    <>
      <dl class="import-counts">
        {(['added', 'changed', 'same', 'others'] as const).map((name) => (
          <div key={name}>
            <dt>{own.counts[name]}</dt>
            <dd>{preview[name].toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {preview.tooMany !== null && <Notice kind="fault">{own.tooMany(preview.tooMany)}</Notice>}
      {preview.words === 0 && <p role="status">{own.noWords}</p>}
      {preview.repeated > 0 && <p class="subtle">{own.repeated(preview.repeated)}</p>}
      {preview.sample.length > 0 && <Sample preview={preview} mapping={mapping} />}
      {preview.badRows > 0 && <BadRows preview={preview} />}
    </>
  );
}

/** The first words as they will be kept; shares in per cent, whatever form they came in. */
function Sample({ preview, mapping }: { preview: TablePreview; mapping: TableMapping }) {
  const shares = new Set(
    mapping.roles.flatMap((role) =>
      role.is === 'metric' && role.unit !== 'count' ? [role.kind] : [],
    ),
  );
  const { imports: own } = useWords().options;
  return (
    <>
      <h3>{own.sample}</h3>
      <ul class="import-sample">
        {preview.sample.map(({ word, metrics }) => (
          <li key={word}>
            <strong>{word}</strong>
            {metrics.map((metric) => (
              <span key={`${metric.kind} ${metric.period}`}>
                {metric.kind} {shares.has(metric.kind) ? percentText(metric) : figureText(metric)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function BadRows({ preview }: { preview: TablePreview }) {
  const { imports: own } = useWords().options;
  return (
    <>
      <h3>{own.badRows(preview.badRows)}</h3>
      {preview.badRows > preview.bad.length && (
        <p class="subtle">{own.badShown(preview.bad.length)}</p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard has to get there */}
      <div class="import-bad" tabIndex={0} role="region" aria-label={own.badRows(preview.badRows)}>
        <table class="table">
          <tbody>
            {preview.bad.map((row) => (
              <tr key={`${row.line} ${row.column}`}>
                <td>{own.line(row.line)}</td>
                <td>{own.why[row.why]}</td>
                <td>
                  {row.column !== '' && `${row.column} `}
                  {row.text !== '' && <code>{row.text}</code>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function percentText({ min, max }: { min: number; max: number }): string {
  const text = (share: number) => `${Number((share * 100).toPrecision(6))}%`.replace('-', '−');
  return min === max ? text(min) : `${text(min)} ~ ${text(max)}`;
}
