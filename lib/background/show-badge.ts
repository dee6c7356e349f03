import { browser } from 'wxt/browser';
import type { Badge } from '../inspection/badge';

/** The badge's colours by role; white figures on each are at least 4.5:1. */
const COLOURS: Record<Badge['role'], string> = {
  gaps: '#9a5b00',
  changes: '#3a5fb0',
  failed: '#c0362c',
  quiet: '#5b6673',
};

/** Shows a tab's badge; a tab that has gone is passed over. */
export function showBadge(tabId: number, badge: Badge): void {
  void Promise.all([
    browser.action.setBadgeText({ tabId, text: badge.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[badge.role] }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
  ]).catch(() => {});
}
