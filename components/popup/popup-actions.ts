import type { TitleCoverage } from '../../lib/analysis/coverage-result';
import type { Command } from '../../lib/messaging/commands';
import type { Result } from '../../lib/messaging/result';

/** What is typed and not yet saved of one listing's note. */
export type NoteDraft = { text: string; tags: string[] };

/** Everything the popup can ask for; the entry gives it, none of it throws. */
export type PopupActions = {
  /** Sends one command and has the answer asked again when it is done. */
  run: (command: Command) => Promise<Result<{ revision: number | null }>>;
  checkTitle: (title: string, benchmarkId: string) => Promise<Result<TitleCoverage>>;
  reread: () => Promise<Result<null>>;
  /** Asks for the answer again, after a failure. */
  retry: () => void;
  reloadTab: () => void;
  /** Opens the dock as the browser's side panel, for this tab. */
  openSidePanel: () => void;
  /** Opens the options page in a room, e.g. `#/watch`. */
  openOptions: (hash: string) => void;
  /** Keeps what was typed outside of the popup's life; null once it is saved. */
  keepDraft: (listingId: string, draft: NoteDraft | null) => void;
};
