import type { TableFault } from '../../lib/transfer/tables/table-fault';
import { useWords } from '../ui/words';

/** Why a table is not read, in a sentence. */
export function ImportFault({ fault }: { fault: TableFault }) {
  const { fault: own } = useWords().options.imports;
  switch (fault.code) {
    case 'damaged':
      return <>{own.damaged(fault.where)}</>;
    case 'quotes':
      return <>{own.quotes(fault.line)}</>;
    case 'too-large':
      return <>{own['too-large'](fault.maxMb)}</>;
    case 'too-many':
      return <>{own['too-many'](own.of[fault.of], fault.max)}</>;
    default:
      return <>{own[fault.code]}</>;
  }
}
