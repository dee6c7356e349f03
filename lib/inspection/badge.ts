import type { Inspection } from './inspection';

/**
 * What the toolbar's badge says. `text` is at most three characters, '' for none.
 * - gaps: open gaps of my listing · changes: changes of a competitor's since the visit before
 * - failed: reading or saving failed · quiet: nothing to say, shown grey
 */
export type Badge = { text: string; role: 'gaps' | 'changes' | 'failed' | 'quiet' };

/** What of a tab's answer the badge needs; `saved` is why the visit could not be saved, or null. */
export type BadgeAnswer =
  | { state: 'inspected'; inspection: Pick<Inspection, 'mine' | 'counts'>; saved: string | null }
  | { state: 'changed' | 'blocked' | 'reload' }
  | { state: 'off-shelf' | 'not-listing' | 'not-ready' | 'unsupported' | 'off-here' };

/** No badge. */
export const QUIET: Badge = { text: '', role: 'quiet' };

/** The badge of a tab, by what is to be said of it. */
export function badgeOf(answer: BadgeAnswer): Badge {
  switch (answer.state) {
    case 'inspected': {
      if (answer.saved !== null) return { text: '!', role: 'failed' };
      const { mine, counts } = answer.inspection;
      return mine ? counted(counts.gaps ?? 0, 'gaps') : counted(counts.changes, 'changes');
    }
    case 'changed':
      return { text: '!', role: 'failed' };
    case 'blocked':
    case 'reload':
      // Stopped on purpose, or waiting for the operator: said, without alarm.
      return { text: '!', role: 'quiet' };
    case 'off-shelf':
    case 'not-listing':
    case 'not-ready':
    case 'unsupported':
    case 'off-here':
      return QUIET;
  }
}

function counted(count: number, role: 'gaps' | 'changes'): Badge {
  if (count === 0) return QUIET;
  return { text: count > 99 ? '99+' : String(count), role };
}
