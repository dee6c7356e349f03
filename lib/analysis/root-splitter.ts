import { characterClass, CJK } from '../listing/title-text';
import { wordBorders } from '../listing/word-border';
import { patternOf, step, type Trie } from './trie';

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
  const find = rootFinder(bank, atomic, segmentGap);
  return (keyword) => {
    const { count, from, to } = find(keyword);
    return Array.from({ length: count }, (_, i) => ({ from: from[i]!, to: to[i]! }));
  };
}

/**
 * The roots of one keyword, in arrays that the next keyword overwrites: the first `count` hold.
 * `pattern` is the bank's, −1 for a root that is no word of the bank.
 */
export type FoundRoots = { count: number; from: number[]; to: number[]; pattern: number[] };

/** What `bankSplitter` does, without an object for each root: a bank has 200,000 of them. */
export function rootFinder(
  bank: Trie,
  atomic: ReadonlySet<string>,
  segmentGap: GapSegmenter,
): (keyword: string) => FoundRoots {
  const cover = coverWith(bank, patternsOf(bank, atomic));
  const gaps = new Map<string, number[]>();
  // By pattern: its smaller bank words to the end (three numbers each), null where it has none.
  const expanded: (number[] | null | undefined)[] = [];
  const roots: FoundRoots = { count: 0, from: [], to: [], pattern: [] };

  /** The bank word in smaller bank words, null where they do not cover it in full. */
  const expand = (word: string, pattern: number): number[] | null => {
    const known = expanded[pattern];
    if (known !== undefined) return known;
    const pieces = atomic.size > 0 && atomic.has(word) ? null : cover(word);
    let leaves: number[] | null = null;
    if (pieces !== null && !hasGap(pieces)) {
      leaves = [];
      for (let i = 0; i < pieces.length; i += 3) {
        const from = pieces[i]!;
        const smaller = expand(word.slice(from, pieces[i + 1]), pieces[i + 2]!);
        if (smaller === null) leaves.push(from, pieces[i + 1]!, pieces[i + 2]!);
        else
          for (let leaf = 0; leaf < smaller.length; leaf += 3)
            leaves.push(from + smaller[leaf]!, from + smaller[leaf + 1]!, smaller[leaf + 2]!);
      }
    }
    while (expanded.length <= pattern) expanded.push(undefined);
    expanded[pattern] = leaves;
    return leaves;
  };
  const put = (from: number, to: number, pattern: number) => {
    roots.from[roots.count] = from;
    roots.to[roots.count] = to;
    roots.pattern[roots.count++] = pattern;
  };
  const putRun = (keyword: string, from: number, to: number) => {
    if (to - from <= 2) return put(from, to, -1);
    const run = keyword.slice(from, to);
    let ends = gaps.get(run);
    if (ends === undefined) gaps.set(run, (ends = endsOfWords(segmentGap(run))));
    let start = from;
    for (const end of ends) {
      put(start, from + end, -1);
      start = from + end;
    }
  };
  const putGap = (keyword: string, from: number, to: number) => {
    if (isHan(keyword, from, to)) return putRun(keyword, from, to);
    for (const run of runsOf(keyword, from, to)) {
      if (run.isCjk) putRun(keyword, run.from, run.to);
      else put(run.from, run.to, -1);
    }
  };

  return (keyword) => {
    roots.count = 0;
    const { length } = keyword;
    const isWhole = length < 2 || (atomic.size > 0 && atomic.has(keyword));
    const pieces = isWhole ? null : cover(keyword);
    if (pieces === null || (length <= 3 && hasGap(pieces) && !keyword.includes(' '))) {
      put(0, length, -1);
      return roots;
    }
    for (let i = 0; i < pieces.length; i += 3) {
      const from = pieces[i]!;
      const to = pieces[i + 1]!;
      const pattern = pieces[i + 2]!;
      if (pattern === -1) {
        putGap(keyword, from, to);
        continue;
      }
      const known = expanded[pattern];
      const smaller = known === undefined ? expand(keyword.slice(from, to), pattern) : known;
      if (smaller === null) put(from, to, pattern);
      else
        for (let leaf = 0; leaf < smaller.length; leaf += 3)
          put(from + smaller[leaf]!, from + smaller[leaf + 1]!, smaller[leaf + 2]!);
    }
    joinMany(roots);
    return roots;
  };
}

function hasGap(pieces: readonly number[]): boolean {
  for (let i = 2; i < pieces.length; i += 3) if (pieces[i] === -1) return true;
  return false;
}

function isHan(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x4e00 || unit > 0x9fff) return false;
  }
  return true;
}

/** The patterns of those words that the bank has. */
function patternsOf(bank: Trie, words: ReadonlySet<string>): Set<number> {
  const patterns = new Set<number>();
  for (const word of words) {
    const pattern = patternOf(bank, word);
    if (pattern !== -1) patterns.add(pattern);
  }
  return patterns;
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

/** The cheapest cover: three numbers for each piece, where it stands and its pattern, −1 for a gap. */
type Cover = (keyword: string) => number[];

const FAR = 1_000_000_000;

/**
 * The cheapest cover of a keyword by bank words other than itself; the rest are gaps. A bank word
 * weighs 1 (an atomic one nothing), a gap 1 and 2 for each character, a gap of one character 5:
 * 女款 in one gap beats 女 and a gap. Of equal covers, the one whose first word is longest.
 */
function coverWith(bank: Trie, atomic: ReadonlySet<number>): Cover {
  // By place, all from there to the end: best cover; one that begins with a word; the rest of a
  // gap. `wordEnd` and `pattern` say how one with a word begins. Kept between calls.
  let room = 0;
  let best = new Int32Array(0);
  let word = best;
  let gap = best;
  let wordEnd = best;
  let pattern = best;
  const makeRoom = (size: number) => {
    room = 2 * size;
    best = new Int32Array(room);
    word = new Int32Array(room);
    gap = new Int32Array(room);
    wordEnd = new Int32Array(room);
    pattern = new Int32Array(room);
  };

  const weigh = (keyword: string, borders: Uint8Array | null) => {
    const { length } = keyword;
    if (length >= room) makeRoom(length + 64);
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
        const ends = bank.ends[state]!;
        if (ends === 0 || end - at === length) continue;
        if (borders !== null && borders[end] === 0) continue;
        const isAtomic = atomic.size > 0 && atomic.has(ends - 1);
        const price = best[end]! + (isAtomic ? 0 : 1);
        if (price > word[at]!) continue;
        word[at] = price;
        wordEnd[at] = end;
        pattern[at] = ends - 1;
      }
      best[at] = Math.min(word[at]!, 5 + word[at + 1]!, 3 + gap[at + 1]!);
    }
  };

  return (keyword) => {
    const { length } = keyword;
    weigh(keyword, isHan(keyword, 0, length) ? null : wordBorders(keyword));
    const pieces: number[] = [];
    for (let at = 0; at < length;) {
      const inBank = word[at] === best[at];
      let to = inBank ? wordEnd[at]! : at + 1;
      if (!inBank && best[at] !== 5 + word[to]!) {
        while (gap[to] !== 2 + word[to + 1]!) to++;
        to++;
      }
      pieces.push(at, to, inBank ? pattern[at]! : -1);
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
function joinMany(roots: FoundRoots): void {
  const { from, to, pattern } = roots;
  while (roots.count > MAX_ROOTS) {
    let best = 0;
    for (let i = 1; i + 1 < roots.count; i++)
      if (to[i + 1]! - from[i]! < to[best + 1]! - from[best]!) best = i;
    to[best] = to[best + 1]!;
    pattern[best] = -1;
    for (let i = best + 1; i + 1 < roots.count; i++) {
      from[i] = from[i + 1]!;
      to[i] = to[i + 1]!;
      pattern[i] = pattern[i + 1]!;
    }
    roots.count--;
  }
}
