import { foldUnit } from './char-class';

const SYMBOL_BITS = 13;
const MAX_SYMBOLS = 1 << SYMBOL_BITS;
/** An entry is a symbol and a node in one 31-bit number. */
const NODE_BITS = 31 - SYMBOL_BITS;
const MAX_NODES = 1 << NODE_BITS;
const NODE = MAX_NODES - 1;
const HASH = 0x9e3779b1;
const UNITS = 0x10000;
/** A stretch's size is a power of two; up to this one it is filled, larger ones to three quarters. */
const FILLED = 4;

/**
 * Words with a small number each, in typed arrays only. Characters are numbered as they come (symbols); the
 * children of a node stand together in a stretch of one array, hashed by symbol: what a title asks of one
 * character is a line or two of the processor's cache. A word's number is 1 to 65,535; 0 says that none ends
 * here. Case and full-width forms do not matter (`foldUnit`).
 */
export class WordTrie {
  /** Number of the word that ends at a node, 0 for none. */
  values: Uint16Array;
  /** Child of the root by symbol, 0 for none. */
  private readonly root = new Int32Array(MAX_SYMBOLS);
  private readonly symbols = new Uint16Array(UNITS);
  /** By node: where its stretch begins, and in the last four bits its size's logarithm plus one; 0 for no child. */
  private stretches: Int32Array;
  /** Children of each node but the root. */
  private counts: Uint16Array;
  /** The entries of all stretches, 0 for none. */
  private entries: Int32Array;
  private entryCount = 0;
  private symbolCount = 0;
  private nodeCount = 1;

  /** @param expectedNodes the trie grows beyond it, at the price of a copy. */
  constructor(expectedNodes = 256) {
    this.values = new Uint16Array(expectedNodes + 2);
    this.stretches = new Int32Array(expectedNodes + 2);
    this.counts = new Uint16Array(expectedNodes + 2);
    this.entries = new Int32Array(expectedNodes * 2 + 2);
  }

  /** The symbol of a UTF-16 unit, at most 8,191; 0 where no word has it. */
  symbolOf(unit: number): number {
    return this.symbols[unit]!;
  }

  /** The child of a node by a symbol, -1 where there is none. Node 0 is the root. */
  step(node: number, symbol: number): number {
    if (node === 0) return this.root[symbol]! || -1;
    const stretch = this.stretches[node]!;
    if (stretch === 0 || symbol === 0) return -1;
    const entry = this.entries[this.placeOf(stretch, symbol)]!;
    return entry >>> NODE_BITS === symbol ? entry & NODE : -1;
  }

  /** The symbol of a UTF-16 unit, made where it is missing; 0 where there are 8,191 already. */
  grownSymbol(unit: number): number {
    const known = this.symbols[unit]!;
    if (known !== 0 || this.symbolCount === MAX_SYMBOLS - 1) return known;
    this.symbolCount++;
    for (const form of formsOf(unit)) this.symbols[form] = this.symbolCount;
    return this.symbolCount;
  }

  /** The child, made where it is missing; -1 where the trie is full (262,143 nodes) or the symbol is 0. */
  grow(node: number, symbol: number): number {
    if (symbol === 0) return -1;
    const known = this.step(node, symbol);
    if (known >= 0 || this.nodeCount >= MAX_NODES) return known;
    const made = this.nodeCount++;
    if (made >= this.values.length) this.growNodes();
    if (node === 0) this.root[symbol] = made;
    else this.put(node, (symbol << NODE_BITS) | made);
    return made;
  }

  /** Adds a word with its number, in place of the one before. False where it is empty or the trie is full. */
  add(word: string, value: number): boolean {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      node = this.grow(node, this.grownSymbol(word.charCodeAt(at)));
      if (node < 0) return false;
    }
    if (node !== 0) this.values[node] = value;
    return node !== 0;
  }

  /** The node at which a word ends, -1 where there is no such path. */
  find(word: string): number {
    let node = 0;
    for (let at = 0; at < word.length && node >= 0; at++)
      node = this.step(node, this.symbolOf(word.charCodeAt(at)));
    return node;
  }

  /** Where a symbol's entry stands in a stretch; else a free place, or any other one where it is full. */
  private placeOf(stretch: number, symbol: number): number {
    const { entries } = this;
    const base = stretch >>> 4;
    const mask = (1 << ((stretch & 15) - 1)) - 1;
    let slot = (Math.imul(symbol, HASH) >>> 16) & mask;
    for (let left = mask; left > 0; left--) {
      const entry = entries[base + slot]!;
      if (entry === 0 || entry >>> NODE_BITS === symbol) break;
      slot = (slot + 1) & mask;
    }
    return base + slot;
  }

  /** Puts an entry among a node's children, in a stretch of twice the size where they have no room left. */
  private put(node: number, entry: number): void {
    const stretch = this.stretches[node]!;
    const size = stretch === 0 ? 0 : 1 << ((stretch & 15) - 1);
    const count = this.counts[node]!++;
    if (count < (size > FILLED ? (size * 3) / 4 : size)) return this.enter(stretch, entry);
    const larger = this.newStretch(size === 0 ? 1 : size * 2);
    this.stretches[node] = larger;
    for (let n = 0; n < size; n++) {
      const moved = this.entries[(stretch >>> 4) + n]!;
      if (moved !== 0) this.enter(larger, moved);
    }
    this.enter(larger, entry);
  }

  private enter(stretch: number, entry: number): void {
    this.entries[this.placeOf(stretch, entry >>> NODE_BITS)] = entry;
  }

  private newStretch(size: number): number {
    const base = this.entryCount;
    this.entryCount += size;
    if (this.entryCount > this.entries.length) {
      const entries = new Int32Array(Math.max(this.entryCount, this.entries.length * 2));
      entries.set(this.entries);
      this.entries = entries;
    }
    return (base << 4) | (32 - Math.clz32(size));
  }

  private growNodes(): void {
    const values = new Uint16Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
    const stretches = new Int32Array(values.length);
    stretches.set(this.stretches);
    this.stretches = stretches;
    const counts = new Uint16Array(values.length);
    counts.set(this.counts);
    this.counts = counts;
  }
}

/** All units that fold to the same one: small, capital and full-width forms of ASCII. */
function formsOf(unit: number): number[] {
  const folded = foldUnit(unit);
  if (folded <= 0x20 || folded >= 0x7f) return [unit];
  const isLetter = folded >= 0x61 && folded <= 0x7a;
  const ascii = isLetter ? [folded, folded - 0x20] : [folded];
  return ascii.flatMap((form) => [form, form + 0xfee0]);
}
