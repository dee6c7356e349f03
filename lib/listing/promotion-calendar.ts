/** 预售, 预热, 爆发, 返场, or the whole of an event where its phases are not known. */
export const PHASES = ['presale', 'warm-up', 'main', 'encore', 'whole'] as const;
export type PromotionPhase = (typeof PHASES)[number];

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
 * can switch every one off, put other dates in its place, and add their own. B: several sources agree; C: one source.
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

/**
 * A promotion of the operator's own: whole days, as Beijing has them; the last one counts. `phase`
 * is absent where it is the whole.
 */
export type OwnPromotion = {
  name: string;
  from: string;
  to: string;
  phase?: PromotionPhase | undefined;
};

/**
 * What the operator put in place of a shipped window's dates: minutes as Beijing's clock shows them
 * (2026-10-20T20:00), `to` null where the end is not known.
 */
export type EditedPromotion = {
  id: string;
  phase: PromotionPhase;
  from: string;
  to: string | null;
};

/** The operator's calendar: shipped windows switched off by id, edited ones, and their own. */
export type PromotionCalendar = {
  off: readonly string[];
  edited?: readonly EditedPromotion[] | undefined;
  own: readonly OwnPromotion[];
};

/** A promotion as a chart shades it; `toMs` null: only its beginning is known. */
export type ShadedWindow = {
  name: string;
  phase: PromotionPhase | null;
  fromMs: number;
  toMs: number | null;
};

const DAY_MS = 86_400_000;

/** The shipped windows as the operator has them: edited ones with their dates and phase in place. */
export function shippedWindows(
  calendar: Pick<PromotionCalendar, 'edited'>,
): (PromotionWindow & { isEdited: boolean })[] {
  return PROMOTIONS.map((shipped) => {
    const edited = calendar.edited?.find(({ id }) => id === shipped.id);
    if (edited === undefined) return { ...shipped, isEdited: false };
    const { phase, from, to } = edited;
    return { ...shipped, phase, from: at(from), to: to === null ? null : at(to), isEdited: true };
  });
}

/** A moment with its zone as the minute that Beijing's clock shows: 2026-10-20T20:00. */
export function beijingMinute(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16);
}

/** What a chart shades: the shipped windows that are not switched off, and the operator's own. */
export function shadedWindows(calendar: PromotionCalendar): ShadedWindow[] {
  const shipped = shippedWindows(calendar)
    .filter(({ id }) => !calendar.off.includes(id))
    .map(({ name, phase, from, to }): ShadedWindow => ({
      name,
      phase,
      fromMs: Date.parse(from),
      toMs: to === null ? null : Date.parse(to),
    }));
  const own = calendar.own.map(({ name, from, to, phase = null }): ShadedWindow => ({
    name,
    phase,
    fromMs: Date.parse(at(`${from}T00:00`)),
    toMs: Date.parse(at(`${to}T00:00`)) + DAY_MS,
  }));
  return [...shipped, ...own].toSorted((a, b) => a.fromMs - b.fromMs);
}

/** The windows that a moment lies in; one whose end is not known holds none but its beginning. */
export function windowsAt(windows: readonly ShadedWindow[], atMs: number): ShadedWindow[] {
  return windows.filter(({ fromMs, toMs }) => toMs !== null && atMs >= fromMs && atMs < toMs);
}
