import type { KeywordMatch } from '../../lib/analysis/coverage-result';

/** The tiers that are painted in the title, strongest first. */
export const PAINTED_TIERS = ['contiguous', 'near', 'scattered'] as const;
export type PaintedTier = (typeof PAINTED_TIERS)[number];

/** A stretch of the title with how it is painted; null is left as it is. */
export type TitleStretch = { text: string; tier: PaintedTier | null };

/** Longest title that is painted, in UTF-16 units; what follows is shown as it is, cut. */
export const MOST_PAINTED = 240;

/**
 * The title in stretches of one colour each. Where words of several tiers share a character the
 * strongest tier paints it; a stretch never cuts a surrogate pair.
 */
export function paintTitle(title: string, matches: readonly KeywordMatch[]): TitleStretch[] {
  const shown = title.slice(0, MOST_PAINTED);
  const tiers: (PaintedTier | null)[] = Array.from({ length: shown.length }, () => null);
  for (const tier of PAINTED_TIERS.toReversed()) {
    for (const match of matches) {
      if (match.tier !== tier) continue;
      for (const { from, to } of match.spans) {
        for (let at = Math.max(0, from); at < Math.min(to, shown.length); at += 1) tiers[at] = tier;
      }
    }
  }
  const stretches: TitleStretch[] = [];
  let at = 0;
  for (const character of shown) {
    const tier = tiers[at] ?? null;
    const last = stretches.at(-1);
    if (last !== undefined && last.tier === tier) last.text += character;
    else stretches.push({ text: character, tier });
    at += character.length;
  }
  return stretches;
}
