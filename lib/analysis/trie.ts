/**
 * Many patterns as one trie in typed arrays only, so that it can be stored and transferred: the
 * children of the root by char code, all other transitions in one open-addressing table of
 * (state, char code, next state).
 */
export type Trie = {
  /** Next state from the root by UTF-16 unit, 0 for none. */
  root: Int32Array;
  /** Slots of three: state, unit, next state; state 0 is an empty slot. */
  table: Int32Array;
  /** The pattern that ends in a state, plus one; 0 for none. */
  ends: Int32Array;
};

function slotOf(table: Int32Array, state: number, unit: number): number {
  const mask = table.length / 3 - 1;
  let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0;
  slot = (slot ^ (slot >>> 15)) & mask;
  for (;;) {
    const at = slot * 3;
    const there = table[at]!;
    if (there === 0 || (there === state && table[at + 1] === unit)) return at;
    slot = (slot + 1) & mask;
  }
}

/** The state after one UTF-16 unit, 0 where the trie goes no further. The first state is 0. */
export function step(trie: Trie, state: number, unit: number): number {
  if (state === 0) return trie.root[unit]!;
  return trie.table[slotOf(trie.table, state, unit) + 2]!;
}

/** The id of the pattern that is this very text, −1 where there is none. */
export function patternOf(trie: Trie, text: string): number {
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    state = step(trie, state, text.charCodeAt(at));
    if (state === 0) return -1;
  }
  return trie.ends[state]! - 1;
}

/** Builds a trie; every new pattern gets the next id, from 0. */
export class TrieBuilder {
  private trie: Trie = {
    root: new Int32Array(65_536),
    table: new Int32Array(3 * 1024),
    ends: new Int32Array(1024),
  };
  private states = 1;
  private edges = 0;
  /** The patterns by id. */
  readonly patterns: string[] = [];

  /** The id of a pattern, new or known. An empty pattern is a bug. */
  add(pattern: string): number {
    if (pattern === '') throw new Error('an empty pattern matches everywhere');
    let state = 0;
    for (let i = 0; i < pattern.length; i++) state = this.next(state, pattern.charCodeAt(i));
    const known = this.trie.ends[state]!;
    if (known !== 0) return known - 1;
    this.patterns.push(pattern);
    this.trie.ends[state] = this.patterns.length;
    return this.patterns.length - 1;
  }

  /** The trie so far; patterns may still be added, and the next call then sees them. */
  view(): Trie {
    return this.trie;
  }

  /** The finished trie, its arrays cut to what is used. */
  finish(): Trie {
    return { ...this.trie, ends: this.trie.ends.slice(0, this.states) };
  }

  private next(state: number, unit: number): number {
    const known = step(this.trie, state, unit);
    if (known !== 0) return known;
    const fresh = this.states++;
    if (fresh >= this.trie.ends.length) this.trie.ends = grown(this.trie.ends);
    if (state === 0) {
      this.trie.root[unit] = fresh;
      return fresh;
    }
    // At most two thirds full: short probes, and a table that stays in the processor's cache.
    if (++this.edges * 4.5 > this.trie.table.length) this.rehash();
    this.put(state, unit, fresh);
    return fresh;
  }

  private put(state: number, unit: number, next: number) {
    const at = slotOf(this.trie.table, state, unit);
    this.trie.table[at] = state;
    this.trie.table[at + 1] = unit;
    this.trie.table[at + 2] = next;
  }

  private rehash() {
    const old = this.trie.table;
    this.trie.table = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 3)
      if (old[at] !== 0) this.put(old[at]!, old[at + 1]!, old[at + 2]!);
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Called with a pattern's id and where it stands (`to` exclusive). */
export type OnHit = (pattern: number, from: number, to: number) => void;

/** Every occurrence of every pattern in the text, overlapping ones too, by where they begin. */
export function scan(trie: Trie, text: string, onHit: OnHit): void {
  const { ends } = trie;
  for (let from = 0; from < text.length; from++) {
    let state = 0;
    for (let at = from; at < text.length; at++) {
      state = step(trie, state, text.charCodeAt(at));
      if (state === 0) break;
      const pattern = ends[state]!;
      if (pattern !== 0) onHit(pattern - 1, from, at + 1);
    }
  }
}
