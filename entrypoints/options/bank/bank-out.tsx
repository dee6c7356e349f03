import { tableOut, type OutCell, type TableOut } from '../../../components/options/table-out';
import { Button } from '../../../components/ui/button';
import { Menu } from '../../../components/ui/menu';
import { useWords } from '../../../components/ui/words';
import type { PageContext } from '../page-context';
import { useTableOut } from '../use-table-out';

/** What is shown, on its way out: copied, or saved as a file. */
export function BankOut(props: {
  name: string;
  /** Rows of cells, the head first; asked for at the click. */
  table: () => OutCell[][];
  disabled: boolean;
  context: PageContext;
}) {
  const { name, table, disabled, context } = props;
  const { bank: text, out } = useWords().options;
  const send = useTableOut(name, context);
  const save = (form: TableOut['form']) => send(tableOut(table(), form));
  return (
    <>
      <Button icon="copy" hint={text.out.whole} disabled={disabled} onClick={() => save('tsv')}>
        {out.copy}
      </Button>
      <Menu
        iconOnly
        label={out.more}
        align="end"
        disabled={disabled}
        items={[
          { id: 'xlsx', label: out.xlsx, onChoose: () => save('xlsx') },
          { id: 'csv', label: out.csv, onChoose: () => save('csv') },
        ]}
      />
    </>
  );
}
