import type { ListOfLists } from './compiled-keywords';

/**
 * Which keywords have a root, and which forms may be whole once it is met; made so that a title
 * costs what it covers and not what it touches.
 * - `words`: by pattern, the keywords with a form that it is a root of, ascending, each once;
 *   only of roots of few keywords
 * - `bitsOf`, `bits`: by pattern, the number of its bitmap over the keywords, −1 for none; roots of
 *   many keywords have one, `width` units of 32 keywords each
 * - `rarest`: by pattern, the forms of which it is the rarest root: only they can be whole
 * - `seconds`: beside `rarest.items`, that form's next rarest root, −1 for none: most forms fall by it,
 *   and nothing else of them need be looked at
 * - `others`: by form, its other roots, each once, the rarer first
 */
export type RootPostings = {
  words: ListOfLists;
  width: number;
  bitsOf: Int32Array;
  bits: Int32Array;
  rarest: ListOfLists;
  seconds: Int32Array;
  others: ListOfLists;
};

/** Sets a keyword's bit. */
export function setBit(bits: Int32Array, at: number): void {
  bits[at >>> 5]! |= 1 << (at & 31);
}

/** Whether a keyword's bit is set. */
export function hasBit(bits: Int32Array, at: number): boolean {
  return (bits[at >>> 5]! & (1 << (at & 31))) !== 0;
}

/** How many bits are set. */
export function countBits(bits: Int32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) {
    let unit = bits[i]!;
    if (unit === 0) continue;
    unit -= (unit >>> 1) & 0x55555555;
    unit = (unit & 0x33333333) + ((unit >>> 2) & 0x33333333);
    count += Math.imul((unit + (unit >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** `formRoots` in order and with repeats; forms of one keyword stand together, keywords ascend. */
export function rootPostings(
  formRoots: ListOfLists,
  formKeyword: Int32Array,
  keywords: number,
  patterns: number,
): RootPostings {
  const forms = formKeyword.length;
  // How many keywords have each root; `last` sees to it that each counts once.
  const counts = new Int32Array(patterns);
  const last = new Int32Array(patterns).fill(-1);
  eachRoot(formRoots, formKeyword, (root, keyword) => {
    if (last[root] === keyword) return;
    last[root] = keyword;
    counts[root]!++;
  });

  const width = Math.max(1, (keywords + 31) >>> 5);
  const bitsOf = new Int32Array(patterns).fill(-1);
  const starts = new Int32Array(patterns + 1);
  let bitmaps = 0;
  for (let root = 0; root < patterns; root++) {
    // Joining a bitmap takes `width` quick steps in a row, a list one scattered step for each word.
    const isDense = 2 * counts[root]! > width;
    if (isDense) bitsOf[root] = bitmaps++;
    starts[root + 1] = starts[root]! + (isDense ? 0 : counts[root]!);
  }
  const bits = new Int32Array(bitmaps * width);
  const items = new Int32Array(starts[patterns]!);
  const next = starts.slice(0, patterns);
  last.fill(-1);
  eachRoot(formRoots, formKeyword, (root, keyword) => {
    if (last[root] === keyword) return;
    last[root] = keyword;
    const bitmap = bitsOf[root]!;
    if (bitmap === -1) items[next[root]!++] = keyword;
    else bits[bitmap * width + (keyword >>> 5)]! |= 1 << (keyword & 31);
  });

  const { rarest, others } = byRarest(formRoots, forms, counts);
  const seconds = rarest.items.map((form) => {
    const begin = others.starts[form]!;
    return begin < others.starts[form + 1]! ? others.items[begin]! : -1;
  });
  return { words: { starts, items }, width, bitsOf, bits, rarest, seconds, others };
}

function eachRoot(
  { starts, items }: ListOfLists,
  formKeyword: Int32Array,
  see: (root: number, keyword: number) => void,
): void {
  for (let form = 0; form < formKeyword.length; form++)
    for (let i = starts[form]!; i < starts[form + 1]!; i++) see(items[i]!, formKeyword[form]!);
}

function byRarest(formRoots: ListOfLists, forms: number, counts: Int32Array) {
  const otherStarts = new Int32Array(forms + 1);
  const otherItems = new Int32Array(formRoots.items.length);
  const rarestOf = new Int32Array(forms).fill(-1);
  const rareStarts = new Int32Array(counts.length + 1);
  let end = 0;
  for (let form = 0; form < forms; form++) {
    const begin = end;
    for (let i = formRoots.starts[form]!; i < formRoots.starts[form + 1]!; i++) {
      const root = formRoots.items[i]!;
      let at = end;
      while (at > begin && rarer(root, otherItems[at - 1]!, counts)) at--;
      if (at > begin && otherItems[at - 1] === root) continue;
      otherItems.copyWithin(at + 1, at, end++);
      otherItems[at] = root;
    }
    if (end > begin) {
      rarestOf[form] = otherItems[begin]!;
      rareStarts[rarestOf[form]! + 1]!++;
      otherItems.copyWithin(begin, begin + 1, end--);
    }
    otherStarts[form + 1] = end;
  }
  for (let i = 1; i < rareStarts.length; i++) rareStarts[i]! += rareStarts[i - 1]!;
  const rareItems = new Int32Array(rareStarts[counts.length]!);
  const next = rareStarts.slice(0, counts.length);
  for (let form = 0; form < forms; form++)
    if (rarestOf[form] !== -1) rareItems[next[rarestOf[form]!]!++] = form;
  return {
    rarest: { starts: rareStarts, items: rareItems },
    others: { starts: otherStarts, items: otherItems.slice(0, end) },
  };
}

function rarer(a: number, b: number, counts: Int32Array): boolean {
  return counts[a]! < counts[b]! || (counts[a] === counts[b] && a < b);
}
