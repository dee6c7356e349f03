import { describe, expect, it } from 'vitest';
import { backupDue, countedSince } from '../../../components/options/backup-due';

const DAY_MS = 24 * 3600_000;
const NOW = 100 * DAY_MS;
const never = { savedAtMs: null, laterAtMs: null };

describe('a backup file', () => {
  it('is due seven days after the last one, or after the first save where there was none', () => {
    const saved = (daysAgo: number) => ({ savedAtMs: NOW - daysAgo * DAY_MS, laterAtMs: null });
    const saves = { firstMs: 0, since: 3 };
    expect(backupDue(saved(6.9), saves, NOW)).toBeNull();
    expect(backupDue(saved(7), saves, NOW)).toEqual({ why: 'days', count: 7, never: false });
    const first = { firstMs: NOW - 8 * DAY_MS, since: 1 };
    expect(backupDue(never, first, NOW)).toEqual({ why: 'days', count: 8, never: true });
  });

  it('is due after 200 saves', () => {
    const saved = { savedAtMs: NOW - DAY_MS, laterAtMs: null };
    expect(backupDue(saved, { firstMs: 0, since: 199 }, NOW)).toBeNull();
    expect(backupDue(saved, { firstMs: 0, since: 200 }, NOW)).toEqual({
      why: 'saves',
      count: 200,
      never: false,
    });
  });

  it('is not asked for where nothing was ever saved', () => {
    expect(backupDue(never, { firstMs: null, since: 0 }, NOW)).toBeNull();
    expect(countedSince(never, null)).toBeNull();
  });

  it('put off, is asked for again only after as long, and says the whole time', () => {
    const backup = { savedAtMs: NOW - 10 * DAY_MS, laterAtMs: NOW - 2 * DAY_MS };
    expect(countedSince(backup, 0)).toBe(NOW - 2 * DAY_MS);
    expect(backupDue(backup, { firstMs: 0, since: 5 }, NOW)).toBeNull();
    const later = NOW + 5 * DAY_MS;
    expect(backupDue(backup, { firstMs: 0, since: 5 }, later)?.count).toBe(15);
  });
});
