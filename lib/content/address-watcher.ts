import { cancel, every } from './timers';

/** How often the address is compared, should the page have kept the browser's event from us. */
const POLL_MS = 500;

/**
 * Tells each change of the page's address, at the latest half a second after it: `pushState`,
 * `replaceState`, back and forward, hash. `currententrychange` comes at once, after the address
 * has changed; a page could stop it before it reaches us, so the address is also looked at.
 */
export function watchAddress(moved: () => void): () => void {
  let known = location.href;
  const look = () => {
    if (location.href === known) return;
    known = location.href;
    moved();
  };
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, true);
  const timer = every(look, POLL_MS);
  return () => {
    navigation?.removeEventListener('currententrychange', look, true);
    cancel(timer);
  };
}
