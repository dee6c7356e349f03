import type { WorkbookCell } from '../../lib/transfer/workbook/cell';
import { Button } from '../ui/button';
import { Menu } from '../ui/menu';
import { useWords } from '../ui/words';
import { tableText, type TableForm } from './table-text';

/** A cell of a table: a text, or a text with the figure that it states, for a spreadsheet. */
export type OutCell = string | { text: string; figure: WorkbookCell };

/** A table on its way out: `rows` counts those below the head. */
export type TableOut =
  | { form: TableForm; text: string; rows: number }
  | { form: 'xlsx'; cells: WorkbookCell[][]; rows: number };

/** A table as cells of a workbook. */
export function cellsOf(table: readonly (readonly OutCell[])[]): WorkbookCell[][] {
  return table.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.figure)));
}

/** A table as texts. */
export function textsOf(table: readonly (readonly OutCell[])[]): string[][] {
  return table.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
}

/** A table in a form, as text or, for a workbook, as cells. */
export function tableOut(table: readonly (readonly OutCell[])[], form: TableOut['form']): TableOut {
  const rows = table.length - 1;
  if (form === 'xlsx') return { form, cells: cellsOf(table), rows };
  return { form, text: tableText(textsOf(table), form), rows };
}

/** Copies a table, or, in the menu beside, as Markdown or into an XLSX or CSV file. */
export function TableOutButtons(props: {
  /** The rows, head row first; asked for at the click. */
  table: () => OutCell[][];
  /** A report beside the table, as Markdown. */
  report?: { label: string; text: () => string };
  disabled: boolean;
  onOut: (out: TableOut) => void;
}) {
  const { table, report, disabled, onOut } = props;
  const { out } = useWords().options;
  const send = (form: TableOut['form']) => onOut(tableOut(table(), form));
  const sendReport = () => {
    if (report === undefined) return;
    onOut({ form: 'markdown', text: report.text(), rows: table().length - 1 });
  };
  const item = (form: TableOut['form'], label: string) => ({
    id: form,
    label,
    onChoose: () => send(form),
  });
  return (
    <>
      <Button icon="copy" disabled={disabled} onClick={() => send('tsv')}>
        {out.copy}
      </Button>
      <Menu
        iconOnly
        label={out.more}
        align="end"
        disabled={disabled}
        items={[
          item('xlsx', out.xlsx),
          item('csv', out.csv),
          item('markdown', out.markdown),
          ...(report === undefined
            ? []
            : [{ id: 'report', label: report.label, separated: true, onChoose: sendReport }]),
        ]}
      />
    </>
  );
}
