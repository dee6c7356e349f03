import { useLayoutEffect, useState } from 'preact/hooks';

/** Whether a media query matches, now and after each change. */
export function useMatches(list: MediaQueryList): boolean {
  const [matches, setMatches] = useState(list.matches);
  useLayoutEffect(() => {
    const changed = () => setMatches(list.matches);
    list.addEventListener('change', changed);
    // A frame is given its size while it draws for the first time, and nobody listens yet.
    changed();
    return () => list.removeEventListener('change', changed);
  }, [list]);
  return matches;
}
