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
  const cover = coverWith(bank, atomic);
  const gaps = new Map<string, number[]>();
  const expanded = new Map<string, Piece[] | null>();

  /** The bank word in smaller bank words, null where they do not cover it in full. */
  const expand = (word: string): Piece[] | null => {
    let pieces = expanded.get(word);
    if (pieces === undefined) {
      pieces = atomic.has(word) ? null : cover(word);
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
    const pieces = cover(keyword);
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

type Cover = (keyword: string) => Piece[];

const FAR = 1_000_000_000;
const ALL_HAN = /^[\u4E00-\u9FFF]+$/;

/**
 * The cheapest cover of a keyword by bank words other than itself; the rest are gaps. A bank word
 * weighs 1 (an atomic one nothing), a gap 1 and 2 for each character, a gap of one character 5:
 * 女款 in one gap beats 女 and a gap. Of equal covers, the one whose first word is longest.
 */
function coverWith(bank: Trie, atomic: ReadonlySet<string>): Cover {
  // By place, all from there to the end: best cover; one that begins with a word; the rest of a
  // gap. `wordEnd` and `isWord` say how the best one begins. Kept between calls to spare garbage.
  const best: number[] = [];
  const word: number[] = [];
  const gap: number[] = [];
  const wordEnd: number[] = [];

  const weigh = (keyword: string, borders: Uint8Array | null) => {
    const { length } = keyword;
    best[length] = word[length] = 0;
    gap[length] = FAR;
    for (let at = length - 1; at >= 0; at--) {
      gap[at] = 2 + Math.min(gap[at + 1]!, word[at + 1]!);
      word[at] = FAR;
      best[at] = FAR;
      if (borders !== null && borders[at] === 0) continue;
      let state = 0;
      for (let end = at + 1; end <= length; end++) {
        state = step(bank, state, keyword.charCodeAt(end - 1));
        if (state === 0) break;
        if (bank.ends[state] === 0 || end - at === length) continue;
        if (borders !== null && borders[end] === 0) continue;
        const isAtomic = atomic.size > 0 && atomic.has(keyword.slice(at, end));
        const price = best[end]! + (isAtomic ? 0 : 1);
        if (price > word[at]!) continue;
        word[at] = price;
        wordEnd[at] = end;
      }
      best[at] = Math.min(word[at]!, 5 + word[at + 1]!, 3 + gap[at + 1]!);
    }
  };

  return (keyword) => {
    weigh(keyword, ALL_HAN.test(keyword) ? null : wordBorders(keyword));
    const pieces: Piece[] = [];
    for (let at = 0; at < keyword.length;) {
      const inBank = word[at] === best[at];
      let to = inBank ? wordEnd[at]! : at + 1;
      if (!inBank && best[at] !== 5 + word[to]!) {
        while (gap[to] !== 2 + word[to + 1]!) to++;
        to++;
      }
      pieces.push({ from: at, to, inBank });
      at = to;
    }
    return pieces;
  };
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
