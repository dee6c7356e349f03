import { describe, expect, test } from 'vitest';
import { PROMOTIONS, shadedWindows, windowsAt } from '../../../lib/listing/promotion-calendar';
import { settingsFrom, settingsSchema } from '../../../lib/settings';

const NONE: Parameters<typeof shadedWindows>[0] = { off: [], own: [] };
const namesAt = (moment: string, calendar = NONE) =>
  windowsAt(shadedWindows(calendar), Date.parse(moment)).map(({ name }) => name);

test('every shipped window has its own id, a source, and ends after it began', () => {
  expect(new Set(PROMOTIONS.map(({ id }) => id)).size).toBe(PROMOTIONS.length);
  for (const { from, to, source } of PROMOTIONS) {
    expect(Number.isNaN(Date.parse(from))).toBe(false);
    expect(to === null || Date.parse(to) > Date.parse(from)).toBe(true);
    expect(['reports', 'template']).toContain(source);
  }
});

describe('a moment', () => {
  test('lies in a window from its first moment to before its last, in Beijing’s time', () => {
    expect(namesAt('2025-05-13T19:59:59+08:00')).toEqual([]);
    expect(namesAt('2025-05-13T12:00:00Z')).toEqual(['618 2025']);
    expect(namesAt('2025-05-26T23:59:59+08:00')).toEqual(['618 2025']);
    expect(namesAt('2025-05-27T00:00:00+08:00')).toEqual([]);
  });

  test('is in no window of which only the beginning is known', () => {
    expect(namesAt('2025-10-16T00:00:00+08:00')).toEqual([]);
    const begun = shadedWindows(NONE).find(({ name }) => name === '双11 2025');
    expect(begun).toMatchObject({ toMs: null, fromMs: Date.parse('2025-10-14T16:00:00Z') });
  });
});

describe('the operator', () => {
  test('can switch a shipped window off', () => {
    const off = { off: ['1111-2026'], own: [] };
    expect(namesAt('2026-11-01T00:00:00+08:00')).toEqual(['双11 2026']);
    expect(namesAt('2026-11-01T00:00:00+08:00', off)).toEqual([]);
  });

  test('can add their own, whole days, the last one too', () => {
    const own = [{ name: '店庆', from: '2026-11-20', to: '2026-11-21' }];
    const names = (moment: string) => namesAt(moment, { off: [], own });
    expect(names('2026-11-20T00:00:00+08:00')).toEqual(['店庆']);
    expect(names('2026-11-21T23:59:59+08:00')).toEqual(['店庆']);
    expect(names('2026-11-22T00:00:00+08:00')).toEqual([]);
  });
});

describe('settings', () => {
  const { calendar } = settingsSchema.shape;
  const own = (from: string, to: string) =>
    calendar.safeParse({ off: [], own: [{ name: 'x', from, to }] }).success;
  test('take real days in order only', () => {
    expect(own('2026-11-20', '2026-11-20')).toBe(true);
    expect(own('2026-11-21', '2026-11-20')).toBe(false);
    expect(own('2026-02-30', '2026-03-01')).toBe(false);
    expect(own('20 Nov', '2026-11-20')).toBe(false);
  });

  test('without a calendar have the shipped one', () => {
    expect(settingsFrom({ language: 'en' }).calendar).toEqual({ off: [], own: [] });
  });
});
