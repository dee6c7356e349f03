import type { Condition, Preset } from '../../lib/benchmark/bank-filter';
import type { Catalog, Language } from '../../lib/locales/catalog';
import { figureText } from './figure-input';
import { dayText } from './seen-text';

/** A figure as text, a share in per cent: "1,200", "600 ~ 1,200", "5% ~ 7.5%". */
export function kindFigureText(figure: { min: number; max: number }, share: boolean): string {
  if (!share) return figureText(figure);
  const text = (value: number) => `${grouped(percent(value))}%`;
  return figure.min === figure.max ? text(figure.min) : `${text(figure.min)} ~ ${text(figure.max)}`;
}

/** A share in per cent, without the tail that 0.057 × 100 grows. */
export function percent(share: number): number {
  return Number((share * 100).toPrecision(12));
}

function grouped(value: number): string {
  return figureText({ min: value, max: value });
}

/** "近 7 天", "2026-11-15 ~ 2026-11-21", or that none is given. */
export function periodText(period: string, words: Catalog): string {
  const known: Record<string, string> = words.options.benchmarks.paste.periods;
  if (period === '') return words.options.bank.noPeriod;
  return known[period] ?? period.replace('~', ' ~ ');
}

/** "搜索分析 · 近 7 天". */
export function basisText(basis: { source: string; period: string }, words: Catalog): string {
  const source = basis.source === '' ? words.options.bank.noSource : basis.source;
  return `${source} · ${periodText(basis.period, words)}`;
}

/** "需求供给比 > 1". */
export function conditionText(condition: Condition, isShare: boolean, words: Catalog): string {
  const { signs } = words.options.bank.presets;
  const value = kindFigureText({ min: condition.value, max: condition.value }, isShare);
  return `${condition.kind} ${signs[condition.is]} ${value}`;
}

/** A preset's name, or what it asks for. */
export function presetText(
  preset: Preset,
  isShare: (kind: string) => boolean,
  words: Catalog,
): string {
  return preset.name === '' ? conditionsText(preset.conditions, isShare, words) : preset.name;
}

/** Conditions that all have to hold; '' where there is none. */
export function conditionsText(
  conditions: readonly Condition[],
  isShare: (kind: string) => boolean,
  words: Catalog,
): string {
  const [first = '', ...others] = conditions.map((condition) =>
    conditionText(condition, isShare(condition.kind), words),
  );
  return others.reduce((all, one) => words.options.bank.presets.and(all, one), first);
}

/** How many words: "1,204 词". */
export function wordsText(count: number, words: Catalog): string {
  return words.options.bank.count(count);
}

/** The day of an import. */
export function importDay(atMs: number, language: Language): string {
  return dayText(language, atMs);
}
