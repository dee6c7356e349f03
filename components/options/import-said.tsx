import { Notice } from '../ui/notice';
import { useWords } from '../ui/words';
import type { DropSaid } from './import-state';

/** What became of a file that was not simply read: no file is dropped without a word. */
export function ImportSaid({ said }: { said: DropSaid }) {
  const { drops } = useWords().options.imports;
  switch (said.is) {
    case 'waiting':
      return (
        <p role="status" class="import-waiting">
          {drops.waiting(said.name)}
        </p>
      );
    case 'others':
      return <Notice kind="remark">{drops.others(said.name, said.others)}</Notice>;
    case 'refused':
      return (
        <Notice kind="fault">
          <strong>{drops.notRead(said.name)}</strong> {drops.why[said.why]}
        </Notice>
      );
  }
}
