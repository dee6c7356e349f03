import type { Span } from '../coverage-result';
import { ALNUM, HAN, OTHER, charClass, foldUnit, isDigit } from './char-class';
import { fillGaps, type GapSplitter } from './gaps';
import { COST, LOOSE, type Lexicon } from './lexicon';
import { alnumRunEnd } from './runs';
import { ONE_UNIT_COST, TWO_UNIT_COST, hasUnit } from './units';
import type { WordTrie } from './word-trie';

export type Segmenter = {
  /**
   * The words of a text in order, as UTF-16 offsets into it (`to` exclusive). They never overlap; spaces,
   * punctuation and emoji are in none. Never throws; any text will do, in time linear in it.
   */
  segment(text: string): Span[];
};

const FAR = 0x7fffffff;
/** An own word beats every other reading of its characters, a run has no other reading. */
const CERTAIN = 1;

/**
 * A segmenter of titles and keywords: the operator's own words first, then the lexicon, then `splitGap` for
 * what neither explains; the cheapest path (Viterbi) over all of them. Each of the three may be null.
 * Beside listed words a path may close a compound with the name of a kind of goods: a word of two
 * characters or a single one, and a closer (阔腿 + 裤, 女 + 鞋). Numbers and Latin words are never cut.
 */
export function makeSegmenter(
  own: WordTrie | null,
  lexicon: Lexicon | null,
  splitGap: GapSplitter | null,
): Segmenter {
  const unknown = lexicon === null ? CERTAIN : lexicon.unknown;
  // Kept between calls: a title costs no allocation but its answer.
  let cost = new Int32Array(128);
  let back = new Int32Array(128);
  let runEnd = new Int32Array(128);
  /** 1 within a number or Latin word: no word begins there, so none that ends there is on a path. */
  let inside = new Uint8Array(128);

  function prepare(text: string): void {
    const size = text.length + 1;
    if (cost.length < size) {
      cost = new Int32Array(size * 2);
      back = new Int32Array(size * 2);
      runEnd = new Int32Array(size * 2);
      inside = new Uint8Array(size * 2);
    }
    cost.fill(FAR, 0, size);
    inside.fill(0, 0, size);
    cost[0] = 0;
    for (let at = 0; at < text.length;) {
      if (charClass(text.charCodeAt(at)) !== ALNUM) {
        at++;
        continue;
      }
      const end = alnumRunEnd(text, at);
      runEnd[at] = end;
      inside.fill(1, at + 1, end);
      at = end;
    }
  }

  function relax(from: number, to: number, price: number): void {
    const total = cost[from]! + price;
    if (total < cost[to]!) {
      cost[to] = total;
      back[to] = from;
    }
  }

  function relaxOwn(text: string, from: number, trie: WordTrie): void {
    let node = 0;
    for (let at = from; at < text.length; at++) {
      node = trie.step(node, text.charCodeAt(at));
      if (node < 0) return;
      if (trie.values[node] !== 0) relax(from, at + 1, CERTAIN);
    }
  }

  function relaxListed(text: string, from: number, listed: Lexicon): void {
    const { trie, closers, join } = listed;
    let node = listed.enter(text.charCodeAt(from));
    for (let at = from; node >= 0;) {
      const value = trie.values[node]!;
      if (value !== 0) {
        relax(from, at + 1, value & COST);
        const closes = at - from === 1 && value < LOOSE && closers[text.charCodeAt(at + 1)] === 1;
        if (closes) relax(from, at + 2, value + join);
      }
      if (++at === text.length) return;
      node = trie.step(node, text.charCodeAt(at));
    }
  }

  function relaxRun(text: string, from: number): void {
    const end = runEnd[from]!;
    relax(from, end, CERTAIN);
    if (!isDigit(foldUnit(text.charCodeAt(end - 1)))) return;
    if (hasUnit(text, end, 1)) relax(from, end + 1, ONE_UNIT_COST);
    if (hasUnit(text, end, 2)) relax(from, end + 2, TWO_UNIT_COST);
  }

  function relaxSingle(text: string, from: number, kind: number): void {
    relax(from, from + 1, kind === HAN ? unknown : 0);
    if (lexicon === null || kind !== HAN) return;
    if (lexicon.closers[text.charCodeAt(from + 1)] === 1)
      relax(from, from + 2, unknown + lexicon.pair);
  }

  /** Words of the cheapest path. */
  function path(text: string): Span[] {
    const words: Span[] = [];
    for (let to = text.length; to > 0;) {
      const from = back[to]!;
      if (to - from > 1 || charClass(text.charCodeAt(from)) !== OTHER) words.push({ from, to });
      to = from;
    }
    return words.toReversed();
  }

  return {
    segment(text) {
      prepare(text);
      for (let at = 0; at < text.length; at++) {
        if (inside[at] === 1) continue;
        const kind = charClass(text.charCodeAt(at));
        if (kind === ALNUM) relaxRun(text, at);
        else relaxSingle(text, at, kind);
        if (own !== null) relaxOwn(text, at, own);
        if (lexicon !== null && kind !== OTHER) relaxListed(text, at, lexicon);
      }
      const words = path(text);
      return splitGap === null ? words : fillGaps(text, words, splitGap);
    },
  };
}

/** The same as pieces that leave nothing out: what stands between two words is a piece too. */
export function piecesOf(text: string, words: readonly Span[]): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const { from, to } of words) {
    if (from > end) pieces.push(text.slice(end, from));
    pieces.push(text.slice(from, to));
    end = to;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
