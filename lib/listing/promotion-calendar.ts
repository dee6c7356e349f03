/** 预售, 预热, 爆发, 返场, or the whole of an event where its phases are not known. */
export type PromotionPhase = 'presale' | 'warm-up' | 'main' | 'encore' | 'whole';

/**
 * One window of a promotion. `from` and `to` are moments with their zone (Beijing); `to` null: its
 * end was not found, and none is guessed.
 */
export type PromotionWindow = {
  id: string;
  name: string;
  phase: PromotionPhase;
  from: string;
  to: string | null;
  confidence: 'B' | 'C';
  /** Several secondary reports, or one hobby template; both read in November 2026. */
  source: 'reports' | 'template';
};

const at = (time: string) => `${time}:00+08:00`;

/**
 * The promotions whose dates were found by November 2026. Data, each with its source: the operator
 * can switch every one off and add their own. B: several sources agree; C: one source.
 */
export const PROMOTIONS: readonly PromotionWindow[] = [
  window('1111-2022-presale', '双11 2022', 'presale', '2022-10-24T20:00', '2022-10-31T20:00'),
  window('1111-2022-first', '双11 2022', 'main', '2022-10-31T20:00', '2022-11-04T00:00'),
  window('1111-2022-second', '双11 2022', 'main', '2022-11-10T20:00', '2022-11-12T00:00'),
  window('618-2024-first', '618 2024', 'main', '2024-05-20T20:00', null),
  window('618-2024-second', '618 2024', 'main', '2024-05-31T20:00', null),
  // Another report has the opening on 17 May, 20:00.
  window('618-2025-presale', '618 2025', 'presale', '2025-05-13T20:00', '2025-05-16T20:00'),
  window('618-2025-first', '618 2025', 'main', '2025-05-16T20:00', '2025-05-27T00:00'),
  window('1111-2025', '双11 2025', 'whole', '2025-10-15T00:00', null),
  window('home-2026', '春季家装节 2026', 'whole', '2026-03-23T00:00', '2026-04-01T00:00'),
  single('lijian-2026-09', '超级立减 2026-09', '2026-09-01T00:00', '2026-09-06T00:00'),
  single('88-2026-09', '超级88 2026-09', '2026-09-08T00:00', '2026-09-20T00:00'),
  single('1111-2026', '双11 2026', '2026-10-20T00:00', '2026-11-14T00:00'),
  single('1212-2026', '双12 2026', '2026-12-08T00:00', '2026-12-13T00:00'),
];

/** Promotions that are known to be held and whose dates were not found: nothing is drawn for them. */
export const UNDATED: readonly string[] = ['618 2026', '年货节 2025–26'];

function window(
  id: string,
  name: string,
  phase: PromotionPhase,
  from: string,
  to: string | null,
): PromotionWindow {
  const end = to === null ? null : at(to);
  return { id, name, phase, from: at(from), to: end, confidence: 'B', source: 'reports' };
}

function single(id: string, name: string, from: string, to: string): PromotionWindow {
  return { ...window(id, name, 'whole', from, to), confidence: 'C', source: 'template' };
}

/** A promotion of the operator's own: whole days, as Beijing has them; the last one counts. */
export type OwnPromotion = { name: string; from: string; to: string };

/** A promotion as a chart shades it; `toMs` null: only its beginning is known. */
export type ShadedWindow = {
  name: string;
  phase: PromotionPhase | null;
  fromMs: number;
  toMs: number | null;
};

const DAY_MS = 86_400_000;

/** What a chart shades: the shipped windows that are not switched off, and the operator's own. */
export function shadedWindows(calendar: {
  off: readonly string[];
  own: readonly OwnPromotion[];
}): ShadedWindow[] {
  const shipped = PROMOTIONS.filter(({ id }) => !calendar.off.includes(id)).map(
    ({ name, phase, from, to }): ShadedWindow => ({
      name,
      phase,
      fromMs: Date.parse(from),
      toMs: to === null ? null : Date.parse(to),
    }),
  );
  const own = calendar.own.map(({ name, from, to }): ShadedWindow => ({
    name,
    phase: null,
    fromMs: Date.parse(at(`${from}T00:00`)),
    toMs: Date.parse(at(`${to}T00:00`)) + DAY_MS,
  }));
  return [...shipped, ...own].toSorted((a, b) => a.fromMs - b.fromMs);
}

/** The windows that a moment lies in; one whose end is not known holds none but its beginning. */
export function windowsAt(windows: readonly ShadedWindow[], atMs: number): ShadedWindow[] {
  return windows.filter(({ fromMs, toMs }) => toMs !== null && atMs >= fromMs && atMs < toMs);
}
