import type { Inspection } from '../inspection/inspection';
import type { FailureCode } from './result';

/**
 * What is to be said of a tab, in the popup, the dock and on the badge. `saved` is null when the
 * visit was recorded (or needed no record), else why it could not be. `unread`: the store can't be
 * read now, so that nothing the operator keeps is in the inspection, and none of it is gone.
 */
export type TabAnswer =
  | { state: 'inspected'; inspection: Inspection; saved: FailureCode | null; unread?: true }
  | { state: 'blocked'; why: 'login' | 'slider' | 'punish' }
  | { state: 'off-shelf' }
  | { state: 'not-listing' }
  | { state: 'not-ready' }
  | { state: 'changed'; missing: string[] }
  /** Not a page of a site we read. */
  | { state: 'unsupported' }
  /** Switched off on this site by the operator. */
  | { state: 'off-here'; host: string }
  /** A listing page without our script: it was open before the install or an update. */
  | { state: 'reload' };
