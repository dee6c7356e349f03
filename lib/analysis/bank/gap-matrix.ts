import { normalText } from '../../listing/title-text';
import type { CompiledKeywords } from '../compiled-keywords';
import type { MatchTier } from '../coverage-result';
import { findHits, matchTiers } from '../match-tiers';
import { hasBit } from '../root-postings';
import { MAX_MATCHED_UNITS } from '../title-coverage';

/** A cell of the matrix by its number: a tier, or `unread` where the title is not known. */
export const GAP_CELLS = [
  'contiguous',
  'near',
  'scattered',
  'partial',
  'missing',
  'unread',
] as const satisfies readonly (MatchTier | 'unread')[];
export type GapCell = (typeof GAP_CELLS)[number];
const PARTIAL = 3;
const MISSING = 4;
const UNREAD = 5;

/** Which words of a matrix are shown. */
export type GapView = 'all' | 'theirs' | 'ours' | 'nobody';

/**
 * How each word of a bank stands in each title: by title, then by the word's place in the bank, the
 * number of its cell. `numbers` is `compiledNumbers`; a word of which nothing is left to match is
 * missing nowhere and found nowhere: it is unread.
 */
export function gapMatrix(
  compiled: CompiledKeywords,
  numbers: Int32Array,
  titles: readonly (string | null)[],
  nearWindow: number,
): Uint8Array<ArrayBuffer>[] {
  return titles.map((title) => {
    const cells = new Uint8Array(numbers.length).fill(UNREAD);
    if (title === null) return cells;
    const text = normalText(title.slice(0, MAX_MATCHED_UNITS));
    const { covered, touched } = matchTiers(compiled, findHits(compiled, text), nearWindow);
    const tiers = new Uint8Array(compiled.words.length);
    for (let word = 0; word < tiers.length; word++)
      tiers[word] = hasBit(touched, word) ? PARTIAL : MISSING;
    for (const { keyword, tier } of covered) tiers[keyword] = tier;
    numbers.forEach((number, at) => {
      if (number !== -1) cells[at] = tiers[number]!;
    });
    return cells;
  });
}

/**
 * Whether a word belongs to a view.
 * - `theirs`: a competitor's title carries it, and none of mine does
 * - `ours`: one of mine carries it, and no competitor's
 * - `nobody`: no title carries it
 * Carrying is contiguous, near or scattered. Where a title is not read that could change the answer,
 * the word is in none of the three.
 */
export function inGapView(
  cells: readonly Uint8Array[],
  mine: readonly boolean[],
  at: number,
  view: GapView,
): boolean {
  if (view === 'all') return true;
  const has = { mine: 0, theirs: 0 };
  const unread = { mine: 0, theirs: 0 };
  const counted = { mine: 0, theirs: 0 };
  for (const [index, column] of cells.entries()) {
    const side = mine[index] === true ? 'mine' : 'theirs';
    const cell = column[at]!;
    counted[side]++;
    if (cell < PARTIAL) has[side]++;
    if (cell === UNREAD) unread[side]++;
  }
  const lacks = (side: 'mine' | 'theirs') =>
    counted[side] > 0 && has[side] === 0 && unread[side] === 0;
  if (view === 'theirs') return has.theirs > 0 && lacks('mine');
  if (view === 'ours') return has.mine > 0 && lacks('theirs');
  return has.mine + has.theirs === 0 && unread.mine + unread.theirs === 0;
}
