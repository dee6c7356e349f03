import type { PageReport } from '../listing/page-report';

/** What a reading says, without its time: two readings with equal keys say the same. */
export function readingKey(result: PageReport): string {
  return JSON.stringify({ ...result, atMs: 0 });
}

/** The title a reading carries, null where it has none. */
export function titleOf(result: PageReport): string | null {
  return result.state === 'seen' ? (result.parts['title']?.rows[0]?.[0] ?? null) : null;
}
