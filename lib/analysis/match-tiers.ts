import { wordBorders } from '../listing/word-border';
import type { CompiledKeywords, ListOfLists } from './compiled-keywords';
import type { Span } from './coverage-result';
import { placeParts, type Placement } from './place-parts';
import { hasBit, setBit } from './root-postings';
import { scan } from './trie';

/** The tiers as numbers, better ones lower. */
export const CONTIGUOUS = 0;
export const NEAR = 1;
export const SCATTERED = 2;
export const COVERED_TIERS = ['contiguous', 'near', 'scattered'] as const;

/** Where each pattern of the trie stands in a normalised text, in order, at word borders. */
export type Hits = Map<number, Span[]>;

/** Every occurrence of every pattern in a normalised text. */
export function findHits(compiled: CompiledKeywords, text: string): Hits {
  const borders = wordBorders(text);
  const hits: Hits = new Map();
  scan(compiled.trie, text, (pattern, from, to) => {
    const needs = compiled.patternBorders[pattern]!;
    if ((needs & 1) !== 0 && borders[from] === 0) return;
    if ((needs & 2) !== 0 && borders[to] === 0) return;
    const spans = hits.get(pattern);
    if (spans === undefined) hits.set(pattern, [{ from, to }]);
    else spans.push({ from, to });
  });
  return hits;
}

/** A covered keyword: its best tier, and the form that reached it. */
export type Covered = { keyword: number; tier: number; form: number };

/**
 * The covered keywords in no particular order, and a bit for each; `touched` has a bit for each
 * keyword that is not missing: covered or partial.
 */
export type Tiers = { covered: Covered[]; coveredBits: Int32Array; touched: Int32Array };

/** The bits of one bank, kept between titles: to make them anew cost a third of all the work. */
type Scratch = { present: Int32Array; coveredBits: Int32Array; touched: Int32Array };
const KEPT = new WeakMap<CompiledKeywords, Scratch>();

function scratchOf(compiled: CompiledKeywords): Scratch {
  let scratch = KEPT.get(compiled);
  if (scratch === undefined) {
    const { width } = compiled.roots;
    const present = new Int32Array((compiled.patterns.length + 31) >>> 5);
    scratch = { present, coveredBits: new Int32Array(width), touched: new Int32Array(width) };
    KEPT.set(compiled, scratch);
  }
  scratch.present.fill(0);
  scratch.coveredBits.fill(0);
  return scratch;
}

/**
 * Works out all tiers from the hits; `nearWindow` in characters of the normalised text. The bits
 * hold until the next call for the same bank, which writes into the same arrays.
 */
export function matchTiers(compiled: CompiledKeywords, hits: Hits, nearWindow: number): Tiers {
  const { wholeOf, formKeyword, formSize, roots } = compiled;
  const best = new Map<number, Covered>();
  const { present, coveredBits, touched } = scratchOf(compiled);
  const settle = (form: number, tier: number) => {
    const keyword = formKeyword[form]!;
    const known = best.get(keyword);
    if (known === undefined) {
      best.set(keyword, { keyword, tier, form });
      setBit(coveredBits, keyword);
    } else if (tier < known.tier || (tier === known.tier && form < known.form)) {
      // A keyword's own form has the lowest number: it stays where a synonym is only as good.
      known.tier = tier;
      known.form = form;
    }
  };

  for (const pattern of hits.keys()) {
    setBit(present, pattern);
    for (let i = wholeOf.starts[pattern]!; i < wholeOf.starts[pattern + 1]!; i++)
      settle(wholeOf.items[i]!, CONTIGUOUS);
  }
  const { starts, items } = roots.rarest;
  const { seconds } = roots;
  for (const pattern of hits.keys()) {
    const end = starts[pattern + 1]!;
    for (let i = starts[pattern]!; i < end; i++) {
      const second = seconds[i]!;
      if (second !== -1 && !hasBit(present, second)) continue;
      const form = items[i]!;
      if (!hasAllRoots(roots.others, present, form)) continue;
      const keyword = formKeyword[form]!;
      if (hasBit(coveredBits, keyword) && best.get(keyword)!.tier === CONTIGUOUS) continue;
      const placement = placeForm(compiled, hits, form);
      if (placement.placed < placement.spans.length) continue;
      settle(form, placement.width <= formSize[form]! + nearWindow ? NEAR : SCATTERED);
    }
  }
  touched.set(coveredBits);
  touch(compiled, hits, touched);
  return { covered: [...best.values()], coveredBits, touched };
}

function hasAllRoots({ starts, items }: ListOfLists, present: Int32Array, form: number): boolean {
  const end = starts[form + 1]!;
  for (let i = starts[form]!; i < end; i++) if (!hasBit(present, items[i]!)) return false;
  return true;
}

/** Sets the bits of the keywords with any root in the text. */
function touch({ roots }: CompiledKeywords, hits: Hits, touched: Int32Array): void {
  const { words, width, bitsOf, bits } = roots;
  for (const pattern of hits.keys()) {
    const end = words.starts[pattern + 1]!;
    for (let i = words.starts[pattern]!; i < end; i++) setBit(touched, words.items[i]!);
    const from = bitsOf[pattern]! * width;
    if (from >= 0) for (let i = 0; i < width; i++) touched[i]! |= bits[from + i]!;
  }
}

/** A form's roots placed in the text, as tight as can be. */
export function placeForm(compiled: CompiledKeywords, hits: Hits, form: number): Placement {
  const { starts, items } = compiled.formRoots;
  const places: Span[][] = [];
  for (let i = starts[form]!; i < starts[form + 1]!; i++) places.push(hits.get(items[i]!) ?? []);
  return placeParts(places);
}
