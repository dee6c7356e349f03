import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** What a live query has to show: nothing yet, the newest answer, or why there is none. */
export type Live<T> =
  | { state: 'loading' }
  | { state: 'value'; value: T }
  | { state: 'error'; error: unknown };

/**
 * Runs a query over the database and again whenever what it read is written, also by the
 * background. `query` null waits (the database is not open yet). It starts over when one of `keys`
 * changes; the old answer stays on the screen until the new one is there.
 */
export function useLive<T>(query: (() => Promise<T>) | null, keys: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  useEffect(() => {
    if (query === null) return undefined;
    const subscription = liveQuery(query).subscribe({
      next: (value) => setLive({ state: 'value', value }),
      error: (error: unknown) => setLive({ state: 'error', error }),
    });
    return () => subscription.unsubscribe();
  }, [query === null, ...keys]);
  return live;
}
