import { foldUnit } from './char-class';

const SYMBOL_BITS = 13;
const MAX_SYMBOLS = 1 << SYMBOL_BITS;
/** A key is node and symbol in one 31-bit number. */
const MAX_NODES = 1 << (31 - SYMBOL_BITS);
const HASH = 0x9e3779b1;
const UNITS = 0x10000;

/**
 * Words with a small number each, in typed arrays only: the root's children by character, all other
 * transitions in one open-addressing table of pairs (node and symbol, target). A word's number is 1 to
 * 65,535; 0 says that none ends here. Case and full-width forms do not matter (`foldUnit`).
 */
export class WordTrie {
  /** Number of the word that ends at a node, 0 for none. */
  values: Uint16Array;
  /** 1 at a node that has a child: most words end at one that has none, and need no look into the table. */
  private inner: Uint8Array;
  /** Target of the root by UTF-16 unit, 0 for none. */
  private readonly root = new Int32Array(UNITS);
  private readonly symbols = new Uint16Array(UNITS);
  private symbolCount = 0;
  private nodeCount = 1;
  private table: Int32Array;
  private shift: number;

  /** @param expectedNodes the trie grows beyond it, at the price of a copy. */
  constructor(expectedNodes = 256) {
    const bits = Math.max(4, Math.ceil(Math.log2((expectedNodes * 4) / 3)));
    this.shift = 32 - bits;
    this.table = new Int32Array(2 << bits);
    this.values = new Uint16Array(expectedNodes + 2);
    this.inner = new Uint8Array(expectedNodes + 2);
  }

  /** The child of a node by one UTF-16 unit, -1 where there is none. Node 0 is the root. */
  step(node: number, unit: number): number {
    if (node === 0) return this.root[unit]! || -1;
    if (this.inner[node] === 0) return -1;
    const symbol = this.symbols[unit]!;
    if (symbol === 0) return -1;
    const slot = this.slotOf((node << SYMBOL_BITS) | symbol);
    return this.table[slot] === 0 ? -1 : this.table[slot + 1]!;
  }

  /** The child, made where it is missing; -1 where the trie is full (8,191 different units, 262,143 nodes). */
  grow(node: number, unit: number): number {
    const symbol = this.symbols[unit]! || this.newSymbol(unit);
    if (symbol === 0) return -1;
    if (node === 0 && this.root[unit] !== 0) return this.root[unit]!;
    const slot = node === 0 ? 0 : this.slotOf((node << SYMBOL_BITS) | symbol);
    if (node !== 0 && this.table[slot] !== 0) return this.table[slot + 1]!;
    if (this.nodeCount >= MAX_NODES) return -1;
    const made = this.nodeCount++;
    if (made >= this.values.length) this.growNodes();
    if (node === 0) {
      for (const form of formsOf(unit)) this.root[form] = made;
      return made;
    }
    this.inner[node] = 1;
    this.table[slot] = (node << SYMBOL_BITS) | symbol;
    this.table[slot + 1] = made;
    if (this.nodeCount * 8 > this.table.length * 3) this.rehash();
    return made;
  }

  /** Adds a word with its number, in place of the one before. False where it is empty or the trie is full. */
  add(word: string, value: number): boolean {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      node = this.grow(node, word.charCodeAt(at));
      if (node < 0) return false;
    }
    if (node !== 0) this.values[node] = value;
    return node !== 0;
  }

  /** The node at which a word ends, -1 where there is no such path. */
  find(word: string): number {
    let node = 0;
    for (let at = 0; at < word.length && node >= 0; at++)
      node = this.step(node, word.charCodeAt(at));
    return node;
  }

  /** Where a key stands in the table, or the free slot where it would. No key is 0: no node under the root is. */
  private slotOf(key: number): number {
    const { table } = this;
    const mask = table.length - 1;
    let slot = (Math.imul(key, HASH) >>> this.shift) << 1;
    while (table[slot] !== key && table[slot] !== 0) slot = (slot + 2) & mask;
    return slot;
  }

  private newSymbol(unit: number): number {
    if (this.symbolCount === MAX_SYMBOLS - 1) return 0;
    this.symbolCount++;
    for (const form of formsOf(unit)) this.symbols[form] = this.symbolCount;
    return this.symbolCount;
  }

  private growNodes(): void {
    const values = new Uint16Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
    const inner = new Uint8Array(values.length);
    inner.set(this.inner);
    this.inner = inner;
  }

  private rehash(): void {
    const old = this.table;
    this.shift -= 1;
    this.table = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue;
      const slot = this.slotOf(old[from]!);
      this.table[slot] = old[from]!;
      this.table[slot + 1] = old[from + 1]!;
    }
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
