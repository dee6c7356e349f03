import type { LadderLine } from '../../components/charts/chart-parts';
import type { Ladder } from '../../lib/benchmark/benchmark';
import { yuanText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';

/** The operator's price lines as a chart draws them; those that are not set are left out. */
export function ladderLines(ladder: Ladder | null, words: Catalog): LadderLine[] {
  const { rungs } = words.common;
  const line = (name: string, fen: number | null) =>
    fen === null ? [] : [{ name: `${name} ¥${yuanText(fen)}`, fen }];
  if (ladder === null) return [];
  return [
    ...line(rungs.daily, ladder.dailyFen),
    ...line(rungs.promo, ladder.promoFen),
    ...line(rungs.member, ladder.memberFen),
    ...line(rungs.floor, ladder.floorFen),
  ];
}
