import { foldUnit } from './char-class';

const SYMBOL_BITS = 13;
const MAX_SYMBOLS = 1 << SYMBOL_BITS;
/** A key is node and symbol in one 31-bit number. */
const MAX_NODES = 1 << (31 - SYMBOL_BITS);
const HASH = 0x9e3779b1;

/**
 * Words with a small number each, in typed arrays only: one open-addressing table of all transitions,
 * keyed by node and symbol. A word's number is 1 to 65,535; 0 says "no word ends here".
 */
export class WordTrie {
  /** Number of the word that ends at a node, 0 for none. */
  values: Uint16Array;
  /** 1 at a node that has a child; saves the lookup of a miss after most words. */
  private inner: Uint8Array;
  private readonly symbols = new Uint16Array(0x10000);
  private symbolCount = 0;
  private nodeCount = 1;
  private keys: Int32Array;
  private targets: Int32Array;
  private shift: number;

  /** @param expectedNodes the table grows beyond it, at the price of a rebuild. */
  constructor(expectedNodes = 256) {
    const bits = Math.max(4, Math.ceil(Math.log2(expectedNodes * 2)));
    this.shift = 32 - bits;
    this.keys = new Int32Array(1 << bits).fill(-1);
    this.targets = new Int32Array(1 << bits);
    this.values = new Uint16Array(expectedNodes + 1);
    this.inner = new Uint8Array(expectedNodes + 1);
  }

  /** The child of a node by one UTF-16 unit, -1 where there is none. Node 0 is the root. */
  step(node: number, unit: number): number {
    const symbol = this.symbols[unit] as number;
    if (symbol === 0 || this.inner[node] === 0) return -1;
    const key = (node << SYMBOL_BITS) | symbol;
    const mask = this.keys.length - 1;
    for (let slot = Math.imul(key, HASH) >>> this.shift; ; slot = (slot + 1) & mask) {
      const found = this.keys[slot] as number;
      if (found === key) return this.targets[slot] as number;
      if (found === -1) return -1;
    }
  }

  /** The child, made where it is missing; -1 where the trie is full (8,191 different units, 262,143 nodes). */
  grow(node: number, unit: number): number {
    const symbol = this.symbolOf(unit);
    if (symbol === 0) return -1;
    const key = (node << SYMBOL_BITS) | symbol;
    const mask = this.keys.length - 1;
    let slot = Math.imul(key, HASH) >>> this.shift;
    for (; this.keys[slot] !== -1; slot = (slot + 1) & mask) {
      if (this.keys[slot] === key) return this.targets[slot] as number;
    }
    if (this.nodeCount >= MAX_NODES) return -1;
    const made = this.nodeCount++;
    this.keys[slot] = key;
    this.targets[slot] = made;
    if (made >= this.values.length) this.growNodes();
    this.inner[node] = 1;
    if (this.nodeCount * 4 > this.keys.length * 3) this.rehash();
    return made;
  }

  /** Adds a word or, where it is there already, keeps the smaller number. False where the trie is full. */
  add(word: string, value: number): boolean {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      node = this.grow(node, word.charCodeAt(at));
      if (node < 0) return false;
    }
    if (node === 0) return false;
    const before = this.values[node] as number;
    if (before === 0 || value < before) this.values[node] = value;
    return true;
  }

  /** The node at which a word ends, -1 where there is no such path. */
  find(word: string): number {
    let node = 0;
    for (let at = 0; at < word.length && node >= 0; at++)
      node = this.step(node, word.charCodeAt(at));
    return node;
  }

  /** All spellings of a unit that fold to the same one share a symbol. */
  private symbolOf(unit: number): number {
    const known = this.symbols[unit] as number;
    if (known !== 0) return known;
    if (this.symbolCount === MAX_SYMBOLS - 1) return 0;
    const folded = foldUnit(unit);
    const symbol = ++this.symbolCount;
    this.symbols[folded] = symbol;
    if (folded > 0x20 && folded < 0x7f) {
      this.symbols[folded + 0xfee0] = symbol;
      if (folded >= 0x61 && folded <= 0x7a) {
        this.symbols[folded - 0x20] = symbol;
        this.symbols[folded - 0x20 + 0xfee0] = symbol;
      }
    }
    return symbol;
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
    const { keys, targets } = this;
    this.shift -= 1;
    this.keys = new Int32Array(keys.length * 2).fill(-1);
    this.targets = new Int32Array(keys.length * 2);
    const mask = this.keys.length - 1;
    for (let from = 0; from < keys.length; from++) {
      const key = keys[from] as number;
      if (key === -1) continue;
      let slot = Math.imul(key, HASH) >>> this.shift;
      while (this.keys[slot] !== -1) slot = (slot + 1) & mask;
      this.keys[slot] = key;
      this.targets[slot] = targets[from] as number;
    }
  }
}
