import { WordTrie } from './word-trie';

/** First line of the resource file. Costs are in hundredths of a nat. */
type LexiconHeader = {
  format: 'yardstick-lexicon-1';
  words: number;
  nodes: number;
  /** What a word of level n costs is `floor + n * step`. */
  floor: number;
  step: number;
  unknown: number;
  join: number;
  pair: number;
  closers: string;
};

/** The shipped word list in typed arrays, and the costs that a path is weighed by. */
export type Lexicon = {
  /** The value of a word: its cost, and `LOOSE`. */
  trie: WordTrie;
  words: number;
  /** What a character costs that stands alone. */
  unknown: number;
  /** 1 for each UTF-16 unit that closes a compound: 裤, 鞋, 机. */
  closers: Uint8Array;
  /** What a closer costs after a word of two characters: 阔腿 + 裤. */
  join: number;
  /** What a closer costs after a character that stands alone: 女 + 鞋. */
  pair: number;
};

/** Bit of a word's value: it describes and makes no compound, so 加绒裤 is 加绒 and 裤. */
export const LOOSE = 0x8000;
/** The other bits are the word's cost. */
export const COST = 0x7fff;

/** The file's printable alphabet and the widths of its distances, as `scripts/lexicon/pack-trie.ts` writes them. */
const FIRST = 0x20;
const SHORT = 60;
const PREFIXES = 34;
const BASE = 95;
/** Words are short; a deeper trie is a damaged file. */
const MAX_DEPTH = 32;

/**
 * Reads the resource file: a header of JSON, a line of all characters, the trie's distances, the trie's
 * marks, the loose words. Null where the text is not such a file or is damaged; there is no half lexicon.
 */
export function parseLexicon(text: string): Lexicon | null {
  const [head = '', alphabet = '', distances = '', marks = '', loose = ''] = text.split('\n');
  const header = readHeader(head);
  if (header === null) return null;
  const trie = new WordTrie(header.nodes);
  if (readTrie(trie, alphabet, distances, marks, header) !== header.words) return null;
  for (const word of loose.split(' ')) {
    if (word === '') continue;
    const node = trie.find(word);
    if (node < 0 || trie.values[node] === 0) return null;
    trie.values[node]! |= LOOSE;
  }
  const closers = new Uint8Array(0x10000);
  for (let n = 0; n < header.closers.length; n++) closers[header.closers.charCodeAt(n)] = 1;
  const { words, unknown, join, pair } = header;
  return { trie, words, unknown, closers, join, pair };
}

/** Grows the trie, depth first; the number of words, -1 where the lines do not hold a whole trie. */
function readTrie(
  trie: WordTrie,
  alphabet: string,
  distances: string,
  marks: string,
  { floor, step }: LexiconHeader,
): number {
  /** For each depth: whose children are being read, the rank of the last one read, and whether it was the last. */
  const parents = new Int32Array(MAX_DEPTH);
  const ranks = new Int32Array(MAX_DEPTH);
  const ended = new Uint8Array(MAX_DEPTH);
  let depth = 0;
  let at = 0;
  let words = 0;
  for (let index = 0; index < marks.length; index++) {
    if (depth < 0) return -1;
    let distance = distances.charCodeAt(at++) - FIRST + 1;
    if (distance > SHORT + PREFIXES) {
      const high = distances.charCodeAt(at++) - FIRST;
      distance = SHORT + (PREFIXES + high) * BASE + distances.charCodeAt(at++) - FIRST + 1;
    } else if (distance > SHORT) {
      distance = SHORT + (distance - SHORT - 1) * BASE + distances.charCodeAt(at++) - FIRST + 1;
    }
    const rank = ranks[depth]! + distance;
    // A distance behind the line's end is NaN, and no rank.
    if (!(rank > 0 && rank <= alphabet.length)) return -1;
    ranks[depth] = rank;
    const node = trie.grow(parents[depth]!, alphabet.charCodeAt(rank - 1));
    if (node < 0) return -1;
    const mark = marks.charCodeAt(index) - FIRST - 1;
    const level = (mark >> 2) - 1;
    if (level >= 0) {
      trie.values[node] = floor + level * step;
      words++;
    }
    ended[depth] = mark & 2;
    if ((mark & 1) === 1) {
      if (++depth === MAX_DEPTH) return -1;
      parents[depth] = node;
      ranks[depth] = 0;
    } else while (depth >= 0 && ended[depth] === 2) depth--;
  }
  return depth < 0 && at === distances.length ? words : -1;
}

function readHeader(line: string): LexiconHeader | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const header = value as Partial<LexiconHeader>;
  const { format, closers, words, nodes, floor, step, unknown, join, pair } = header;
  if (format !== 'yardstick-lexicon-1' || typeof closers !== 'string') return null;
  const counts = [words, nodes].every((n) => Number.isSafeInteger(n) && n! > 0 && n! < 250_000);
  const costs = [floor, step, unknown, join, pair];
  const sound = counts && costs.every((n) => Number.isSafeInteger(n) && n! > 0 && n! < 8000);
  return sound ? (header as LexiconHeader) : null;
}
