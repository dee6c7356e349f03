/** How often the address is compared, should the page have kept the browser's event from us. */
const POLL_MS = 500;

/**
 * Tells each change of the page's address, at the latest half a second after it: `pushState`,
 * `replaceState`, back and forward, hash. `currententrychange` comes at once, after the address
 * has changed; a page could stop it before it reaches us, so the address is also looked at.
 */
export function watchAddress(view: Window, moved: (url: URL) => void): () => void {
  let known = view.location.href;
  const look = () => {
    const href = view.location.href;
    if (href === known) return;
    known = href;
    moved(new URL(href));
  };
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  const navigation = (view as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('currententrychange', look, options);
  view.addEventListener('popstate', look, options);
  view.addEventListener('hashchange', look, options);
  const timer = view.setInterval(look, POLL_MS);
  return () => {
    stop.abort();
    view.clearInterval(timer);
  };
}
