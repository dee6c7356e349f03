import { readFigure, type Figure } from './figure-text';
import { isFigureOf, isGrowthKind, isShareKind } from './metric-kind';

const DASH = /^[-−–]\s*(?=\d)/;

/**
 * Reads a typed figure of a kind. A share is typed in per cent ("5%", "5% ~ 7.5%") and read as one:
 * 0.05; without the sign it may mean two things and is `bad`. A growth may be below nothing
 * ("-12.5%"). Everything else as `readFigure` has it.
 */
export function readKindFigure(text: string, kind: string): Figure | 'none' | 'bad' {
  if (!isShareKind(kind)) return readFigure(text);
  const plain = text.normalize('NFKC').trim();
  const isBelow = isGrowthKind(kind) && DASH.test(plain);
  const signs = plain.split('%').length - 1;
  const figure = readFigure(plain.replace(DASH, isBelow ? '' : '$&').replaceAll('%', ' '));
  if (figure === 'bad' || figure === 'none') return signs > 0 ? 'bad' : figure;
  const isRange = /\d\s*%?\s*[~∼〜\-–—−至到]\s*\d/.test(plain.replace(DASH, ''));
  // "5 ~ 7.5%" may mean two things; of a range below nothing, which end is which.
  if (signs !== (isRange ? 2 : 1) || (isBelow && isRange)) return 'bad';
  const [min, max] = [hundredth(figure.min), hundredth(figure.max)];
  const share = isBelow ? { min: -max, max: -min } : { min, max };
  return isFigureOf(kind, share.min, share.max) ? share : 'bad';
}

/** By the decimal point in the text, so that 7.3% is 0.073 and not 0.07300000000000001. */
function hundredth(value: number): number {
  return Number(`${value}e-2`) || value / 100;
}
