import type { ReadResult } from '../listing/read-result';

/** What a reading says, without its times: two readings with equal keys say the same. */
export function readingKey(result: ReadResult): string {
  return JSON.stringify(result, (name, value: unknown) =>
    name === 'capturedAtMs' || name === 'atMs' ? undefined : value,
  );
}

/** The title a reading carries, null where it has none. */
export function titleOf(result: ReadResult): string | null {
  return result.state === 'ok' ? result.snapshot.title.value : null;
}
