import type { FailureCode } from '../../lib/messaging/result';
import type { TableFault } from '../../lib/transfer/tables/table-fault';
import type { TablePreview } from '../../lib/transfer/tables/table-session';
import type { TableMapping, TableView } from '../../lib/transfer/tables/table-view';

/** How far an import is; `preview` is null while the dry run is worked out. `share` is 0 to 1. */
export type ImportState =
  | { state: 'idle' }
  | { state: 'reading'; share: number }
  | { state: 'wrong'; fault: TableFault }
  | {
      state: 'open';
      table: OpenTable;
      preview: TablePreview | null;
      /** Why the last try to import it went wrong; nothing was written then. */
      failure?: FailureCode;
    }
  | { state: 'importing' }
  | { state: 'failed'; code: FailureCode }
  | { state: 'done'; importId: string; added: number; changed: number; same: number };

/** A table that was read, and how it is to be taken. */
export type OpenTable = { name: string; view: TableView; mapping: TableMapping };

/** What a column can be made, as the code of a role, with its name. */
export type RoleChoice = { value: string; label: string };

/** Whether a file can be read: now, in a moment, or why not. */
export type ImportGate =
  | 'ready'
  | 'loading'
  | 'read-only'
  | 'unreadable'
  | 'no-benchmark'
  | 'unsaved'
  | 'importing';

/** What became of files that were dropped or chosen, where that is more than reading one. */
export type DropSaid =
  | { is: 'waiting'; name: string }
  | { is: 'refused'; why: Exclude<ImportGate, 'ready' | 'loading'>; name: string }
  | { is: 'others'; name: string; others: number };
