import type { Comparison } from '../analysis/compare-result';
import type { TitleCoverage } from '../analysis/coverage-result';
import type { ChangeNews } from '../inspection/change-news';
import type { PageReport } from '../listing/page-report';
import type { DockPlace, Settings } from '../settings';
import type { CommandMessage } from './commands';
import type { Drag, DrawOrder, FrameDrawn, LocateTarget, PicturePlace } from './frames';
import type { Result } from './result';
import type { TabAnswer } from './tab-answer';
import type { ListingFacts } from './listing-facts';
import type { ReportPeriod, WeeklyReport } from './weekly-report';

/**
 * Every message there is. Two tiers are answered by the background: **page** (from a content
 * script, treated as hostile) and **own** (from the extension's pages and frames). The **tab**
 * messages go from the background to a tab's content script.
 * `tabId: null` means the tab that the sender's frame stands in.
 */
export type Protocol = {
  // page tier
  /**
   * A page has come. Where its site is switched on the overlay is put in; the answer says what will
   * be drawn for its item, so that frames load meanwhile.
   */
  arrive(data: null): Result<DrawOrder>;
  observe(report: PageReport): Result<DrawOrder>;

  // own tier: questions
  ready(): Result<{ state: 'ok' | 'read-only' | 'broken' }>;
  'ask-tab'(data: { tabId: number | null }): Result<TabAnswer>;
  /** Coverage of a title that is being written; its lists are cut to what a page shows of them. */
  'check-title'(data: { title: string; benchmarkId: string | null }): Result<TitleCoverage>;
  /**
   * Facts of many listings for the watchlist's table, in the order asked. `strips: false` leaves
   * their strips empty: of hundreds of listings the rest is there at once.
   */
  'listing-facts'(data: { listingIds: string[]; strips?: boolean }): Result<ListingFacts[]>;

  /** What changed since a time, by visit, newest first; `more` where there was too much to tell. */
  'recent-changes'(data: { sinceMs: number }): Result<{ news: ChangeNews[]; more: boolean }>;
  /** 竞品周报 of these listings and a period of whole days of the asking page's calendar. */
  'weekly-report'(data: { listingIds: string[]; period: ReportPeriod }): Result<WeeklyReport>;
  /**
   * Two to six listings side by side, held against one benchmark: the named one, else the one that
   * fits mine, else the first one's. Listings that were never seen are left out.
   */
  compare(data: { listingIds: string[]; benchmarkId: string | null }): Result<Comparison>;

  // own tier: commands
  command(data: CommandMessage): Result<{ revision: number | null }>;
  pick(data: { tabId: number | null; field: string; index: number }): Result<null>;
  /** A restore in parts of at most 4 MB; staged, then committed in one transaction. */
  'restore-part'(data: { restoreId: string; index: number; text: string }): Result<null>;
  'restore-commit'(data: { restoreId: string; parts: number; operationId: string }): Result<null>;

  // own tier: the stores themselves
  /** Which of the two stores can be opened and read. */
  'store-health'(data: void): Result<{ database: boolean; second: boolean }>;
  /**
   * Deletes the stores that can't be opened, and no other. `typed` is what the operator typed to
   * confirm it (`RESET_WORDS`), else `invalid`; where both can be opened it is a `conflict`.
   */
  'reset-stores'(data: { typed: string }): Result<null>;

  // own tier, passed on to the tab
  'frame-drawn'(data: FrameDrawn): Result<null>;
  'drag-dock'(data: Drag): Result<null>;
  'fold-dock'(data: { folded: boolean }): Result<null>;
  'reread-tab'(data: { tabId: number | null }): Result<null>;
  'locate-in-tab'(data: { tabId: number | null; target: LocateTarget }): Result<{ found: boolean }>;
  /** Whether the page has removed our host so often that it stays away. */
  'overlay-state'(data: { tabId: number | null }): Result<{ removed: boolean }>;
  /** Keeps a small picture of the watched listing in a tab; right after the star in the popup. */
  'keep-picture'(data: { tabId: number }): Result<null>;
  'open-options'(data: { hash: string }): Result<null>;

  // background to the tab's content script
  'tab-frame-drawn'(data: FrameDrawn): null;
  'tab-drag'(data: Drag): DockPlace | null;
  /** Null turns it over (the shortcut); answers how the dock stands then. */
  'tab-fold'(data: { folded: boolean | null }): { folded: boolean };
  /** Answers that somebody is there, who reads again. */
  'tab-reread'(): true;
  /** Where the main picture is in sight, null where it is not. */
  'tab-picture'(): PicturePlace | null;
  'tab-overlay'(): { removed: boolean };
  'tab-locate'(data: LocateTarget): { found: boolean };
  /** Draw or take away everything, after a settings change. */
  'tab-draw'(data: DrawOrder): null;
};

/**
 * The name of the port by which dock, chips, side panel and popup get answers as they change:
 * `answer` for the tab a frame stands in, `answer:<tabId>` for another one.
 */
export const ANSWER_PORT = 'answer';

/** How our pages are to look: the resolved settings, since frames can read no settings store. */
export type ViewSettings = Pick<Settings, 'language' | 'theme'>;

/**
 * What the background posts on that port, at once on connecting and then on each change.
 * `itemId` is the item that the answer speaks of, null where it is of none: a frame reports it
 * back in `frame-drawn`, and the frame host shows nothing that was drawn for another item.
 */
export type AnswerPortMessage = { answer: TabAnswer; itemId: string | null; view: ViewSettings };
