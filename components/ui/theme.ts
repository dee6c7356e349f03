import type { Settings } from '../../lib/settings';

const DARK = '(prefers-color-scheme: dark)';
let stopFollowing: (() => void) | null = null;

/**
 * Sets `data-theme` on the document from the setting; `auto` follows the system, also later on.
 * Calling it again replaces the earlier choice.
 */
export function applyTheme(theme: Settings['theme'], view: Window = window): void {
  stopFollowing?.();
  stopFollowing = null;
  const root = view.document.documentElement;
  if (theme !== 'auto') {
    root.dataset['theme'] = theme;
    return;
  }
  const system = view.matchMedia(DARK);
  const follow = () => {
    root.dataset['theme'] = system.matches ? 'dark' : 'light';
  };
  follow();
  system.addEventListener('change', follow);
  stopFollowing = () => system.removeEventListener('change', follow);
}
