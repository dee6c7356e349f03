import type { LongOut } from '../../../components/options/long-out';
import { Button } from '../../../components/ui/button';
import { Menu } from '../../../components/ui/menu';
import { useWords } from '../../../components/ui/words';
import type { PageContext } from '../page-context';
import { useLongOut } from './use-long-out';

/** What is shown, on its way out: copied, or saved as a file. */
export function BankOut(props: {
  name: string;
  /** The table; asked for at the click. */
  table: () => LongOut;
  disabled: boolean;
  context: PageContext;
}) {
  const { name, table, context } = props;
  const { bank: text, out } = useWords().options;
  const { busy, send } = useLongOut(name, context);
  const disabled = props.disabled || busy;
  const save = (form: 'tsv' | 'csv' | 'xlsx') => void send(table(), form);
  return (
    <>
      <span role="status" class="subtle bank-writing">
        {busy && out.writing}
      </span>
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
