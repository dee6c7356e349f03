import { WordTrie } from './word-trie';

/** First line of the resource file. Costs are in hundredths of a nat. */
type LexiconHeader = {
  format: 'yardstick-lexicon-1';
  /** Length of what follows the header, in UTF-16 units: a file that was cut off is told by it. */
  size: number;
  words: number;
  /** What a word of level n costs is `floor + n * step`. */
  floor: number;
  step: number;
  unknown: number;
  join: number;
  pair: number;
  closers: string;
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
const LEVELS = 4;
/** Words are short; a deeper trie is a damaged file. */
const MAX_DEPTH = 32;
/** More than the trie has symbols. */
const SYMBOLS = 0x2000;

/**
 * The shipped word list and the costs that a path is weighed by. Its words are read on first use, all that
 * begin with one character at a time: that is a tenth of the file for a shop's titles, and it is ready at once.
 */
export class Lexicon {
  /** The value of a word is its cost, and `LOOSE`. Holds what was entered so far. */
  readonly trie = new WordTrie(8192);
  readonly words: number;
  /** What a character costs that stands alone. */
  readonly unknown: number;
  /** What a closer costs after a word of two characters: 阔腿 + 裤. */
  readonly join: number;
  /** What a closer costs after a character that stands alone: 女 + 鞋. */
  readonly pair: number;
  /** 1 for the symbol of each character that closes a compound: 裤, 鞋, 机. */
  readonly closers = new Uint8Array(SYMBOLS);
  /** By first symbol: the line of its words plus one; 0 where it begins none, or they were entered. */
  private readonly waiting = new Uint16Array(SYMBOLS);
  /** The symbols of the alphabet, by rank less one. */
  private readonly ranked: Uint16Array;

  constructor(
    private readonly header: LexiconHeader,
    alphabet: string,
    firsts: string,
    private readonly lines: readonly string[],
  ) {
    ({ words: this.words, unknown: this.unknown, join: this.join, pair: this.pair } = header);
    const symbolAt = (text: string, n: number) => this.trie.grownSymbol(text.charCodeAt(n));
    this.ranked = new Uint16Array(alphabet.length).map((_, n) => symbolAt(alphabet, n));
    for (let n = 0; n < header.closers.length; n++) this.closers[symbolAt(header.closers, n)] = 1;
    for (let n = 0; n < firsts.length; n++) this.waiting[symbolAt(firsts, n)] = n + 1;
    // No character is symbol 0.
    this.closers[0] = 0;
    this.waiting[0] = 0;
  }

  /** The trie's node of a word's first symbol, -1 where it begins no word. */
  enter(symbol: number): number {
    const line = this.waiting[symbol]!;
    if (line !== 0) {
      this.waiting[symbol] = 0;
      const half = this.lines.length / 2;
      this.read(this.trie.grow(0, symbol), this.lines[line - 1]!, this.lines[half + line - 1]!);
    }
    return this.trie.step(0, symbol);
  }

  /** The value of a word, 0 where it is not listed. */
  valueOf(word: string): number {
    if (word === '' || this.enter(this.trie.symbolOf(word.charCodeAt(0))) < 0) return 0;
    const node = this.trie.find(word);
    return node < 0 ? 0 : this.trie.values[node]!;
  }

  /** Grows the words of one first character, depth first; what a damaged line holds beyond its damage is left out. */
  private read(first: number, distances: string, marks: string): void {
    const { trie, ranked } = this;
    const { floor, step } = this.header;
    /** For each depth: whose children are being read, the rank of the last one read, and whether it was the last. */
    const parents = [first];
    const ranks = [0];
    const ended = [0];
    let depth = 0;
    let at = 0;
    for (let index = 0; index < marks.length && depth >= 0 && depth < MAX_DEPTH; index++) {
      let distance = distances.charCodeAt(at++) - FIRST + 1;
      if (distance > SHORT + PREFIXES) {
        const high = distances.charCodeAt(at++) - FIRST;
        distance = SHORT + (PREFIXES + high) * BASE + distances.charCodeAt(at++) - FIRST + 1;
      } else if (distance > SHORT) {
        distance = SHORT + (distance - SHORT - 1) * BASE + distances.charCodeAt(at++) - FIRST + 1;
      }
      const rank = ranks[depth]! + distance;
      // A distance behind the line's end is NaN, and no rank.
      if (!(rank > 0 && rank <= ranked.length)) return;
      ranks[depth] = rank;
      const node = trie.grow(parents[depth]!, ranked[rank - 1]!);
      if (node < 0) return;
      const mark = marks.charCodeAt(index) - FIRST - 1;
      const kind = mark >> 2;
      if (kind > LEVELS) trie.values[node] = (floor + (kind - LEVELS - 1) * step) | LOOSE;
      else if (kind > 0) trie.values[node] = floor + (kind - 1) * step;
      ended[depth] = mark & 2;
      if ((mark & 1) === 1) {
        depth++;
        parents[depth] = node;
        ranks[depth] = 0;
      } else while (depth >= 0 && ended[depth] === 2) depth--;
    }
  }
}

/**
 * Reads the resource file: a header of JSON, a line of all characters, a line of those that begin a word,
 * and for each of these a line of distances and, after all of those, a line of marks. Null where the text
 * is not such a file or was cut off.
 */
export function parseLexicon(text: string): Lexicon | null {
  const headerEnd = text.indexOf('\n');
  const header = readHeader(text.slice(0, Math.max(0, headerEnd)));
  if (header === null || text.length - headerEnd - 1 !== header.size) return null;
  const [alphabet = '', firsts = '', ...lines] = text.slice(headerEnd + 1, -1).split('\n');
  return lines.length === firsts.length * 2 ? new Lexicon(header, alphabet, firsts, lines) : null;
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
  const { format, closers, size, words, floor, step, unknown, join, pair } = header;
  if (format !== 'yardstick-lexicon-1' || typeof closers !== 'string') return null;
  const isCount = (n: unknown, most: number) =>
    Number.isSafeInteger(n) && (n as number) > 0 && (n as number) < most;
  const costs = [floor, step, unknown, join, pair];
  const isSound =
    isCount(size, 1e7) && isCount(words, 250_000) && costs.every((n) => isCount(n, 8000));
  return isSound ? (header as LexiconHeader) : null;
}
