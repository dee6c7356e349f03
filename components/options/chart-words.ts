import { windowsAt, type ShadedWindow } from '../../lib/listing/promotion-calendar';
import { priceText } from '../../lib/listing/price-text';
import type { Catalog, Language } from '../../lib/locales/catalog';
import type { ChartDays } from '../charts/price-lines';
import type { ChartWindow } from '../charts/draw-windows';
import { standingAt, type Plot } from '../charts/plots';

const DAY = 86_400_000;

/** The stretches of time that a chart can show. */
export const CHART_RANGES: readonly ChartDays[] = [30, 90, 180, null];

/** The left end of a chart: so many days back, or the first sight; at least a day wide. */
export function chartFrom(days: ChartDays, firstMs: number | undefined, nowMs: number): number {
  if (days !== null) return nowMs - days * DAY;
  return Math.min(firstMs ?? nowMs, nowMs - DAY);
}

/** A promotion's name with its phase, where that is told apart. */
export function windowName({ name, phase }: ShadedWindow, words: Catalog): string {
  return phase === null ? name : `${name} · ${words.options.calendar.phases[phase]}`;
}

/** The promotions as a chart shades them; of one told as a whole the name is enough. */
export function chartWindows(windows: readonly ShadedWindow[], words: Catalog): ChartWindow[] {
  return windows.map((window) => {
    const { phase, fromMs, toMs } = window;
    const name = phase === 'whole' ? window.name : windowName(window, words);
    return { name, phase, fromMs, toMs };
  });
}

/** The promotions that a moment lies in, by name and phase. */
export function heldAt(windows: readonly ShadedWindow[], atMs: number, words: Catalog): string[] {
  return windowsAt(windows, atMs).map((window) => windowName(window, words));
}

/** What a line stands at at a time, as the price that it was drawn from; the dash where nothing is known. */
export function standingText(plot: Plot, at: number, words: Catalog): string {
  const standing = standingAt(plot, at);
  if (standing === null) return words.common.none;
  const fen = (yuan: number) => Math.round(yuan * 100);
  const maxFen = standing.max === null ? null : fen(standing.max);
  return priceText({ minFen: fen(standing.min), maxFen }, words.common.fromPrice);
}

/** A day below a chart, in seconds. */
export function dayLabelOf(language: Language): (atSeconds: number) => string {
  const format = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric' });
  return (at) => format.format(new Date(at * 1000));
}
