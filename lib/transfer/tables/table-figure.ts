import { readFigure, type Figure } from '../../benchmark/figure-text';
import { isFigureOf, isGrowthKind } from '../../benchmark/metric-kind';
import type { MetricUnit } from './column-names';
import type { Cell } from './grid';

/**
 * Why a cell is no figure of its column.
 * - `figure`: it does not read as a number or a range
 * - `unit`: a per cent sign where a count belongs, or a conversion above 1 without one: 7.5 may be
 *   7.5% or 750%
 * - `formula`, `error`: what a spreadsheet worked out, or could not
 */
export type FigureFault = 'figure' | 'unit' | 'formula' | 'error';

/**
 * Reads a cell as a figure of its column: numbers, ranges ("600 ~ 1200", "5% ~ 7.5%"), 万 and 亿,
 * thousands. `none` for "-" and its like. Shares come as shares: 5% is 0.05. Growth may be below 0
 * ("-12.5%", "↓12.5%") and is not believed without a per cent sign: 0.5 may be 50% or 0.5%.
 */
export function tableFigure(
  cell: Cell | undefined,
  unit: MetricUnit,
  kind: string,
): Figure | 'none' | FigureFault {
  if (cell === undefined || cell === null) return 'none';
  if (typeof cell === 'object') {
    if ('not' in cell) return cell.not;
    if ('date' in cell) return 'figure';
    const share = tidy(cell.share);
    return unit === 'count' || !isFigureOf(kind, share, share) ? 'unit' : single(share);
  }
  if (typeof cell === 'number') {
    if (!isFigureOf(kind, cell, cell)) return 'figure';
    const tidied = tidy(cell);
    return inUnit({ min: tidied, max: tidied }, false, unit, kind);
  }
  return textFigure(cell, unit, kind);
}

// What a spreadsheet stores of 0.057 may end in …0001; it shows at most 15 digits itself.
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

function single(value: number): Figure {
  return { min: value, max: value };
}

function textFigure(text: string, unit: MetricUnit, kind: string): Figure | 'none' | FigureFault {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim();
  if (isGrowthKind(kind)) return growthFigure(plain, unit);
  const signs = plain.split('%').length - 1;
  const isRange = /\d\s*%?\s*[~∼〜\-–—−至到]\s*\d/.test(plain);
  // "5 ~ 7.5%" may mean two things, as "1-3万" does.
  if (signs > 0 && signs !== (isRange ? 2 : 1)) return 'figure';
  if (signs > 0 && !/^[^%]*\d\s*%(?:[^%]*\d\s*%)?$/.test(plain)) return 'figure';
  const figure = readFigure(plain.replaceAll('%', ' '));
  if (figure === 'bad') return 'figure';
  if (figure === 'none') return signs > 0 ? 'figure' : 'none';
  return inUnit(figure, signs > 0, unit, kind);
}

const GROWTH = String.raw`([-+−↑↓]?)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(%?)`;
const GROWTH_TEXT = new RegExp(`^${GROWTH}(?:\\s*[~∼〜至到]\\s*${GROWTH})?$`);

/** "-12.5%", "+3%", "↓5%", "-5% ~ 3%"; 持平 is no change. */
function growthFigure(plain: string, unit: MetricUnit): Figure | 'none' | FigureFault {
  if (plain === '持平') return single(0);
  const parts = GROWTH_TEXT.exec(plain);
  if (parts === null) return readFigure(plain) === 'none' ? 'none' : 'figure';
  const [, sign1 = '', whole1 = '', part1 = '', mark1, sign2 = '', whole2, part2 = '', mark2] =
    parts;
  if (whole2 !== undefined && mark1 !== mark2) return 'figure';
  if (mark1 === '' && unit !== 'percent') return 'unit';
  const min = growthOf(sign1, whole1 + part1);
  const max = whole2 === undefined ? min : growthOf(sign2, whole2 + part2);
  return max >= min ? { min, max } : 'figure';
}

function growthOf(sign: string, digits: string): number {
  const share = hundredth(Number(digits.replaceAll(',', '')));
  return share > 0 && /[-−↓]/.test(sign) ? -share : share;
}

/** True for a share that is written without saying that it is one. */
export function isBareNumber(cell: Cell | undefined): boolean {
  if (typeof cell === 'number') return true;
  return typeof cell === 'string' && /\d/.test(cell) && !/[%％]/.test(cell);
}

function inUnit(
  figure: Figure,
  hasSign: boolean,
  unit: MetricUnit,
  kind: string,
): Figure | FigureFault {
  if (unit === 'count') return hasSign ? 'unit' : figure;
  if (isGrowthKind(kind) && unit !== 'percent') return 'unit';
  if (hasSign || unit === 'percent')
    return { min: hundredth(figure.min), max: hundredth(figure.max) };
  // Clicks per search may exceed 1 and come as plain numbers (1.21); nothing else does.
  return figure.max > (kind.endsWith('点击率') ? 10 : 1) ? 'unit' : figure;
}

/** By the decimal point in the text, so that 7.3% is 0.073 and not 0.07300000000000001. */
function hundredth(value: number): number {
  return Number(`${value}e-2`) || value / 100;
}
