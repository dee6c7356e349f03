import { Button } from '../ui/button';
import { Menu } from '../ui/menu';
import { useWords } from '../ui/words';
import { tableText, type TableForm } from './table-text';

/** A table on its way out: `rows` counts those below the head. */
export type TableOut = { form: TableForm; text: string; rows: number };

/** Copies a table, or, in the menu beside, as Markdown or into a CSV file. */
export function TableOutButtons(props: {
  /** The rows as text, head row first; asked for at the click. */
  table: () => string[][];
  /** A report beside the table, as Markdown. */
  report?: { label: string; text: () => string };
  disabled: boolean;
  onOut: (out: TableOut) => void;
}) {
  const { table, report, disabled, onOut } = props;
  const { out } = useWords().options;
  const send = (form: TableForm) => {
    const rows = table();
    onOut({ form, text: tableText(rows, form), rows: rows.length - 1 });
  };
  const sendReport = () => {
    if (report === undefined) return;
    onOut({ form: 'markdown', text: report.text(), rows: table().length - 1 });
  };
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
          { id: 'markdown', label: out.markdown, onChoose: () => send('markdown') },
          { id: 'csv', label: out.csv, onChoose: () => send('csv') },
          ...(report === undefined
            ? []
            : [{ id: 'report', label: report.label, separated: true, onChoose: sendReport }]),
        ]}
      />
    </>
  );
}
