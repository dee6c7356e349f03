import type { FailureCode } from './result';

/**
 * How long after a save that failed the same save is tried again by itself, ms; null where trying
 * again changes nothing. A full disk and a held database pass; while the disk is full Chromium may
 * also close the database and open none, which is told as broken or not at all.
 */
export function againAfterMs(code: FailureCode): number | null {
  switch (code) {
    case 'full':
    case 'blocked':
      return 2000;
    case 'broken':
    case 'internal':
      return 5000;
    case 'read-only':
    case 'conflict':
    case 'invalid':
    case 'not-allowed':
    case 'gone':
      return null;
  }
}
