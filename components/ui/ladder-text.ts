import type { FenSpan, Rung } from '../../lib/analysis/price-result';
import { yuanText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';

/** A difference without its sign: "¥10", "¥10 ~ 30"; null where an end is not known. */
export function spanText(span: FenSpan): string | null {
  if (span.minFen === null || span.maxFen === null) return null;
  const ends = [Math.abs(span.minFen), Math.abs(span.maxFen)].toSorted((a, b) => a - b);
  const [low = 0, high = 0] = ends;
  return low === high ? `¥${yuanText(low)}` : `¥${yuanText(low)} ~ ${yuanText(high)}`;
}

/** A share with its sign: "−7.2%", "+3%", "−7.2% ~ −3%"; null where an end is not known. */
export function shareText(share: { min: number | null; max: number | null }): string | null {
  if (share.min === null || share.max === null) return null;
  const low = percent(share.min);
  const high = percent(share.max);
  return low === high ? low : `${low} ~ ${high}`;
}

/** One decimal, and none where it is 0: "+12%", "−7.2%". */
function percent(share: number): string {
  const sign = share < 0 ? '−' : share > 0 ? '+' : '';
  const size = Math.abs(share * 100);
  // A difference that is there is never rounded to none.
  if (size > 0 && size < 0.005) return `${sign}<0.01%`;
  return `${sign}${Number(size.toFixed(size < 0.05 ? 2 : 1))}%`;
}

/** Where the price stands to one rung, as a sentence: "低于你的活动价 ¥10（−7.2%）". */
export function rungSentence(rung: Rung, words: Catalog): string {
  const name = words.common.rungs[rung.rung];
  const { againstRung } = words.common;
  if (rung.position === null) return againstRung.unread(name);
  if (rung.position === 'at') return againstRung.at(name);
  if (rung.position === 'unclear') return againstRung.unclear(name);
  const by = rung.difference === null ? null : spanText(rung.difference);
  const share = rung.share === null ? null : shareText(rung.share);
  const text = [by ?? '', share === null ? '' : words.common.inBrackets(share)].join('');
  return againstRung[rung.position](name, text);
}

/**
 * The rung that the first glance speaks of: the floor when the public price is below it, else the
 * public rung that lies nearest to the price; a range that straddles a rung is nearest of all.
 * The member rung is compared with the account's price and stays in the price note. Null where no
 * public rung can be compared.
 */
export function nearestRung(rungs: readonly Rung[]): Rung | null {
  const usable = rungs.filter((rung) => rung.against === 'public' && rung.position !== null);
  const floor = usable.find((rung) => rung.rung === 'floor' && rung.position === 'below');
  if (floor !== undefined) return floor;
  return usable.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function distance(rung: Rung): number {
  if (rung.position === 'at' || rung.position === 'unclear') return 0;
  const { minFen, maxFen } = rung.difference ?? { minFen: null, maxFen: null };
  const ends = [minFen, maxFen].flatMap((end) => (end === null ? [] : [Math.abs(end)]));
  return ends.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...ends);
}
