import type { TableView } from '../../lib/transfer/tables/table-view';
import { useWords } from '../ui/words';
import type { RoleChoice } from './import-state';

type Props = {
  view: TableView;
  roles: readonly string[];
  choices: readonly RoleChoice[];
  onRole: (column: number, code: string) => void;
};

/** The columns of a table, with what each is taken for; any can be changed by hand. */
export function ImportColumns({ view, roles, choices, onRole }: Props) {
  const { imports: own } = useWords().options;
  return (
    <>
      <h3>{own.columns}</h3>
      <p class="subtle">{own.columnsText}</p>
      <table class="table import-columns">
        <thead>
          <tr>
            <th>{own.heading}</th>
            <th>{own.samples}</th>
            <th>{own.role}</th>
          </tr>
        </thead>
        <tbody>
          {view.headings.map((heading, column) => {
            const name = heading === '' ? own.noHeading(column + 1) : heading;
            const role = roles[column] ?? 'none';
            return (
              <tr key={`${column} ${heading}`} class={role === 'none' ? 'import-left-out' : ''}>
                <td>{name}</td>
                <td class="import-samples">
                  {view.samples[column]?.filter((cell) => cell.trim() !== '').join(' · ')}
                </td>
                <td>
                  <select
                    class="field-input select select-compact"
                    aria-label={own.roleOf(name)}
                    value={role}
                    onChange={(event) => onRole(column, event.currentTarget.value)}
                  >
                    {withOwn(choices, role, heading).map(({ value, label }) => (
                      <option key={value} value={value} selected={value === role}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** Any column may be kept as a figure under its own name. */
function withOwn(choices: readonly RoleChoice[], role: string, heading: string) {
  const code = `count:${heading.slice(0, 30)}`;
  const names = new Set(choices.map((choice) => choice.label));
  const own = heading === '' || names.has(heading) ? [] : [{ value: code, label: heading }];
  const all = [...choices, ...own];
  return all.some((choice) => choice.value === role)
    ? all
    : [...all, { value: role, label: role.slice(role.indexOf(':') + 1) }];
}
