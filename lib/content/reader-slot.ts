import type { SiteAdapter } from '../sites/adapter';

/**
 * Where the site's reader, a script of its own, is left for this one. The background puts it into
 * the page only where the site is switched on. Both run in our isolated world: the page's own
 * scripts do not see its globals.
 */
const SLOT = 'reader';
type Slot = { [SLOT]?: SiteAdapter };

/** Leaves the reader; the first one stays, so that a second script in the same page is harmless. */
export function leaveReader(adapter: SiteAdapter): void {
  const slot = globalThis as Slot;
  slot[SLOT] ??= adapter;
}

/** The reader, null where none was left. */
export function takeReader(): SiteAdapter | null {
  return (globalThis as Slot)[SLOT] ?? null;
}
