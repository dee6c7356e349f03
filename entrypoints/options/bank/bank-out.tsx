import { csv, tsv } from '../../../components/options/table-text';
import { Button } from '../../../components/ui/button';
import { Menu } from '../../../components/ui/menu';
import { useWords } from '../../../components/ui/words';
import type { PageContext } from '../page-context';
import { useTableOut } from '../use-table-out';

/** What is shown, on its way out: copied, or saved as a file. */
export function BankOut(props: {
  name: string;
  /** Rows as text, the head first; asked for at the click. */
  table: () => string[][];
  disabled: boolean;
  context: PageContext;
}) {
  const { name, table, disabled, context } = props;
  const { bank: text, out } = useWords().options;
  const send = useTableOut(name, context);
  const save = (form: 'tsv' | 'csv') => {
    const rows = table();
    send({ form, text: (form === 'tsv' ? tsv : csv)(rows), rows: rows.length - 1 });
  };
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
        items={[{ id: 'csv', label: text.out.csv, onChoose: () => save('csv') }]}
      />
    </>
  );
}
