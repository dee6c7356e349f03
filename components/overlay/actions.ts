import type { Command } from '../../lib/messaging/commands';
import type { Drag, LocateTarget } from '../../lib/messaging/frames';
import type { Result } from '../../lib/messaging/result';
import type { FieldName } from '../../lib/listing/snapshot';

/** What the dock can ask for. Nothing is thrown: a failure is a value, and is shown. */
export type DockActions = {
  /** Asks for something to be written; resolves when both stores hold it, or it was refused. */
  run: (command: Command) => Promise<Result<{ revision: number | null }>>;
  /** Takes one candidate of an ambiguous field, for this visit. */
  pick: (field: FieldName, index: number) => Promise<Result<null>>;
  reread: () => void;
  /** Scrolls the page to the evidence; false where it is not on the page now. */
  locate: (target: LocateTarget) => Promise<boolean>;
  fold: (folded: boolean) => void;
  drag: (drag: Drag) => void;
  openOptions: (hash: string) => void;
};
