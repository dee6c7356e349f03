import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** What a live query has to show: nothing yet, the newest answer, or why there is none. */
export type Live<T> =
  | { state: 'loading' }
  | { state: 'value'; value: T }
  | { state: 'error'; error: unknown };

/**
 * Runs a query over the database and again whenever what it read is written, also by the
 * background. `query` null waits (the database is not open yet). It starts over when one of `keys`,
 * which name what the query asks for, changes; the old answer stays on the screen until the new one
 * is there.
 */
export function useLive<T>(query: (() => Promise<T>) | null, keys: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  const waits = query === null;
  useEffect(() => {
    if (query === null) return undefined;
    const subscription = liveQuery(query).subscribe({
      next: (value) => setLive({ state: 'value', value }),
      error: (error: unknown) => setLive({ state: 'error', error }),
    });
    return () => subscription.unsubscribe();
    // The query is a new function with each drawing; what it asks for is in the keys.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [waits, ...keys]);
  return live;
}
