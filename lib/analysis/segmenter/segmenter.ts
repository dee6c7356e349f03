import type { Span } from '../coverage-result';
import { ALNUM, HAN, OTHER, charClass, foldUnit, isDigit } from './char-class';
import { LEAST_GAP, splitRow, type GapSplitter } from './gaps';
import { COST, LOOSE, type Lexicon } from './lexicon';
import { alnumRunEnd } from './runs';
import { ONE_UNIT_COST, TWO_UNIT_COST, isUnit, isUnitPair } from './units';
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
  /** The lexicon's symbols of the text, and a zero behind it. */
  let symbols = new Uint16Array(128);
  /** What each unit is. */
  let kinds = new Uint8Array(128);
  /** 1 within a number or Latin word: no word begins there, so none that ends there is on a path. */
  let inside = new Uint8Array(128);

  function prepare(text: string): void {
    const size = text.length + 1;
    if (cost.length < size) {
      cost = new Int32Array(size * 2);
      back = new Int32Array(size * 2);
      runEnd = new Int32Array(size * 2);
      symbols = new Uint16Array(size * 2);
      kinds = new Uint8Array(size * 2);
      inside = new Uint8Array(size * 2);
    }
    cost.fill(FAR, 0, size);
    inside.fill(0, 0, size);
    cost[0] = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const kind = charClass(unit);
      kinds[at] = kind;
      symbols[at] = lexicon === null ? 0 : lexicon.trie.symbolOf(unit);
      if (kind !== ALNUM || inside[at] === 1) continue;
      const end = alnumRunEnd(text, at);
      runEnd[at] = end;
      inside.fill(1, at + 1, end);
    }
    symbols[text.length] = 0;
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
      node = trie.step(node, trie.symbolOf(text.charCodeAt(at)));
      if (node < 0) return;
      if (trie.values[node] !== 0) relax(from, at + 1, CERTAIN);
    }
  }

  function relaxListed(length: number, from: number, listed: Lexicon): void {
    const { trie, closers, join } = listed;
    let node = listed.enter(symbols[from]!);
    for (let at = from; node >= 0;) {
      const value = trie.values[node]!;
      if (value !== 0) {
        relax(from, at + 1, value & COST);
        if (at - from === 1 && value < LOOSE && closers[symbols[at + 1]!] === 1)
          relax(from, at + 2, value + join);
      }
      if (++at === length) return;
      node = trie.step(node, symbols[at]!);
    }
  }

  function relaxRun(text: string, from: number): void {
    const end = runEnd[from]!;
    relax(from, end, CERTAIN);
    if (end === text.length || !isDigit(foldUnit(text.charCodeAt(end - 1)))) return;
    if (isUnit(text.charCodeAt(end))) relax(from, end + 1, ONE_UNIT_COST);
    if (isUnitPair(text, end)) relax(from, end + 2, TWO_UNIT_COST);
  }

  function relaxSingle(from: number, kind: number): void {
    relax(from, from + 1, kind === HAN ? unknown : 0);
    if (lexicon === null || kind !== HAN) return;
    if (lexicon.closers[symbols[from + 1]!] === 1) relax(from, from + 2, unknown + lexicon.pair);
  }

  /** Words of the cheapest path, and the splitter's pieces where that has none. */
  function path(text: string): Span[] {
    const { length } = text;
    // It is known from its end and wanted from its start: what a place costs is no longer asked.
    const ahead = cost;
    for (let to = length; to > 0; to = back[to]!) ahead[back[to]!] = to;
    const words: Span[] = [];
    let row = 0;
    const endRow = () => {
      if (row >= LEAST_GAP && splitGap !== null) splitRow(text, words, row, splitGap);
      row = 0;
    };
    for (let from = 0; from < length;) {
      const to = ahead[from]!;
      const isSingle = to - from === 1;
      if (!isSingle || kinds[from] !== HAN) endRow();
      else row++;
      if (!isSingle || kinds[from] !== OTHER) words.push({ from, to });
      from = to;
    }
    endRow();
    return words;
  }

  return {
    segment(text) {
      prepare(text);
      const { length } = text;
      for (let at = 0; at < length; at++) {
        if (inside[at] === 1) continue;
        const kind = kinds[at]!;
        if (kind === ALNUM) relaxRun(text, at);
        else relaxSingle(at, kind);
        if (own !== null) relaxOwn(text, at, own);
        if (lexicon !== null && kind !== OTHER) relaxListed(length, at, lexicon);
      }
      return path(text);
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
