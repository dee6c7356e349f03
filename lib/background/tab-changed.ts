/** What the browser tells of a tab that changed; whatever did not change is missing. */
export type TabChange = { status?: string | undefined; url?: string | undefined };

/**
 * What is to be done for a tab on a host of ours that changed. Whoever looks at it is answered at
 * once. Where nobody does, an answer is for the badge alone, and a page that loads needs every core:
 * the badge of another address goes, and a new one is worked out once the page has loaded and had
 * the time to be read. Null: nothing.
 */
export function onTabChanged(
  { status, url }: TabChange,
  isLookedAt: boolean,
): 'answer' | 'answer-later' | 'no-badge' | null {
  if (status === undefined && url === undefined) return null;
  if (isLookedAt) return 'answer';
  if (status === 'complete') return 'answer-later';
  return url === undefined ? null : 'no-badge';
}
