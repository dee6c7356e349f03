import { describe, expect, test } from 'vitest';
import {
  beijingMinute,
  PROMOTIONS,
  shadedWindows,
  windowsAt,
} from '../../../lib/listing/promotion-calendar';
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

  test('can put other dates and another phase in place of shipped ones', () => {
    const edited = [
      { id: '1111-2026', phase: 'main' as const, from: '2026-10-24T20:00', to: '2026-11-12T00:00' },
      {
        id: '1111-2025',
        phase: 'whole' as const,
        from: '2025-10-15T00:00',
        to: '2025-11-14T00:00',
      },
    ];
    const calendar = { off: [], own: [], edited };
    expect(settingsSchema.shape.calendar.safeParse(calendar).success).toBe(true);
    expect(namesAt('2026-10-24T19:59:00+08:00', calendar)).toEqual([]);
    expect(namesAt('2026-10-24T20:00:00+08:00', calendar)).toEqual(['双11 2026']);
    expect(shadedWindows(calendar).find(({ name }) => name === '双11 2026')?.phase).toBe('main');
    expect(namesAt('2025-11-01T00:00:00+08:00', calendar)).toEqual(['双11 2025']);
    expect(beijingMinute('2026-10-24T12:00:00Z')).toBe('2026-10-24T20:00');
    for (const odd of [
      { ...edited[0], to: '2026-10-24T20:00' },
      { ...edited[0], from: '2026-02-30T00:00' },
    ]) {
      const bad = { ...calendar, edited: [odd] };
      expect(settingsSchema.shape.calendar.safeParse(bad).success).toBe(false);
    }
  });

  test('can say which phase an own one is', () => {
    const own = [{ name: '店庆', from: '2026-11-21', to: '2026-11-22', phase: 'encore' as const }];
    expect(shadedWindows({ off: [], own }).find(({ name }) => name === '店庆')?.phase).toBe(
      'encore',
    );
    expect(settingsFrom({ calendar: { off: [], own } }).calendar.own).toEqual(own);
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
