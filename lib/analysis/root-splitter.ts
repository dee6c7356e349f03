import { characterClass, CJK } from '../listing/title-text';
import { wordBorders } from '../listing/word-border';
import { step, type Trie } from './trie';

/** Splits Chinese text that no word of the bank covers into words, in order, nothing left out. */
export type GapSegmenter = (text: string) => string[];

/**
 * Splits a keyword into its roots (词根); the one interface behind which the splitting stands.
 * Takes a normalised keyword and answers where its roots stand in it, in order, disjoint, at most
 * `MAX_ROOTS`; only blanks lie between them. A single root can't, or must not, be split.
 */
export type RootSplitter = (keyword: string) => { from: number; to: number }[];

/** Most roots of one keyword; neighbours of a longer row are joined, so that placing stays quick. */
export const MAX_ROOTS = 8;

/** Audience words of one character that are roots by themselves in any bank. */
export const SINGLE_ROOTS: readonly string[] = ['男', '女'];

/** The engine's own segmenter for Chinese, as a gap segmenter. */
export function intlSegmenter(): GapSegmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => Array.from(segmenter.segment(text), (piece) => piece.segment);
}

type Piece = { from: number; to: number; inBank: boolean };

/**
 * A splitter helped by the bank's own words (all patterns of `bank`, normalised): least text left
 * uncovered, then fewest words, then the longest first. `segmentGap` splits what is left over when
 * it is longer than two characters. An atomic word is never split. A word of up to three
 * characters that the bank does not cover in full stays whole (防晒衣), and so does a bank word
 * within a longer keyword.
 */
export function bankSplitter(
  bank: Trie,
  atomic: ReadonlySet<string>,
  segmentGap: GapSegmenter,
): RootSplitter {
  const gaps = new Map<string, number[]>();
  const expanded = new Map<string, Piece[] | null>();

  /** The bank word in smaller bank words, null where they do not cover it in full. */
  const expand = (word: string): Piece[] | null => {
    let pieces = expanded.get(word);
    if (pieces === undefined) {
      pieces = atomic.has(word) ? null : cover(bank, atomic, word);
      if (pieces?.some((piece) => !piece.inBank)) pieces = null;
      expanded.set(word, pieces);
    }
    return pieces;
  };
  const gapEnds = (gap: string): number[] => {
    let ends = gaps.get(gap);
    if (ends === undefined) {
      ends = gap.length <= 2 ? [gap.length] : endsOfWords(segmentGap(gap));
      gaps.set(gap, ends);
    }
    return ends;
  };

  return (keyword) => {
    const whole = [{ from: 0, to: keyword.length }];
    if (keyword.length < 2 || atomic.has(keyword)) return whole;
    const pieces = cover(bank, atomic, keyword);
    if (keyword.length <= 3 && pieces.some((piece) => !piece.inBank) && !keyword.includes(' '))
      return whole;
    const roots: { from: number; to: number }[] = [];
    const put = (from: number, to: number) => roots.push({ from, to });
    const putBankWord = (from: number, to: number) => {
      const smaller = expand(keyword.slice(from, to));
      if (smaller === null) put(from, to);
      else for (const piece of smaller) putBankWord(from + piece.from, from + piece.to);
    };
    for (const { from, to, inBank } of pieces) {
      if (inBank) {
        putBankWord(from, to);
        continue;
      }
      for (const run of runsOf(keyword, from, to)) {
        if (!run.isCjk) put(run.from, run.to);
        else {
          let start = run.from;
          for (const end of gapEnds(keyword.slice(run.from, run.to))) {
            put(start, run.from + end);
            start = run.from + end;
          }
        }
      }
    }
    return joined(roots);
  };
}

/**
 * Where the pieces end. Neighbouring single characters are no roots but what the segmenter did not
 * know (透|气|冰|丝): they stay together, else any 气 of a title would count as a part.
 */
function endsOfWords(pieces: readonly string[]): number[] {
  const ends: number[] = [];
  let end = 0;
  let isLoose = false;
  for (const piece of pieces) {
    end += piece.length;
    const isSingle = piece.length === 1;
    if (isSingle && isLoose) ends[ends.length - 1] = end;
    else ends.push(end);
    isLoose = isSingle;
  }
  return ends;
}

/** Cheapest cover of a keyword by bank words other than itself; the rest are gaps. */
function cover(bank: Trie, atomic: ReadonlySet<string>, keyword: string): Piece[] {
  const { length } = keyword;
  const borders = wordBorders(keyword);
  // cost[at] is that of keyword.slice(at); from the end, so that ties favour a long first word.
  const cost = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const to = new Int32Array(length);
  const inBank = new Uint8Array(length);
  cost[length] = 0;
  for (let at = length - 1; at >= 0; at--) {
    if (borders[at] === 0) continue;
    let state = 0;
    for (let end = at + 1; end <= length; end++) {
      state = end === at + 1 || state !== 0 ? step(bank, state, keyword.charCodeAt(end - 1)) : 0;
      if (borders[end] === 0) continue;
      const size = end - at;
      const isWord = state !== 0 && bank.ends[state] !== 0 && size < length;
      // An uncovered character weighs 2, a gap 1, a gap of one character 3: 女款 beats 女 + 款.
      let price = isWord ? 1 : 2 * size + (size === 1 ? 3 : 1);
      if (isWord && size > 1 && atomic.size > 0 && atomic.has(keyword.slice(at, end))) price = 0;
      if (cost[end]! + price <= cost[at]!) {
        cost[at] = cost[end]! + price;
        to[at] = end;
        inBank[at] = isWord ? 1 : 0;
      }
    }
  }
  const pieces: Piece[] = [];
  for (let at = 0; at < length; at = to[at]!)
    pieces.push({ from: at, to: to[at]!, inBank: inBank[at] === 1 });
  return pieces;
}

/** A gap's Chinese runs, and what stands between them cut at blanks. */
function runsOf(text: string, from: number, to: number) {
  const runs: { from: number; to: number; isCjk: boolean }[] = [];
  let at = from;
  while (at < to) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const isCjk = characterClass(character) === CJK;
    const last = runs.at(-1);
    const end = at + character.length;
    if (character !== ' ') {
      if (last !== undefined && last.to === at && last.isCjk === isCjk) last.to = end;
      else runs.push({ from: at, to: end, isCjk });
    }
    at = end;
  }
  return runs;
}

/** Joins the two shortest neighbours until there are at most `MAX_ROOTS`. */
function joined(roots: { from: number; to: number }[]) {
  while (roots.length > MAX_ROOTS) {
    let best = 0;
    for (let i = 1; i + 1 < roots.length; i++)
      if (roots[i + 1]!.to - roots[i]!.from < roots[best + 1]!.to - roots[best]!.from) best = i;
    roots.splice(best, 2, { from: roots[best]!.from, to: roots[best + 1]!.to });
  }
  return roots;
}
